-- How recruiters find members who let themselves be found.

-- What a profile is known by to others: random, because an id tells when it was made.
alter table candidate_profile add column handle uuid;
update candidate_profile set handle = gen_random_uuid();
alter table candidate_profile alter column handle set not null;
alter table candidate_profile add constraint candidate_profile_handle unique (handle);

-- Whoever looked, as they were called then; empty once they are erased.
alter table candidate_look add column recruiter_name varchar(200) default '' not null;

-- A member who blocks an employer shuts out what they let in before; taking the block back opens it again.
alter table candidate_grant add column shut boolean default false not null;

-- An employer asks a masked member who they are: one row for the two, whatever became of it.
create table candidate_request (
    id             uuid                     not null primary key,
    version        bigint                   not null,
    account_id     uuid                     not null references account (id),
    employer_id    uuid                     not null references employer (id),
    recruiter_id   uuid                     not null,
    recruiter_name varchar(200)             not null,
    message        varchar(500),
    status         varchar(20)              not null,
    asked_at       timestamp with time zone not null,
    answered_at    timestamp with time zone,
    unique (account_id, employer_id)
);

create index candidate_request_of_account on candidate_request (account_id, asked_at);
create index candidate_request_of_employer on candidate_request (employer_id, asked_at);

-- Whom the search index may still show although they are not to be found any more: by anybody, or by one employer. A row
-- stands from the moment of the change until the index has followed.
create table candidate_withheld (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    handle      uuid                     not null,
    employer_id uuid,
    since       timestamp with time zone not null
);

create index candidate_withheld_since on candidate_withheld (since);
