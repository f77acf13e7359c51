-- Who may see a member's profile, whom it is kept from, and who looked.

-- An application lets its employer in, and so does the member's own word. Gone when it is taken back.
create table candidate_grant (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    account_id  uuid                     not null references account (id),
    employer_id uuid                     not null references employer (id),
    source      varchar(20)              not null,
    source_id   uuid                     not null,
    granted_at  timestamp with time zone not null,
    unique (source, source_id)
);

create index candidate_grant_of_account on candidate_grant (account_id, employer_id);
create index candidate_grant_to_employer on candidate_grant (employer_id);

create table candidate_block (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    account_id  uuid                     not null references account (id),
    employer_id uuid                     not null references employer (id),
    blocked_at  timestamp with time zone not null,
    unique (account_id, employer_id)
);

-- The ledger. Who looked is known by account and by name: the row outlives the recruiter's account.
create table candidate_look (
    id           uuid                     not null primary key,
    version      bigint                   not null,
    account_id   uuid                     not null references account (id),
    recruiter_id uuid                     not null,
    employer_id  uuid                     not null references employer (id),
    seen         varchar(20)              not null,
    looked_at    timestamp with time zone not null
);

create index candidate_look_at_account on candidate_look (account_id, looked_at);
create index candidate_look_by_recruiter on candidate_look (recruiter_id, looked_at);
