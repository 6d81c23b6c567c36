ALTER TABLE award_amendments DROP COLUMN dropped_at;
ALTER TABLE award_amendments DROP COLUMN dropped_by;
