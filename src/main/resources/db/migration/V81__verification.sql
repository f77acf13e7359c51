-- What an administrator verifies an employer by.

-- Where two administrators decide: who has accepted first what stands there now.
alter table employer add column approved_by uuid;
alter table employer add column approved_at timestamp with time zone;

-- A recruiter shows that mail at the employer's domain reaches them. It holds for that domain alone.
create table employer_mail_proof (
    id           uuid                     not null primary key,
    version      bigint                   not null,
    employer_id  uuid                     not null references employer (id),
    account_id   uuid                     not null references account (id),
    email        varchar(254)             not null,
    asked_at     timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    constraint employer_mail_proof_once unique (employer_id, account_id, email)
);
create index employer_mail_proof_by on employer_mail_proof (account_id);

-- The skeleton of an employer's name and domain, whole and with each letter left out: two that share one look alike.
create table employer_likeness (
    employer_id uuid         not null references employer (id),
    kind        varchar(10)  not null,
    variant     varchar(100) not null,
    primary key (employer_id, kind, variant)
);
create index employer_likeness_by_variant on employer_likeness (kind, variant);
