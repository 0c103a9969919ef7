-- Signed checkpoints and their leaves. Append-only.
create table checkpoint
(
    number    integer not null,
    at        integer not null,
    statement blob    not null,
    signature blob    not null,
    key_id    text    not null,
    watermark text    not null,
    constraint checkpoint_pkey primary key (number),
    constraint checkpoint_number_check check (number >= 1)
) strict;

create table checkpoint_leaf
(
    number    integer not null,
    ledger_id text    not null,
    seq       integer not null,
    hash      blob    not null,
    constraint checkpoint_leaf_pkey primary key (number, ledger_id)
) strict;

create index checkpoint_leaf_ledger_idx on checkpoint_leaf (ledger_id, number);

create trigger checkpoint_refuses_update before update on checkpoint
begin
    select raise(abort, 'checkpoints are never changed');
end;

create trigger checkpoint_refuses_delete before delete on checkpoint
begin
    select raise(abort, 'checkpoints are never removed');
end;

create trigger checkpoint_leaf_refuses_update before update on checkpoint_leaf
begin
    select raise(abort, 'checkpoint leaves are never changed');
end;

create trigger checkpoint_leaf_refuses_delete before delete on checkpoint_leaf
begin
    select raise(abort, 'checkpoint leaves are never removed');
end;
