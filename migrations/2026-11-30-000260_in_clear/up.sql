-- Every start looks for what lies in clear, to seal it: where there is none, none is read.
CREATE INDEX application_sections_in_clear ON application_sections (application_id) WHERE sealed IS NULL;
CREATE INDEX organisation_sections_in_clear ON organisation_sections (organisation_id) WHERE sealed IS NULL;
CREATE INDEX submissions_in_clear ON submissions (application_id) WHERE sealed IS NULL;
CREATE INDEX engagements_in_clear ON engagements (id) WHERE sealed IS NULL;
CREATE INDEX engagement_quotes_in_clear ON engagement_quotes (id) WHERE sealed IS NULL;
CREATE INDEX incidents_in_clear ON incidents (id) WHERE sealed IS NULL;
CREATE INDEX referees_in_clear ON referees (id) WHERE sealed IS NULL;
CREATE INDEX messages_in_clear ON messages (id) WHERE sealed IS NULL;
CREATE INDEX concerns_in_clear ON concerns (id) WHERE sealed IS NULL;
CREATE INDEX attachments_in_clear ON attachments (id) WHERE sealed IS NULL;
CREATE INDEX engagement_uploads_in_clear ON engagement_uploads (id) WHERE sealed IS NULL AND removed_at IS NULL;

-- It looks, too, for keys that are sealed with an older master key.
CREATE INDEX organisation_keys_by_master_key ON organisation_keys (substr(wrapped, 3, 16));
