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
    waiting     boolean                  not null,
    mailed_at   timestamp with time zone
);

create index notice_of_account on notice (account_id, happened_at);
create index notice_by_age on notice (happened_at);
-- Few wait at a time: for the next daily digest.
create index notice_waiting on notice (waiting, account_id);

-- What is mailed of one kind, where a member chose otherwise than the default.
create table notice_choice (
    id         uuid        not null primary key,
    version    bigint      not null,
    account_id uuid        not null references account (id),
    kind       varchar(40) not null,
    mailing    varchar(20) not null,
    unique (account_id, kind)
);

-- How far a member has read, and the day of their last digest: two digests at once are decided here.
create table notice_reader (
    account_id  uuid                     not null primary key references account (id),
    version     bigint                   not null,
    seen_until  timestamp with time zone not null,
    looked_at   timestamp with time zone not null,
    digested_on date
);
