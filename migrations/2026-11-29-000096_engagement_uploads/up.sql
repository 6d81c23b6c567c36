-- Files that staff added to entries of the engagement log. The content lies in DATA/files
-- under storage_key until the file is removed; its row stays.
CREATE TABLE engagement_uploads (
    id TEXT NOT NULL PRIMARY KEY,
    engagement_id TEXT NOT NULL,
    -- The version of the entry that stood when it was added.
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    scan TEXT NOT NULL,
    storage_key TEXT NOT NULL UNIQUE,
    uploaded_by TEXT NOT NULL REFERENCES accounts (id),
    uploaded_at BIGINT NOT NULL,
    removed_by TEXT REFERENCES accounts (id),
    removed_at BIGINT,
    FOREIGN KEY (engagement_id, version) REFERENCES engagements (id, version)
);
CREATE INDEX engagement_uploads_by_engagement ON engagement_uploads (engagement_id, id);
