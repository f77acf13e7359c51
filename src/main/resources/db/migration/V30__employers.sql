-- Employers and who recruits for them. What a declined employer claimed is free for others again: its claimed_ columns
-- are null then, and nulls do not collide, which a partial index would say if both databases had one.

create table employer (
    id             uuid                     not null primary key,
    version        bigint                   not null,
    slug           varchar(80)              not null unique,
    name           varchar(150)             not null,
    name_key       varchar(150)             not null,
    domain         varchar(253)             not null,
    claimed_domain varchar(253) unique,
    cage           varchar(5),
    claimed_cage   varchar(5) unique,
    uei            varchar(12),
    claimed_uei    varchar(12) unique,
    website        varchar(300),
    description    varchar(4000)            not null,
    address        varchar(400),
    status         varchar(20)              not null,
    reason         varchar(1000),
    registered_at  timestamp with time zone not null,
    submitted_at   timestamp with time zone not null,
    decided_at     timestamp with time zone
);
create index employer_queue on employer (status, submitted_at);
create index employer_by_name on employer (status, name_key);
create index employer_same_name on employer (name_key);

create table employer_recruiter (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    employer_id uuid                     not null references employer (id),
    account_id  uuid                     not null references account (id),
    owner       boolean                  not null,
    since       timestamp with time zone not null,
    constraint employer_recruiter_once unique (employer_id, account_id)
);
create index employer_recruiter_by_account on employer_recruiter (account_id);
