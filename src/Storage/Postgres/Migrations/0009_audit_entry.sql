-- Who did what besides earning and claiming, and what came of it. Append-only. No personal data: ids alone.
create table audit_entry
(
    number     bigint generated always as identity,
    at         timestamptz      not null,
    role       text collate "C" not null,
    subject    text collate "C",
    credential text collate "C",
    act        text collate "C" not null,
    target     text collate "C" not null,
    result     text collate "C" not null,
    constraint audit_entry_pkey primary key (number)
);

create index audit_entry_act_idx on audit_entry (act, number);

create trigger audit_entry_refuses_change before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_refuses_truncate before truncate on audit_entry
    for each statement execute function refuse_change();
