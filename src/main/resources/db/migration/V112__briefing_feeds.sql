-- Feeds of others that bring ideas: each entry becomes one draft, once, even where an editor has deleted it since.
create table briefing_feed (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    address     varchar(500)             not null,
    name        varchar(200)             not null,
    topic       varchar(60)              not null references briefing_topic (slug),
    every_hours integer                  not null,
    paused      boolean                  not null,
    next_at     timestamp with time zone not null,
    fetched_at  timestamp with time zone,
    failure     varchar(30),
    brought     bigint                   not null,
    constraint briefing_feed_once unique (address)
);
create index briefing_feed_due on briefing_feed (next_at);

create table briefing_feed_entry (
    entry_key varchar(64)              not null primary key,
    seen_at   timestamp with time zone not null
);
create index briefing_feed_entry_by_age on briefing_feed_entry (seen_at);
