-- Which certificate opens which account: by issuer and serial, as its authority keeps it.
create table smart_card (
    id         uuid                     not null primary key,
    account_id uuid                     not null references account (id),
    issuer     varchar(1000)            not null,
    serial     varchar(64)              not null,
    subject    varchar(1000)            not null,
    bound_at   timestamp with time zone not null,
    used_at    timestamp with time zone,
    unique (issuer, serial)
);

create index smart_card_of on smart_card (account_id);
