-- The mailing list. One row for one address, whatever it went through; the unique address decides between two requests.

create table subscriber (
    id                uuid                     not null primary key,
    version           bigint                   not null,
    email             varchar(254)             not null unique,
    status            varchar(20)              not null,
    asked_at          timestamp with time zone not null,
    wording           varchar(500)             not null,
    source_page       varchar(200),
    confirmed_at      timestamp with time zone,
    left_at           timestamp with time zone,
    suppressed_at     timestamp with time zone,
    suppressed_reason varchar(500),
    token_hash        varchar(64) unique,
    token_ends_at     timestamp with time zone,
    counted_since     timestamp with time zone,
    mails_counted     int                      not null,
    last_mail_at      timestamp with time zone
);
create index subscriber_by_status on subscriber (status, asked_at);

create table subscriber_topic (
    subscriber_id uuid        not null references subscriber (id) on delete cascade,
    topic         varchar(30) not null,
    primary key (subscriber_id, topic)
);
create index subscriber_topic_by_topic on subscriber_topic (topic);
