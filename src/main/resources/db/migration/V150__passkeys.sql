-- The name an authenticator knows a person by: random, so that it tells nothing about them.
create table passkey_owner (
    account_id uuid        not null primary key references account (id),
    handle     varchar(64) not null unique
);

create table passkey (
    id              uuid                     not null primary key,
    account_id      uuid                     not null references account (id),
    credential_id   varchar(1400)            not null unique,
    public_key      bytea                    not null,
    -- What the authenticator said of itself when it was added; the library reads the key out of it.
    attestation     bytea                    not null,
    signature_count bigint                   not null,
    transports      varchar(200)             not null,
    backup_eligible boolean                  not null,
    backup_state    boolean                  not null,
    label           varchar(60)              not null,
    created_at      timestamp with time zone not null,
    used_at         timestamp with time zone
);

create index passkey_of on passkey (account_id);

-- Offered on the desk until it is put away or one is added.
alter table account add column passkey_offered boolean default true not null;
update account set passkey_offered = false;
