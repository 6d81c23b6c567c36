-- When whoever is signed in last showed again that it is them; empty for those who have
-- not since they signed in.
ALTER TABLE sessions ADD COLUMN proved_at BIGINT;
