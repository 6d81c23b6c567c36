-- An application keeps the version of the form it is answered on, and its stage.
ALTER TABLE applications ADD COLUMN form_id TEXT NOT NULL DEFAULT '';
UPDATE applications SET form_id = (SELECT rounds.form_id FROM rounds WHERE rounds.id = applications.round_id);
ALTER TABLE applications ADD COLUMN stage TEXT NOT NULL DEFAULT 'full';

-- Sections about the organisation itself are kept with it and confirmed in each application.
ALTER TABLE application_sections ADD COLUMN confirmed BOOLEAN NOT NULL DEFAULT TRUE;
CREATE TABLE organisation_sections (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    section TEXT NOT NULL,
    answers TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (organisation_id, section)
);

-- The form that staff are writing, until it is published as a version.
CREATE TABLE form_drafts (
    programme_id TEXT NOT NULL PRIMARY KEY REFERENCES programmes (id),
    body TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL REFERENCES accounts (id)
);
