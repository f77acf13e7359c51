-- What members report and administrators decide, by what it is about.
create table moderation_case (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    kind        varchar(20)              not null,
    subject_id  uuid                     not null,
    employer_id uuid                     not null references employer (id),
    -- What it is about, while it is open: one open case about each.
    open_key    varchar(60),
    opened_at   timestamp with time zone not null,
    measure     varchar(20),
    decided_by  uuid,
    decided_at  timestamp with time zone,
    reason      varchar(1000),
    appeal      varchar(2000),
    appealed_at timestamp with time zone,
    answer      varchar(1000),
    answered_at timestamp with time zone,
    granted     boolean                  not null default false,
    constraint moderation_case_open unique (open_key)
);
create index moderation_case_by_employer on moderation_case (employer_id, decided_at);
create index moderation_case_decided on moderation_case (decided_at);

create table report (
    id            uuid                     not null primary key,
    version       bigint                   not null,
    case_id       uuid                     not null references moderation_case (id),
    -- Null once that account is erased; the words go with it.
    account_id    uuid references account (id),
    submission_id uuid                     not null,
    reason        varchar(30)              not null,
    words         varchar(2000)            not null,
    reported_at   timestamp with time zone not null,
    constraint report_once unique (account_id, submission_id)
);
create index report_by_case on report (case_id, reported_at);
