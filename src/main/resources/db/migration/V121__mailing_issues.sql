-- Issues of the mailing list and who is to get which. The primary key of a delivery is what keeps anybody from getting an
-- issue twice; its key is the part of the Message-ID before the at sign, by which bounces are known.

create table mailing_issue (
    id                uuid                     not null primary key,
    version           bigint                   not null,
    submission_id     uuid                     not null unique,
    digest_key        varchar(60) unique,
    topic             varchar(30)              not null,
    often             varchar(10),
    subject           varchar(200)             not null,
    body              varchar(60000)           not null,
    segment_place     varchar(200),
    segment_latitude  double precision,
    segment_longitude double precision,
    segment_miles     int                      not null,
    segment_level     varchar(64),
    segment_since     date,
    status            varchar(20)              not null,
    made_at           timestamp with time zone not null,
    scheduled_at      timestamp with time zone,
    started_at        timestamp with time zone,
    ended_at          timestamp with time zone,
    retry_at          timestamp with time zone,
    failures          int                      not null,
    last_error        varchar(500)
);
create index mailing_issue_by_status on mailing_issue (status, scheduled_at);
create index mailing_issue_by_start on mailing_issue (started_at);

create table mailing_delivery (
    issue_id      uuid        not null references mailing_issue (id) on delete cascade,
    subscriber_id uuid        not null references subscriber (id) on delete cascade,
    message_key   uuid        not null unique,
    status        varchar(20) not null,
    attempts      int         not null,
    not_before    timestamp with time zone,
    ended_at      timestamp with time zone,
    primary key (issue_id, subscriber_id)
);
create index mailing_delivery_by_status on mailing_delivery (issue_id, status, subscriber_id);
create index mailing_delivery_of on mailing_delivery (subscriber_id);
create index mailing_delivery_ended on mailing_delivery (ended_at);

-- What stays of an issue once who got it is forgotten.
create table mailing_total (
    issue_id uuid        not null references mailing_issue (id) on delete cascade,
    status   varchar(20) not null,
    counted  bigint      not null,
    primary key (issue_id, status)
);

create table mailing_digest (
    topic   varchar(30) not null,
    often   varchar(10) not null,
    version bigint      not null,
    mode    varchar(10) not null,
    primary key (topic, often)
);
insert into mailing_digest (topic, often, version, mode) values ('JOBS', 'WEEKLY', 0, 'OFF');
insert into mailing_digest (topic, often, version, mode) values ('BRIEFINGS', 'DAILY', 0, 'OFF');
insert into mailing_digest (topic, often, version, mode) values ('BRIEFINGS', 'WEEKLY', 0, 'OFF');

create index mail_by_message_id on mail (message_id);
