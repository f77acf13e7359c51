-- Joining before the address is confirmed, and the links that are mailed to people who have an account.

create table joining (
    id              uuid                     not null primary key,
    version         bigint                   not null,
    token_hash      varchar(64)              not null unique,
    email           varchar(254)             not null,
    name            varchar(100)             not null,
    passphrase_hash varchar(300)             not null,
    first_desk      varchar(20)              not null,
    terms_version   varchar(20)              not null,
    begun_at        timestamp with time zone not null,
    ends_at         timestamp with time zone not null,
    status          varchar(20)              not null
);
create index joining_by_email on joining (email);
create index joining_by_end on joining (ends_at);

create table account_link (
    id         uuid                     not null primary key,
    version    bigint                   not null,
    purpose    varchar(20)              not null,
    token_hash varchar(64)              not null unique,
    account_id uuid references account (id) on delete cascade,
    email      varchar(254),
    ends_at    timestamp with time zone not null,
    used_at    timestamp with time zone
);
create index account_link_by_account on account_link (account_id, purpose);
create index account_link_by_end on account_link (ends_at);
