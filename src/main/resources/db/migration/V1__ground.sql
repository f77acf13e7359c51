-- What every module stands on: waiting work, sessions, outgoing mail. One SQL for H2 and PostgreSQL.

create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

create table mail (
    id         uuid                     not null primary key,
    version    bigint                   not null,
    dedupe_key varchar(200)             not null unique,
    message_id varchar(200)             not null,
    recipient  varchar(320)             not null,
    subject    varchar(500)             not null,
    headers    varchar(4000)            not null,
    text_body  varchar(200000)          not null,
    html_body  varchar(400000)          not null,
    status     varchar(20)              not null,
    attempts   int                      not null,
    last_error varchar(1000),
    queued_at  timestamp with time zone not null,
    ended_at   timestamp with time zone
);
create index mail_by_status on mail (status, queued_at);
