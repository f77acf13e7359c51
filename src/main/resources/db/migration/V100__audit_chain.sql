-- The trail as a chain: each link's hash is made of the one before and of one entry, so that nothing in it can be changed,
-- taken out or put in between without all that follow telling. Entries are linked a little after they were added, by one
-- process at a time, so that nobody who adds one waits for another.
create table audit_link (
    link     bigint      not null primary key,
    position bigint      not null,
    hash     varchar(64) not null,
    constraint audit_link_once unique (position)
);
create index audit_entry_at on audit_entry (at, position);
create index account_by_name on account (name);
create index account_joined on account (joined_at);
create index listing_posted on listing (posted_at);
