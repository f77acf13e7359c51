-- What a team keeps about an application among itself. Gone with the application, and with who wrote it.
create table application_note (
    id             uuid                     not null primary key,
    version        bigint                   not null,
    application_id uuid                     not null references application (id),
    account_id     uuid                     not null references account (id),
    submission_id  uuid                     not null,
    words          varchar(2000)            not null,
    written_at     timestamp with time zone not null,
    constraint application_note_once unique (account_id, submission_id)
);
create index application_note_of on application_note (application_id, written_at);

create table application_rating (
    id             uuid     not null primary key,
    version        bigint   not null,
    application_id uuid     not null references application (id),
    account_id     uuid     not null references account (id),
    stars          smallint not null,
    constraint application_rating_once unique (application_id, account_id)
);
create index application_rating_by on application_rating (account_id);
create index application_by_employer on application (employer_id, submitted_at);
