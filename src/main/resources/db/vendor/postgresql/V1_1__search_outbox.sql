-- Hibernate Search's outbox and agents, as it generates them for this database (8.2.2): a commit and what must
-- follow from it in the index are one transaction.

create table hsearch_agent (
    id                   uuid                        not null primary key,
    name                 varchar(255)                not null,
    type                 varchar(255)                not null,
    state                varchar(255)                not null,
    tenant_id            varchar(255),
    expiration           timestamp(6) with time zone not null,
    assigned_shard_index integer,
    total_shard_count    integer,
    payload              bytea
);

create table hsearch_outbox_event (
    id             uuid                        not null primary key,
    entity_name    varchar(256)                not null,
    entity_id      varchar(256)                not null,
    entity_id_hash integer                     not null,
    payload        bytea                       not null,
    retries        integer                     not null,
    process_after  timestamp(6) with time zone not null,
    status         varchar(255)                not null,
    tenant_id      varchar(255)
);
create index hsearch_outbox_due on hsearch_outbox_event (process_after);
