DROP TABLE form_drafts;
DROP TABLE organisation_sections;
ALTER TABLE application_sections DROP COLUMN confirmed;
ALTER TABLE applications DROP COLUMN stage;
ALTER TABLE applications DROP COLUMN form_id;
