-- How far the building of each search index has come. One process at a time builds one, as long as its claim is good; another takes
-- over where it died. An index that was never built, but grew, stands here as finished.

create table index_build (
    name            varchar(64)              not null primary key,
    builder         varchar(64)              not null,
    begun_at        timestamp with time zone not null,
    claimed_until   timestamp with time zone not null,
    entities_read   bigint                   not null default 0,
    entities_total  bigint                   not null default 0,
    finished_at     timestamp with time zone
);
