-- What happened that a member should know. The desk shows it; mail follows as the member wants it.

create table notice (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    account_id  uuid                     not null references account (id),
    kind        varchar(40)              not null,
    message_key varchar(120)             not null,
    arguments   varchar(2000)            not null,
    path        varchar(300)             not null,
    dedupe_key  varchar(200)             not null unique,
    happened_at timestamp with time zone not null,
    mailed_at   timestamp with time zone
);

create index notice_of_account on notice (account_id, happened_at);
