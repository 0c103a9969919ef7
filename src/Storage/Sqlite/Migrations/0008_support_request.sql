-- Requests for support. Who asks and what is sealed. Autoincrement, so that a number never comes back.
create table support_request
(
    number      integer primary key autoincrement,
    received_at integer not null,
    request_key text    not null,
    wrapped_key blob    not null,
    sealed      blob    not null,
    constraint support_request_key_key unique (request_key)
) strict;

insert into sqlite_sequence (name, seq) values ('support_request', 1000);
