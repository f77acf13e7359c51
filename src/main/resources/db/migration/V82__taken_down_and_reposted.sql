-- Why an administrator took it down; it stays withheld, whatever becomes of its employer's standing.
alter table listing add column taken_down varchar(1000);

-- What it says, without case and punctuation, as a hash: the same words again are the same job.
alter table listing add column words_hash varchar(64);
-- The first that said the same; null for that one itself.
alter table listing add column repost_of uuid references listing (id);
create index listing_by_words on listing (employer_id, words_hash);
