-- Keys with which is sealed what is kept of an organisation. They are sealed themselves,
-- with a master key that is not in the database. A key that is gone leaves its row.
CREATE TABLE organisation_keys (
    -- The name of the key, which what it sealed bears.
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    -- None once it is gone: nothing opens again that it sealed.
    wrapped TEXT,
    made_at BIGINT NOT NULL,
    gone_at BIGINT
);
CREATE INDEX organisation_keys_by_organisation ON organisation_keys (organisation_id, made_at);
