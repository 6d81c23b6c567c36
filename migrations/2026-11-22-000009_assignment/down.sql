ALTER TABLE applications DROP COLUMN topic;
ALTER TABLE applications DROP COLUMN written_in;
DROP TABLE assignment_plans;
DROP TABLE reviewer_profiles;
