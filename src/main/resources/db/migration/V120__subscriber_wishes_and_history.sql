-- What a subscriber may say of the mails they want, why an address was closed, and everything that proves an agreement.

alter table subscriber add column briefings_often varchar(10) default 'WEEKLY' not null;
alter table subscriber add column place varchar(200);
alter table subscriber add column latitude double precision;
alter table subscriber add column longitude double precision;
alter table subscriber add column wanted_level varchar(64);
alter table subscriber add column reminded_at timestamp with time zone;
alter table subscriber add column suppressed_because varchar(20);
alter table subscriber add column soft_bounces int default 0 not null;
alter table subscriber add column last_soft_bounce_at timestamp with time zone;
update subscriber set suppressed_because = 'ADMINISTRATOR' where status = 'SUPPRESSED';

create table subscriber_event (
    id            uuid                     not null primary key,
    subscriber_id uuid                     not null references subscriber (id) on delete cascade,
    kind          varchar(20)              not null,
    happened_at   timestamp with time zone not null,
    topics        varchar(200)             not null,
    wording       varchar(500)             not null,
    source_page   varchar(200)
);
create index subscriber_event_of on subscriber_event (subscriber_id, happened_at);
create index subscriber_event_by_kind on subscriber_event (kind, happened_at);

insert into subscriber_event (id, subscriber_id, kind, happened_at, topics, wording, source_page)
select gen_random_uuid(), id, 'ASKED', asked_at, '', wording, source_page from subscriber where wording <> '';
insert into subscriber_event (id, subscriber_id, kind, happened_at, topics, wording, source_page)
select gen_random_uuid(), id, 'CONFIRMED', confirmed_at, '', wording, source_page from subscriber
where confirmed_at is not null;
insert into subscriber_event (id, subscriber_id, kind, happened_at, topics, wording, source_page)
select gen_random_uuid(), id, 'LEFT', left_at, '', '', null from subscriber where left_at is not null;
insert into subscriber_event (id, subscriber_id, kind, happened_at, topics, wording, source_page)
select gen_random_uuid(), id, 'SUPPRESSED', suppressed_at, '', '', null from subscriber
where suppressed_at is not null;
