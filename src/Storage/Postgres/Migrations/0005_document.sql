-- Copies of folded ledgers; any of them may be lost.
create table snapshot
(
    seq          bigint           not null,
    fold_version integer          not null,
    ledger_id    text collate "C" not null,
    hash         bytea            not null,
    state        bytea            not null,
    constraint snapshot_pkey primary key (ledger_id, fold_version)
);

-- Documents are stored once and never changed. They are sealed, so they do not compress.
create table document
(
    created_at  timestamptz      not null,
    document_id text collate "C" not null,
    sha256      bytea            not null,
    sealed      bytea            not null,
    constraint document_pkey primary key (document_id),
    constraint document_sha256_check check (octet_length(sha256) = 32)
);

alter table document alter column sealed set storage external;

create trigger document_refuses_update before update on document
    for each row execute function refuse_change();
