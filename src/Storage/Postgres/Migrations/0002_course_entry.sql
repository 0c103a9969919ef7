-- The other side of journal rows, in the ledger of the course. Append-only like the journal, whose key makes
-- (ledger_id, seq, n) unique: an entry is only ever stored with its row. The key finds the entries of a course in order,
-- and those after a stored sum.
create table course_entry
(
    at                timestamptz      not null,
    seq               bigint           not null,
    hundredths        bigint           not null,
    txid              bigint           not null default txid_current(),
    position          bigint           not null generated always as identity (cache 32),
    n                 integer          not null,
    claim_by          date,
    kind              smallint         not null,
    first_of_learner  boolean          not null,
    course_id         text collate "C" not null,
    ledger_id         text collate "C" not null,
    credit_type       text collate "C" not null,
    certificate_id    text collate "C",
    verification_code bytea,
    constraint course_entry_pkey primary key (course_id, txid, position),
    constraint course_entry_kind_check check (kind between 1 and 6),
    constraint course_entry_hundredths_check check (hundredths >= 0),
    constraint course_entry_verification_code_check check (octet_length(verification_code) = 16)
);

create index course_entry_claim_by_idx on course_entry (claim_by, ledger_id) where claim_by is not null;
create index course_entry_verification_code_idx on course_entry (verification_code) where verification_code is not null;

create trigger course_entry_refuses_change before update or delete on course_entry
    for each row execute function refuse_change();
create trigger course_entry_refuses_truncate before truncate on course_entry
    for each statement execute function refuse_change();

-- The sums of a course's entries whose transaction is below the watermark. May be lost: it is computed from the entries.
create table course_sum
(
    watermark   bigint           not null,
    issued      bigint           not null,
    claimed     bigint           not null,
    reversed    bigint           not null,
    expired     bigint           not null,
    learners    bigint           not null,
    course_id   text collate "C" not null,
    credit_type text collate "C" not null,
    constraint course_sum_pkey primary key (course_id, credit_type)
);
