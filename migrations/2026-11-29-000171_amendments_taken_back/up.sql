-- Changes of an agreement that staff took back before the organisation answered.
ALTER TABLE award_amendments ADD COLUMN dropped_by TEXT REFERENCES accounts (id);
ALTER TABLE award_amendments ADD COLUMN dropped_at BIGINT;
