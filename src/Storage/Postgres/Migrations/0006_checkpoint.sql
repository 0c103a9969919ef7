-- Signed checkpoints and their leaves. Append-only.
create table checkpoint
(
    number    bigint           not null,
    at        timestamptz      not null,
    key_id    text collate "C" not null,
    watermark text collate "C" not null,
    statement bytea            not null,
    signature bytea            not null,
    constraint checkpoint_pkey primary key (number),
    constraint checkpoint_number_check check (number >= 1)
);

create table checkpoint_leaf
(
    number    bigint           not null,
    seq       bigint           not null,
    ledger_id text collate "C" not null,
    hash      bytea            not null,
    constraint checkpoint_leaf_pkey primary key (number, ledger_id)
);

create index checkpoint_leaf_ledger_idx on checkpoint_leaf (ledger_id, number);

create trigger checkpoint_refuses_change before update or delete on checkpoint
    for each row execute function refuse_change();
create trigger checkpoint_refuses_truncate before truncate on checkpoint
    for each statement execute function refuse_change();
create trigger checkpoint_leaf_refuses_change before update or delete on checkpoint_leaf
    for each row execute function refuse_change();
create trigger checkpoint_leaf_refuses_truncate before truncate on checkpoint_leaf
    for each statement execute function refuse_change();
