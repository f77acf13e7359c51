-- People who sign in. An account exists only once its address is confirmed; until then there is a joining.

create table account (
    id                    uuid                     not null primary key,
    version               bigint                   not null,
    email                 varchar(254)             not null unique,
    name                  varchar(100)             not null,
    passphrase_hash       varchar(300)             not null,
    passphrase_changed_at timestamp with time zone not null,
    first_desk            varchar(20)              not null,
    administrator         boolean                  not null,
    editor                boolean                  not null,
    terms_version         varchar(20)              not null,
    terms_agreed_at       timestamp with time zone not null,
    joined_at             timestamp with time zone not null,
    disabled_at           timestamp with time zone
);
