-- What limits and growing delays have counted, for all processes. Their keys are signed: nobody reads an address or a network here.

create table rate_limit (
    id         varchar(64)              not null primary key,
    state      bytea,
    expires_at timestamp with time zone not null
);
create index rate_limit_age on rate_limit (expires_at);

create table sign_in_delay (
    id      varchar(64)              not null primary key,
    tries   integer                  not null,
    next_at timestamp with time zone not null
);
create index sign_in_delay_age on sign_in_delay (next_at);
