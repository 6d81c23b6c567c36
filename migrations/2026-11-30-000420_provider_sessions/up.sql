-- Which session at the provider of staff a session here stands for, and a sign-in that waits
-- for its code: SHA-256 of what the provider calls it. Empty where it was opened in another
-- way, by a former release, or where the provider names none.
ALTER TABLE sessions ADD COLUMN provider_session TEXT;
ALTER TABLE one_time_links ADD COLUMN provider_session TEXT;
