-- What members say of themselves for work. Nothing of it is public; every list hangs on one profile and dies with it.

create table candidate_profile (
    id                 uuid                     not null primary key,
    version            bigint                   not null,
    account_id         uuid                     not null unique references account (id),
    visibility         varchar(20)              not null,
    headline           varchar(120),
    summary            varchar(4000),
    relocation         varchar(20),
    availability       varchar(20),
    citizenship        varchar(2),
    second_citizenship varchar(2),
    phone              varchar(40),
    employer_name      varchar(120),
    employer_domain    varchar(253),
    created_at         timestamp with time zone not null,
    changed_at         timestamp with time zone not null
);

create table candidate_skill (
    profile_id uuid        not null references candidate_profile (id),
    ordinal    int         not null,
    name       varchar(60) not null,
    primary key (profile_id, ordinal)
);

create table candidate_place (
    profile_id uuid         not null references candidate_profile (id),
    ordinal    int          not null,
    place_id   varchar(120) not null,
    label      varchar(160) not null,
    primary key (profile_id, ordinal)
);

-- What all rows of a profile share; post_key tells a repeated post from a second row that reads the same.
create table candidate_row (
    id         uuid   not null primary key,
    version    bigint not null,
    profile_id uuid   not null references candidate_profile (id),
    post_key   uuid   not null,
    unique (profile_id, post_key)
);

create table candidate_clearance (
    id                   uuid        not null primary key references candidate_row (id),
    level_code           varchar(64) not null,
    accesses             varchar(40) not null,
    polygraph            varchar(20),
    polygraph_month      varchar(7),
    polygraph_agency     varchar(80),
    interim              boolean     not null,
    in_access            boolean     not null,
    last_used            varchar(7),
    granted              varchar(7),
    tier                 varchar(40),
    investigation_closed varchar(7),
    continuous_vetting   boolean     not null
);

create table candidate_work (
    id          uuid         not null primary key references candidate_row (id),
    title       varchar(120) not null,
    employer    varchar(120) not null,
    location    varchar(120),
    started     varchar(7)   not null,
    ended       varchar(7),
    description varchar(4000)
);

create table candidate_education (
    id        uuid         not null primary key references candidate_row (id),
    school    varchar(120) not null,
    degree    varchar(120) not null,
    subject   varchar(120),
    completed int
);

create table candidate_certification (
    id      uuid         not null primary key references candidate_row (id),
    code    varchar(40),
    name    varchar(120),
    earned  varchar(7),
    expires varchar(7)
);

create table candidate_service (
    id        uuid        not null primary key references candidate_row (id),
    branch    varchar(40) not null,
    specialty varchar(120),
    started   int         not null,
    ended     int
);
