-- Answers, sealed with the key of the organisation. What stays in `answers` is what lists
-- count with; the program takes the rest out of it once it has sealed it.
ALTER TABLE application_sections ADD COLUMN sealed TEXT;
ALTER TABLE organisation_sections ADD COLUMN sealed TEXT;
ALTER TABLE submissions ADD COLUMN sealed TEXT;
