-- When bounces and complaints were last looked for, and what imports of other lists did.

create table mailing_intake (
    way       varchar(20)              not null primary key,
    looked_at timestamp with time zone not null,
    trouble   varchar(500)             not null
);

create table mailing_import (
    id          uuid                     not null primary key,
    imported_at timestamp with time zone not null,
    added       bigint                   not null,
    known       bigint                   not null,
    closed      bigint                   not null,
    wrong       bigint                   not null,
    told        varchar(4000)            not null
);
