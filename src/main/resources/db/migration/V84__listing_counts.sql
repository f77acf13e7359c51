-- How often something happened to a listing, by day and by nobody: its page was opened, its link to elsewhere followed.
create table listing_count (
    listing_id uuid        not null references listing (id),
    figure     varchar(20) not null,
    counted_on date        not null,
    counted    bigint      not null,
    primary key (listing_id, figure, counted_on)
);

insert into listing_count (listing_id, figure, counted_on, counted)
select listing_id, 'CLICKS', current_date, departures from departure_count;

drop table departure_count;
