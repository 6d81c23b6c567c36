ALTER TABLE submissions DROP COLUMN sealed;
ALTER TABLE organisation_sections DROP COLUMN sealed;
ALTER TABLE application_sections DROP COLUMN sealed;
