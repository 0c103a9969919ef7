-- What claims owe to certifying boards. state is 'held' while the course has no activity id at the board.
create table report_line
(
    seq              bigint           not null,
    hundredths       bigint           not null,
    created_at       timestamptz      not null,
    n                integer          not null,
    completed_on     date             not null,
    ledger_id        text collate "C" not null,
    board            text collate "C" not null,
    course_id        text collate "C" not null,
    pars_activity_id text collate "C",
    credit_type      text collate "C" not null,
    state            text collate "C" not null,
    constraint report_line_pkey primary key (ledger_id, seq, n),
    constraint report_line_hundredths_check check (hundredths >= 0)
);

create index report_line_state_idx on report_line (state, created_at);
