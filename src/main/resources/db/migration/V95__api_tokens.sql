-- What an employer's own programs show to act for it. Only the hash of a token is kept: who reads this table can use none.

create table api_token (
    id            uuid                     not null primary key,
    version       bigint                   not null,
    employer_id   uuid                     not null references employer (id),
    account_id    uuid                     not null references account (id),
    submission_id uuid                     not null,
    name          varchar(80)              not null,
    hash          varchar(64)              not null unique,
    reads         boolean                  not null,
    writes        boolean                  not null,
    made_at       timestamp with time zone not null,
    ends_at       timestamp with time zone,
    last_used_on  date,
    revoked_at    timestamp with time zone,
    constraint api_token_once unique (account_id, submission_id)
);
create index api_token_of on api_token (employer_id, made_at);
