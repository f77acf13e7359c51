-- How many profiles a recruiter, and an employer's recruiters together, have opened on a day (UTC).
create table candidate_look_quota (
    holder_id uuid    not null,
    looked_on date    not null,
    looks     integer not null,
    primary key (holder_id, looked_on)
);

create index candidate_look_quota_of_day on candidate_look_quota (looked_on, looks);
