-- A round may have no closing day: then reviews of an application are due so many days
-- after it was sent. SQLite cannot take NOT NULL from a column, so the two dates move to
-- columns that may be empty, and these take over their names.
DROP INDEX rounds_by_state;
ALTER TABLE rounds ADD COLUMN new_closes_at BIGINT;
ALTER TABLE rounds ADD COLUMN new_reviews_due_at BIGINT;
ALTER TABLE rounds ADD COLUMN review_days INTEGER;
UPDATE rounds SET new_closes_at = closes_at, new_reviews_due_at = reviews_due_at;
ALTER TABLE rounds DROP COLUMN closes_at;
ALTER TABLE rounds DROP COLUMN reviews_due_at;
ALTER TABLE rounds RENAME COLUMN new_closes_at TO closes_at;
ALTER TABLE rounds RENAME COLUMN new_reviews_due_at TO reviews_due_at;
CREATE INDEX rounds_by_state ON rounds (state, closes_at);
