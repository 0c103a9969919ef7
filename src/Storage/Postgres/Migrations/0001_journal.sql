-- Append-only. (ledger_id, seq) is the concurrency check; (command_key, ledger_id) makes a repeat harmless. Both have the
-- ledger, so the table can be spread by it; the second begins with the key, or plans made while the table is empty would
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
    constraint journal_seq_check check (seq >= 1),
    constraint journal_prev_hash_check check (octet_length(prev_hash) = 32),
    constraint journal_hash_check check (octet_length(hash) = 32),
    constraint journal_fingerprint_check check (octet_length(fingerprint) = 32)
) partition by hash (ledger_id);

create table journal_0 partition of journal for values with (modulus 8, remainder 0);
create table journal_1 partition of journal for values with (modulus 8, remainder 1);
create table journal_2 partition of journal for values with (modulus 8, remainder 2);
create table journal_3 partition of journal for values with (modulus 8, remainder 3);
create table journal_4 partition of journal for values with (modulus 8, remainder 4);
create table journal_5 partition of journal for values with (modulus 8, remainder 5);
create table journal_6 partition of journal for values with (modulus 8, remainder 6);
create table journal_7 partition of journal for values with (modulus 8, remainder 7);

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
create trigger journal_0_refuses_truncate before truncate on journal_0
    for each statement execute function refuse_change();
create trigger journal_1_refuses_truncate before truncate on journal_1
    for each statement execute function refuse_change();
create trigger journal_2_refuses_truncate before truncate on journal_2
    for each statement execute function refuse_change();
create trigger journal_3_refuses_truncate before truncate on journal_3
    for each statement execute function refuse_change();
create trigger journal_4_refuses_truncate before truncate on journal_4
    for each statement execute function refuse_change();
create trigger journal_5_refuses_truncate before truncate on journal_5
    for each statement execute function refuse_change();
create trigger journal_6_refuses_truncate before truncate on journal_6
    for each statement execute function refuse_change();
create trigger journal_7_refuses_truncate before truncate on journal_7
    for each statement execute function refuse_change();
