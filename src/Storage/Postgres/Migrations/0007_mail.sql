-- Mails to be delivered, and for some time those that were. due_at is also the end of a lease: who takes a mail moves it
-- on, so that nobody else takes it before. What a mail says is sealed, and gone when it has ended.
create table mail
(
    added_at    timestamptz      not null,
    due_at      timestamptz      not null,
    ended_at    timestamptz,
    attempts    integer          not null,
    mail_key    text collate "C" not null,
    state       text collate "C" not null,
    wrapped_key bytea,
    sealed      bytea,
    constraint mail_pkey primary key (mail_key),
    constraint mail_state_check check (state in ('waiting', 'delivered', 'given-up')),
    constraint mail_ended_check check ((state = 'waiting') = (ended_at is null)),
    constraint mail_sealed_check check ((state = 'waiting') = (sealed is not null) and (sealed is null) = (wrapped_key is null))
);

create index mail_due_at_idx on mail (due_at) where state = 'waiting';

create index mail_ended_at_idx on mail (ended_at) where state <> 'waiting';
