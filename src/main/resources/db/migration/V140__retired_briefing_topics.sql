-- Topics that no new briefing is written under; their pages and what stands on them stay.
alter table briefing_topic add column retired_at timestamp with time zone;
alter table briefing_topic add constraint briefing_topic_name unique (name);
