-- Who is asked to recruit for an employer, and whether the employer recruits for others.
-- An invitation is for whoever confirmed its address; an open one claims the address, an ended one claims nothing.

create table employer_invitation (
    id             uuid                     not null primary key,
    version        bigint                   not null,
    employer_id    uuid                     not null references employer (id),
    email          varchar(254)             not null,
    claimed_email  varchar(254),
    owner          boolean                  not null,
    invited_by     uuid,
    invited_at     timestamp with time zone not null,
    ends_at        timestamp with time zone not null,
    status         varchar(20)              not null,
    constraint employer_invitation_once unique (employer_id, claimed_email)
);
create index employer_invitation_of on employer_invitation (employer_id, status, invited_at);
create index employer_invitation_to on employer_invitation (email);

create index employer_recruiter_of on employer_recruiter (employer_id, since);

alter table employer add column staffing boolean default false not null;

alter table listing add column responsible uuid;
alter table listing add column client varchar(150);
alter table listing add column client_withheld boolean default false not null;
update listing set responsible = created_by;
