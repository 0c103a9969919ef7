-- The state of grains that are not ledgers. version is the ETag; a cleared state keeps its row without a body, so that a
-- version never comes back.
create table entity
(
    state_name text    not null,
    key        text    not null,
    version    integer not null,
    body       blob,
    tag        text,
    changed_at integer not null,
    constraint entity_pkey primary key (state_name, key)
) strict;

create index entity_tag_idx on entity (state_name, tag, key) where tag is not null;

create table reminder
(
    grain_id      text    not null,
    reminder_name text    not null,
    grain_hash    integer not null,
    start_at      integer not null,
    period        integer not null,
    version       integer not null,
    constraint reminder_pkey primary key (grain_id, reminder_name)
) strict;

create index reminder_grain_hash_idx on reminder (grain_hash);
