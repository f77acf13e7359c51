-- The news desk: articles under topics, what was corrected in them, and the words they are found by.
create table briefing_topic (
    slug        varchar(60)  not null primary key,
    version     bigint       not null,
    name        varchar(80)  not null,
    description varchar(300) not null,
    position    integer      not null
);

insert into briefing_topic (slug, version, name, description, position) values
    ('weapons-of-mass-destruction', 0, 'Weapons of Mass Destruction',
     'Non-proliferation, arms control, and what keeps nuclear, chemical and biological material where it belongs.', 1),
    ('intelligence', 0, 'Intelligence',
     'How the intelligence community is led, paid for, overseen and staffed.', 2),
    ('cyber', 0, 'Cyber',
     'Defending networks: incidents, rules for contractors, and the people who do it.', 3),
    ('space', 0, 'Space and Missile Defense',
     'Satellites, launch, warning and interception.', 4),
    ('clearances', 0, 'Clearances and Workforce',
     'Vetting policy, processing times, reciprocity, and working in cleared jobs.', 5);

create table briefing (
    id               uuid                     not null primary key,
    version          bigint                   not null,
    -- Null until it is scheduled or published for the first time; then its address for good.
    slug             varchar(100),
    topic            varchar(60)              not null references briefing_topic (slug),
    status           varchar(20)              not null,
    headline         varchar(200)             not null,
    summary          varchar(600)             not null,
    body             varchar(40000)           not null,
    development      varchar(10000)           not null,
    place_id         varchar(80),
    place_label      varchar(120)             not null,
    dated_at         timestamp with time zone,
    source_name      varchar(200)             not null,
    source_url       varchar(2000)            not null,
    source_date      date,
    employer_id      uuid references employer (id),
    -- Names the form or the feed's entry that made it, so that each makes one.
    submission_id    uuid                     not null,
    written_by       uuid references account (id),
    changed_by       uuid references account (id),
    written_at       timestamp with time zone not null,
    changed_at       timestamp with time zone not null,
    publish_at       timestamp with time zone,
    published_at     timestamp with time zone,
    corrected_at     timestamp with time zone,
    withdrawn_at     timestamp with time zone,
    withdrawn_reason varchar(500),
    constraint briefing_slug unique (slug),
    constraint briefing_once unique (submission_id)
);
create index briefing_by_status on briefing (status, published_at);
create index briefing_by_topic on briefing (topic, status, published_at);
create index briefing_due on briefing (status, publish_at);
create index briefing_by_change on briefing (status, changed_at);
create index briefing_by_place on briefing (place_id);
create index briefing_by_employer on briefing (employer_id);

create table briefing_tag (
    briefing_id uuid        not null references briefing (id),
    tag         varchar(40) not null,
    primary key (briefing_id, tag)
);
create index briefing_by_tag on briefing_tag (tag);

create table briefing_correction (
    id           uuid                     not null primary key,
    version      bigint                   not null,
    briefing_id  uuid                     not null references briefing (id),
    note         varchar(1000)            not null,
    corrected_at timestamp with time zone not null
);
create index briefing_correction_of on briefing_correction (briefing_id, corrected_at);
