-- Searches for members that recruiters keep. A recruiter has twenty places for them, each taken once.
create table recruiter_search (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    account_id  uuid                     not null references account (id),
    employer_id uuid                     not null references employer (id),
    place       integer                  not null check (place between 0 and 19),
    name        varchar(80)              not null,
    address     varchar(2000)            not null,
    address_key varchar(36)              not null,
    often       varchar(10)              not null,
    -- The first day whose changes were not told of yet.
    told_until  date                     not null,
    created_at  timestamp with time zone not null,
    unique (account_id, place),
    unique (account_id, employer_id, address_key)
);

create index recruiter_search_waiting on recruiter_search (told_until, id);
create index recruiter_search_of_employer on recruiter_search (employer_id);
