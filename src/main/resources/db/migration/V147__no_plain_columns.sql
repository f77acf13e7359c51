alter table candidate_profile drop column citizenship_plain;
alter table candidate_profile drop column second_citizenship_plain;
alter table candidate_profile drop column phone_plain;

alter table candidate_clearance drop column investigation_closed_plain;
alter table candidate_clearance drop column granted_plain;
alter table candidate_clearance drop column last_used_plain;
alter table candidate_clearance drop column polygraph_month_plain;
