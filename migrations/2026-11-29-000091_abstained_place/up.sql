-- Since when whoever abstained had the application at first: their letter among its
-- reviewers stays theirs. Null of those who left before this was kept.
ALTER TABLE abstentions ADD COLUMN assigned_at BIGINT;
