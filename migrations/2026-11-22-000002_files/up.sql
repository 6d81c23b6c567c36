-- Documents of applications. The content lies in DATA/files under storage_key.
CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    question TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    scan TEXT NOT NULL,
    storage_key TEXT NOT NULL UNIQUE,
    uploaded_by TEXT NOT NULL REFERENCES accounts (id),
    uploaded_at BIGINT NOT NULL,
    removed_at BIGINT
);
CREATE INDEX attachments_by_application ON attachments (application_id, id);

-- Documents on their way in parts. How much has arrived is the length of the file.
CREATE TABLE uploads (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    question TEXT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    mark TEXT NOT NULL,
    started_by TEXT NOT NULL REFERENCES accounts (id),
    started_at BIGINT NOT NULL,
    file_id TEXT REFERENCES attachments (id)
);
CREATE INDEX uploads_by_application ON uploads (application_id, id);
