-- Requests for support. Who asks and what is sealed. Identity values may be left out, and never come back.
create table support_request
(
    number      bigint generated always as identity (start with 1001),
    received_at timestamptz      not null,
    request_key text collate "C" not null,
    wrapped_key bytea            not null,
    sealed      bytea            not null,
    constraint support_request_pkey primary key (number),
    constraint support_request_key_key unique (request_key)
);
