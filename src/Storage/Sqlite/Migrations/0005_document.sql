-- Copies of folded ledgers; any of them may be lost.
create table snapshot
(
    ledger_id    text    not null,
    fold_version integer not null,
    seq          integer not null,
    hash         blob    not null,
    state        blob    not null,
    constraint snapshot_pkey primary key (ledger_id, fold_version)
) strict;

-- Documents are stored once and never changed.
create table document
(
    document_id text    not null,
    sha256      blob    not null,
    sealed      blob    not null,
    created_at  integer not null,
    constraint document_pkey primary key (document_id),
    constraint document_sha256_check check (length(sha256) = 32)
) strict;

create trigger document_refuses_update before update on document
begin
    select raise(abort, 'documents are never changed');
end;
