-- What claims owe to certifying boards. state is 'held' while the course has no activity id at the board.
create table report_line
(
    ledger_id        text    not null,
    seq              integer not null,
    n                integer not null,
    board            text    not null,
    course_id        text    not null,
    pars_activity_id text,
    credit_type      text    not null,
    completed_on     text    not null,
    hundredths       integer not null,
    state            text    not null,
    created_at       integer not null,
    constraint report_line_pkey primary key (ledger_id, seq, n),
    constraint report_line_hundredths_check check (hundredths >= 0)
) strict;

create index report_line_state_idx on report_line (state, created_at);
