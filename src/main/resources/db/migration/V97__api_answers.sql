-- What a program was answered under an idempotency key, so that asking again makes nothing again. Kept for two days.

create table api_answer (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    token_id    uuid                     not null references api_token (id) on delete cascade,
    key_hash    varchar(64)              not null,
    body_hash   varchar(64)              not null,
    listing_id  uuid,
    answer      varchar(150000),
    answered_at timestamp with time zone not null,
    constraint api_answer_once unique (token_id, key_hash)
);
create index api_answer_age on api_answer (answered_at);
