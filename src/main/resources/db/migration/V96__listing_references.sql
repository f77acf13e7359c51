-- The number by which an employer knows a job. Given when the listing is made, and never to two of one employer.

alter table listing add column reference varchar(64);
alter table listing add constraint listing_reference unique (employer_id, reference);
