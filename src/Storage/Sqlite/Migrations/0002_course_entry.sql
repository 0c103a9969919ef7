-- The other side of journal rows, in the ledger of the course. Append-only like the journal.
create table course_entry
(
    position          integer primary key,
    course_id         text    not null,
    at                integer not null,
    ledger_id         text    not null,
    seq               integer not null,
    n                 integer not null,
    kind              integer not null,
    credit_type       text    not null,
    hundredths        integer not null,
    first_of_learner  integer not null,
    claim_by          text,
    certificate_id    text,
    verification_code blob,
    constraint course_entry_kind_check check (kind between 1 and 6),
    constraint course_entry_hundredths_check check (hundredths >= 0),
    constraint course_entry_verification_code_check check (length(verification_code) = 16)
) strict;

-- An index ends with the position: this one finds the entries of a course in order, and those after a stored sum.
create index course_entry_course_idx on course_entry (course_id);
create index course_entry_claim_by_idx on course_entry (claim_by, ledger_id) where claim_by is not null;
create index course_entry_verification_code_idx on course_entry (verification_code) where verification_code is not null;

create trigger course_entry_refuses_update before update on course_entry
begin
    select raise(abort, 'course entries are never changed');
end;

create trigger course_entry_refuses_delete before delete on course_entry
begin
    select raise(abort, 'course entries are never removed');
end;

-- The sums of a course's entries up to and including a position. May be lost: it is computed from the entries.
create table course_sum
(
    course_id   text    not null,
    credit_type text    not null,
    issued      integer not null,
    claimed     integer not null,
    reversed    integer not null,
    expired     integer not null,
    learners    integer not null,
    watermark   integer not null,
    constraint course_sum_pkey primary key (course_id, credit_type)
) strict;
