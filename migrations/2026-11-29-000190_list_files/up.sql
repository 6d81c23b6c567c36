-- What versions of watch lists came in: each content once, however many versions hold
-- it. It lies packed (gzip) in DATA/files under storage_key.
CREATE TABLE list_contents (
    -- SHA-256 of the file as it came.
    sha256 TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    storage_key TEXT NOT NULL UNIQUE,
    packed_size BIGINT NOT NULL,
    packed_sha256 TEXT NOT NULL
);

-- The files of each version, in the order in which they were given.
CREATE TABLE list_files (
    version_id TEXT NOT NULL REFERENCES list_versions (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES list_contents (sha256),
    PRIMARY KEY (version_id, position)
);
CREATE INDEX list_files_by_content ON list_files (sha256);
