DROP TABLE discussion_mentions;
DROP TABLE discussion_posts;
DROP TABLE discussion_calls;
ALTER TABLE reviews DROP COLUMN total;
