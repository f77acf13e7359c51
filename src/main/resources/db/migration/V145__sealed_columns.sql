-- What a copy of the database must not tell is encrypted, with a key that is not in it. V146 is in Java and fills the columns,
-- V147 drops those in plain text.
alter table candidate_profile rename column citizenship to citizenship_plain;
alter table candidate_profile rename column second_citizenship to second_citizenship_plain;
alter table candidate_profile rename column phone to phone_plain;
alter table candidate_profile add column citizenship bytea;
alter table candidate_profile add column second_citizenship bytea;
alter table candidate_profile add column phone bytea;

alter table candidate_clearance rename column investigation_closed to investigation_closed_plain;
alter table candidate_clearance rename column granted to granted_plain;
alter table candidate_clearance rename column last_used to last_used_plain;
alter table candidate_clearance rename column polygraph_month to polygraph_month_plain;
alter table candidate_clearance add column investigation_closed bytea;
alter table candidate_clearance add column granted bytea;
alter table candidate_clearance add column last_used bytea;
alter table candidate_clearance add column polygraph_month bytea;
