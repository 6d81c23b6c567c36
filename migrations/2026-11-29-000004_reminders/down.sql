DROP TABLE reminded_reviews;
DROP TABLE reminders;
ALTER TABLE accounts DROP COLUMN reminders_muted_at;
DROP TABLE reminder_schedules;
DROP TABLE review_imports;
ALTER TABLE review_versions DROP COLUMN imported_by;
ALTER TABLE declarations DROP COLUMN imported_by;
ALTER TABLE assignments DROP COLUMN imported_by;
