-- Résumés. What a row holds can be read only with its person's key, and that only with a key kept outside the database.

create table candidate_key (
    account_id uuid   not null primary key references account (id),
    version    bigint not null,
    wrapped    bytea  not null
);

create table candidate_resume (
    id             uuid                     not null primary key,
    version        bigint                   not null,
    account_id     uuid                     not null unique references account (id),
    file_name      varchar(100)             not null,
    file_type      varchar(10)              not null,
    file_size      integer                  not null,
    uploaded_at    timestamp with time zone not null,
    encrypted_file bytea                    not null,
    encrypted_text bytea                    not null
);
