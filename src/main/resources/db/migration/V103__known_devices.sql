-- Devices that somebody has signed in with lately, in the words they are told them by: another one is mailed.
create table known_device (
    account_id uuid                     not null references account (id),
    device     varchar(60)              not null,
    used_at    timestamp with time zone not null,
    primary key (account_id, device)
);

create index known_device_used on known_device (used_at);
