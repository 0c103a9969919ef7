-- Who did what besides earning and claiming, and what came of it. Append-only. No personal data: ids alone.
create table audit_entry
(
    number     integer primary key autoincrement,
    at         integer not null,
    role       text    not null,
    subject    text,
    credential text,
    act        text    not null,
    target     text    not null,
    result     text    not null
) strict;

create index audit_entry_act_idx on audit_entry (act, number);

create trigger audit_entry_refuses_update before update on audit_entry
begin
    select raise(abort, 'audit entries are never changed');
end;

create trigger audit_entry_refuses_delete before delete on audit_entry
begin
    select raise(abort, 'audit entries are never removed');
end;
