-- Which feedback belongs to which course: one row for each course of the claim that it was given on. What was written
-- stays with the claim; here are only the answers on a scale, to be counted.
create table course_evaluation
(
    number      bigint generated always as identity,
    given_at    timestamptz      not null,
    has_comment boolean          not null,
    course_id   text collate "C" not null,
    claim_id    text collate "C" not null,
    learner_id  text collate "C" not null,
    ratings     jsonb            not null,
    constraint course_evaluation_pkey primary key (course_id, claim_id)
);

create index course_evaluation_comment_idx on course_evaluation (course_id, number) where has_comment;

create trigger course_evaluation_refuses_change before update or delete on course_evaluation
    for each row execute function refuse_change();
create trigger course_evaluation_refuses_truncate before truncate on course_evaluation
    for each statement execute function refuse_change();
