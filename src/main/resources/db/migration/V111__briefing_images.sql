-- The picture of a briefing, as it was made anew from what an editor sent.
create table briefing_image (
    briefing_id uuid                     not null primary key references briefing (id),
    version     bigint                   not null,
    content     bytea                    not null,
    width       integer                  not null,
    height      integer                  not null,
    alternative varchar(300)             not null,
    credit      varchar(200)             not null,
    changed_at  timestamp with time zone not null
);
