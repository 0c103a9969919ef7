-- Append-only. (ledger_id, seq) is the concurrency check; (command_key, ledger_id) makes a repeat harmless. The second
-- begins with the key, or plans made while the table is empty would
-- take it to look up a row by ledger and seq. txid says which rows a snapshot of the database could not have seen.
-- The columns of fixed length come first, which leaves no gaps between them.
create table journal
(
    seq         bigint           not null,
    at          timestamptz      not null,
    txid        bigint           not null default txid_current(),
    ledger_id   text collate "C" not null,
    command_key text collate "C" not null,
    kind        text collate "C" not null,
    prev_hash   bytea            not null,
    hash        bytea            not null,
    fingerprint bytea            not null,
    body        bytea            not null,
    constraint journal_pkey primary key (ledger_id, seq),
    constraint journal_command_key_key unique (command_key, ledger_id),
    constraint journal_seq_check check (seq >= 1)
);


-- Transaction ids are counted by the server. When the tables come to another server, ahead puts its ids after theirs.
create table txid_origin
(
    system_identifier bigint  not null,
    ahead             bigint  not null,
    only_row          boolean not null default true,
    constraint txid_origin_pkey primary key (only_row),
    constraint txid_origin_only_row_check check (only_row)
);

-- Rows lie in the order of their transactions, nearly: a few bytes for many pages find the newest.
create index journal_txid_idx on journal using brin (txid) with (pages_per_range = 16, autosummarize = on);

create function refuse_change() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end
$$;

-- The partitions inherit the first, not the second.
create trigger journal_refuses_change before update or delete on journal
    for each row execute function refuse_change();
create trigger journal_refuses_truncate before truncate on journal
    for each statement execute function refuse_change();
