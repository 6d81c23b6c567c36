-- The engagement log of organisations: visits, calls, convenings and letters. Rows are
-- only added: a correction is the next version of its entry, and only says of the one
-- before that it is no longer the latest.
CREATE TABLE engagements (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    latest BOOLEAN NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    -- YYYY-MM-DD
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    theirs TEXT NOT NULL,
    ours TEXT NOT NULL,
    notes TEXT NOT NULL,
    author_id TEXT NOT NULL REFERENCES accounts (id),
    written_at BIGINT NOT NULL,
    -- Why it was corrected; empty for the first version.
    reason TEXT NOT NULL,
    -- The whole entry is a mistake: it is shown as one and quoted no more.
    mistaken BOOLEAN NOT NULL,
    -- Made with the page that was posted, so that a second press is known.
    press TEXT NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE INDEX engagements_by_organisation ON engagements (organisation_id, latest, day, id);
CREATE UNIQUE INDEX engagements_by_press ON engagements (organisation_id, press);

-- Files of the organisation's applications that an entry points at.
CREATE TABLE engagement_files (
    engagement_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    file_id TEXT NOT NULL REFERENCES attachments (id),
    PRIMARY KEY (engagement_id, version, file_id),
    FOREIGN KEY (engagement_id, version) REFERENCES engagements (id, version)
);

-- Words of an entry, quoted as evidence about one application: for staff, or for its
-- reviewers too. Rows are only added and ended.
CREATE TABLE engagement_quotes (
    id TEXT NOT NULL PRIMARY KEY,
    engagement_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    application_id TEXT NOT NULL REFERENCES applications (id),
    audience TEXT NOT NULL,
    -- Code of the criterion beside which reviewers see it; empty for the whole application.
    criterion TEXT NOT NULL,
    words TEXT NOT NULL,
    quoted_by TEXT NOT NULL REFERENCES accounts (id),
    quoted_at BIGINT NOT NULL,
    press TEXT NOT NULL,
    ended_by TEXT REFERENCES accounts (id),
    ended_at BIGINT,
    FOREIGN KEY (engagement_id, version) REFERENCES engagements (id, version)
);
CREATE INDEX engagement_quotes_by_application ON engagement_quotes (application_id, ended_at);
CREATE INDEX engagement_quotes_by_engagement ON engagement_quotes (engagement_id);
CREATE UNIQUE INDEX engagement_quotes_by_press ON engagement_quotes (application_id, press);
