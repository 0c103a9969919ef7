-- Which feedback belongs to which course: one row for each course of the claim that it was given on. What was written
-- stays with the claim; here are only the answers on a scale, to be counted.
create table course_evaluation
(
    number      integer primary key autoincrement,
    given_at    integer not null,
    has_comment integer not null,
    course_id   text    not null,
    claim_id    text    not null,
    learner_id  text    not null,
    ratings     text    not null,
    constraint course_evaluation_claim_key unique (course_id, claim_id)
) strict;

create index course_evaluation_comment_idx on course_evaluation (course_id, number) where has_comment;

create trigger course_evaluation_refuses_update before update on course_evaluation
begin
    select raise(abort, 'feedback that was counted is never changed');
end;

create trigger course_evaluation_refuses_delete before delete on course_evaluation
begin
    select raise(abort, 'feedback that was counted is never removed');
end;
