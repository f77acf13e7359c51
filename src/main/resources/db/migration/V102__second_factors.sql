-- What signing in takes besides the passphrase. The secrets are encrypted, with a key that is not in the database.
alter table account add column second_factor_since timestamp with time zone;

create table second_factor (
    account_id uuid   not null primary key references account (id),
    version    bigint not null,
    secret     bytea,
    -- Offered, and not proved yet.
    pending    bytea,
    -- The last step of thirty seconds whose code was used: none is good twice.
    last_step  bigint not null,
    ends_at    timestamp with time zone
);

create index second_factor_ends on second_factor (ends_at);

create table recovery_code (
    id         uuid        not null primary key,
    account_id uuid        not null references account (id),
    code_hash  varchar(64) not null,
    used_at    timestamp with time zone,
    unique (account_id, code_hash)
);
