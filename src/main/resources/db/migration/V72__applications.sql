-- Applications to listings, and where members went that apply elsewhere.

-- Asked of whoever applies on this site, one a line.
alter table listing add column questions varchar(1100);

-- What is sent is the profile as it stands at any time: nothing of it is copied here. Without an account once its owner has
-- been erased. end_told_at: when the applicant was told that the listing is over.
create table application (
    id           uuid                     not null primary key,
    version      bigint                   not null,
    listing_id   uuid                     not null references listing (id),
    employer_id  uuid                     not null references employer (id),
    account_id   uuid references account (id),
    stage        varchar(20)              not null,
    stage_before varchar(20),
    submitted_at timestamp with time zone not null,
    moved_at     timestamp with time zone not null,
    note         varchar(2000),
    resume_sent  boolean                  not null,
    end_told_at  timestamp with time zone,
    -- However often and at once somebody applies.
    constraint application_once unique (account_id, listing_id)
);

create index application_of_account on application (account_id, submitted_at);
create index application_to_listing on application (listing_id, submitted_at);
create index application_by_stage on application (stage, listing_id);

create table application_answer (
    application_id uuid          not null references application (id),
    ordinal        integer       not null,
    question       varchar(200)  not null,
    answer         varchar(1000) not null,
    primary key (application_id, ordinal)
);

-- Each step is kept as it happened. moved_by: null once that account has been erased.
create table application_step (
    id             uuid                     not null primary key,
    version        bigint                   not null,
    application_id uuid                     not null references application (id),
    stage          varchar(20)              not null,
    side           varchar(20)              not null,
    moved_by       uuid,
    words          varchar(1000),
    taken_back     boolean                  not null,
    happened_at    timestamp with time zone not null
);

create index application_step_of on application_step (application_id, id);
create index application_step_by on application_step (moved_by);

-- A member who went to an employer's own site or mailbox. said_at: since when they say that they have applied there.
create table departure (
    id         uuid                     not null primary key,
    version    bigint                   not null,
    account_id uuid                     not null references account (id),
    listing_id uuid                     not null references listing (id),
    left_at    timestamp with time zone not null,
    said_at    timestamp with time zone,
    unique (account_id, listing_id)
);

create index departure_of_account on departure (account_id, left_at);

-- How many went there without being signed in: a number and nothing about them.
create table departure_count (
    listing_id uuid   not null primary key references listing (id),
    version    bigint not null,
    departures bigint not null
);
