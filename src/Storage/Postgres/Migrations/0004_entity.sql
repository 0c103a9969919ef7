-- The state of grains that are not ledgers. version is the ETag; a cleared state keeps its row without a body, so that a
-- version never comes back.
create table entity
(
    version    bigint           not null,
    changed_at timestamptz      not null,
    state_name text collate "C" not null,
    key        text collate "C" not null,
    tag        text collate "C",
    body       bytea,
    constraint entity_pkey primary key (state_name, key)
);

create index entity_tag_idx on entity (state_name, tag, key) where tag is not null;

create table reminder
(
    start_at      timestamptz      not null,
    period        bigint           not null,
    version       bigint           not null,
    grain_hash    bigint           not null,
    grain_id      text collate "C" not null,
    reminder_name text collate "C" not null,
    constraint reminder_pkey primary key (grain_id, reminder_name)
);

create index reminder_grain_hash_idx on reminder (grain_hash);
