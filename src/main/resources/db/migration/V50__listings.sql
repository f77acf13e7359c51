-- Jobs as employers publish them. Live is what has the status LIVE, ends after now and is not withheld: expiry is never
-- written down. Times are instants; ends is the day as the recruiter chose it, ends_at the first instant after it at its place.

create table listing (
    id                   uuid                     not null primary key,
    version              bigint                   not null,
    employer_id          uuid                     not null references employer (id),
    created_by           uuid                     not null,
    submission_id        uuid                     not null,
    created_at           timestamp with time zone not null,
    changed_by           uuid                     not null,
    changed_at           timestamp with time zone not null,
    title                varchar(120)             not null,
    slug                 varchar(80)              not null,
    description          varchar(20000),
    place_id             varchar(100),
    place_label          varchar(200),
    latitude             double precision,
    longitude            double precision,
    zone                 varchar(60)              not null,
    workplace            varchar(20),
    employment_type      varchar(20),
    clearance_stated     boolean                  not null,
    clearance_level      varchar(64),
    sci                  boolean                  not null,
    sap                  boolean                  not null,
    polygraph            varchar(20)              not null,
    interim_accepted     boolean                  not null,
    will_sponsor         boolean                  not null,
    clearance_importance varchar(20)              not null,
    citizens_only        boolean                  not null,
    citizens_only_basis  varchar(300),
    pay_min              bigint,
    pay_max              bigint,
    pay_currency         varchar(3)               not null,
    pay_period           varchar(20)              not null,
    openings             integer                  not null,
    contingent           boolean                  not null,
    apply_by             varchar(20)              not null,
    apply_to             varchar(500),
    ends                 date,
    ends_at              timestamp with time zone,
    status               varchar(20)              not null,
    posted_at            timestamp with time zone,
    confirmed_at         timestamp with time zone,
    closed_at            timestamp with time zone,
    close_reason         varchar(20),
    withheld_at          timestamp with time zone,
    -- One form makes one listing, however often it is sent.
    constraint listing_made_once unique (created_by, submission_id),
    -- A published listing always has its dates.
    constraint listing_published check (status = 'DRAFT' or (posted_at is not null and confirmed_at is not null and ends_at is not null))
);

create index listing_of_employer on listing (employer_id, changed_at);
create index listing_live on listing (status, ends_at);
