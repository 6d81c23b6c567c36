-- A round without a closing day gets one in the year 9999.
DROP INDEX rounds_by_state;
ALTER TABLE rounds ADD COLUMN old_closes_at BIGINT NOT NULL DEFAULT 253370764800000000;
ALTER TABLE rounds ADD COLUMN old_reviews_due_at BIGINT NOT NULL DEFAULT 253370764800000000;
UPDATE rounds SET old_closes_at = closes_at, old_reviews_due_at = reviews_due_at
WHERE closes_at IS NOT NULL;
ALTER TABLE rounds DROP COLUMN closes_at;
ALTER TABLE rounds DROP COLUMN reviews_due_at;
ALTER TABLE rounds DROP COLUMN review_days;
ALTER TABLE rounds RENAME COLUMN old_closes_at TO closes_at;
ALTER TABLE rounds RENAME COLUMN old_reviews_due_at TO reviews_due_at;
CREATE INDEX rounds_by_state ON rounds (state, closes_at);
