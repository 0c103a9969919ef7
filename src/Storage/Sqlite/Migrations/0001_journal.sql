-- Append-only. (ledger_id, seq) is the concurrency check; (ledger_id, command_key) makes a repeat harmless.
-- position is named so that nothing renumbers it; it orders rows by commit, which checkpoints rely on.
-- Instants are whole microseconds since 1970-01-01 UTC.
create table journal
(
    position    integer primary key,
    ledger_id   text    not null,
    seq         integer not null,
    prev_hash   blob    not null,
    hash        blob    not null,
    command_key text    not null,
    fingerprint blob    not null,
    kind        text    not null,
    body        blob    not null,
    at          integer not null,
    constraint journal_pkey unique (ledger_id, seq),
    constraint journal_command_key_key unique (ledger_id, command_key),
    constraint journal_seq_check check (seq >= 1),
    constraint journal_prev_hash_check check (length(prev_hash) = 32),
    constraint journal_hash_check check (length(hash) = 32),
    constraint journal_fingerprint_check check (length(fingerprint) = 32)
) strict;

create trigger journal_refuses_update before update on journal
begin
    select raise(abort, 'journal rows are never changed');
end;

create trigger journal_refuses_delete before delete on journal
begin
    select raise(abort, 'journal rows are never removed');
end;
