-- Listings that an employer brings in from elsewhere: one feed, read once.
create table import_run (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    employer_id uuid                     not null references employer (id),
    -- Null once that account is erased.
    account_id  uuid references account (id),
    -- The employer, while the run is not over: one at a time.
    open_key    uuid,
    source_id   uuid,
    name        varchar(200)             not null,
    full_feed   boolean                  not null,
    state       varchar(20)              not null,
    began_at    timestamp with time zone not null,
    ended_at    timestamp with time zone,
    to_close    bigint                   not null default 0,
    failure     varchar(300),
    constraint import_run_open unique (open_key)
);
create index import_run_by_employer on import_run (employer_id, began_at);
create index import_run_by_age on import_run (began_at);

-- One row of a feed and what became of it. What it says is kept until it is handled, and never where it was refused.
create table import_row (
    run_id     uuid         not null references import_run (id),
    ordinal    bigint       not null,
    reference  varchar(200) not null,
    title      varchar(200) not null,
    fields     varchar(200000),
    outcome    varchar(20)  not null,
    detail     varchar(1000),
    listing_id uuid,
    primary key (run_id, ordinal)
);
create index import_row_by_reference on import_row (run_id, reference);
create index import_row_by_outcome on import_row (run_id, outcome, ordinal);

-- A feed that is fetched again and again.
create table import_source (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    employer_id uuid                     not null references employer (id),
    account_id  uuid references account (id),
    address     varchar(2000)            not null,
    full_feed   boolean                  not null,
    every_hours integer                  not null,
    paused      boolean                  not null,
    next_at     timestamp with time zone not null,
    constraint import_source_one unique (employer_id)
);
create index import_source_due on import_source (next_at);
