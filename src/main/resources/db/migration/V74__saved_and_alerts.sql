-- What members keep: listings, and searches that tell them by mail of new listings.

-- One row for each member who keeps something. Whoever adds to it, or writes its member a mail, locks it first: limits
-- are counted and mails are written one after another. link_id stands in the links of mails in place of the account's.
create table alert_person (
    account_id uuid    not null primary key references account (id),
    version    bigint  not null,
    link_id    uuid    not null unique,
    -- All alerts are stopped, as one link of a mail does it; the searches stay as they are.
    muted      boolean not null
);

create table saved_listing (
    id         uuid                     not null primary key,
    version    bigint                   not null,
    account_id uuid                     not null references account (id),
    listing_id uuid                     not null references listing (id),
    saved_at   timestamp with time zone not null,
    unique (account_id, listing_id)
);

create index saved_listing_of_account on saved_listing (account_id, saved_at);
create index saved_listing_of_listing on saved_listing (listing_id);

-- What is looked for, without whose it is: kept once however many people save it, and so matched once. rules says by which
-- analysis its anchors were found; what another version of the site has anchored is anchored afresh.
create table alert_query (
    id          uuid          not null primary key,
    address     varchar(4000) not null,
    address_key varchar(64)   not null unique,
    rules       varchar(40)   not null
);

create index alert_query_by_rules on alert_query (rules);

-- A listing that has none of a query's anchors can't be found by it: the index of queries by what listings say.
create table alert_anchor (
    anchor   varchar(100) not null,
    query_id uuid         not null references alert_query (id) on delete cascade,
    primary key (anchor, query_id)
);

create index alert_anchor_of_query on alert_anchor (query_id);

-- told_round: matches up to that round have been dealt with; told_at: when that was.
create table saved_search (
    id          uuid                     not null primary key,
    version     bigint                   not null,
    account_id  uuid                     not null references account (id),
    name        varchar(80)              not null,
    address     varchar(4000)            not null,
    address_key varchar(64)              not null,
    query_id    uuid                     not null references alert_query (id),
    often       varchar(20)              not null,
    paused      boolean                  not null,
    created_at  timestamp with time zone not null,
    told_at     timestamp with time zone not null,
    told_round  bigint                   not null,
    unique (account_id, address_key)
);

create index saved_search_of_query on saved_search (query_id);

-- Listings that were published and have not been matched yet.
create table alert_news (
    listing_id uuid                     not null primary key,
    told_at    timestamp with time zone not null,
    due_at     timestamp with time zone not null
);

create index alert_news_due on alert_news (due_at);

-- One row. Whoever stores matches locks it and takes the next number, so that who sees a round sees all before it.
create table alert_round (
    id        integer not null primary key,
    number    bigint  not null,
    announced bigint  not null
);

insert into alert_round (id, number, announced) values (1, 0, 0);

-- The listings that were matched together, each by its place among them.
create table alert_batch (
    batch      bigint                   not null,
    place      integer                  not null,
    listing_id uuid                     not null,
    matched_at timestamp with time zone not null,
    primary key (batch, place)
);

create index alert_batch_by_age on alert_batch (matched_at);

-- What a query found among them: two bytes for each listing, its place. A wide search finds thousands in a day, and a row for
-- each of them would cost more than finding them.
create table alert_match (
    query_id uuid   not null references alert_query (id) on delete cascade,
    batch    bigint not null,
    round    bigint not null,
    found    bytea  not null,
    primary key (query_id, batch)
);

create index alert_match_of_round on alert_match (round);
create index alert_match_of_batch on alert_match (batch);

-- No listing is mailed to anybody twice, whichever of their searches finds it.
create table alert_sent (
    account_id uuid                     not null references account (id),
    listing_id uuid                     not null,
    sent_at    timestamp with time zone not null,
    primary key (account_id, listing_id)
);

create index alert_sent_by_age on alert_sent (sent_at);
