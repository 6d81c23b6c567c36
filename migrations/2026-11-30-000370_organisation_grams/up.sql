-- Names are found that have a text somewhere in them: by its runs of three letters, made in
-- Rust. Of what those of an organisation were made, its own row says; the former release
-- leaves that as it was.
CREATE TABLE organisation_grams (
    gram TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (gram, organisation_id)
);
CREATE INDEX organisation_grams_by_organisation ON organisation_grams (organisation_id);

ALTER TABLE organisations ADD COLUMN grams_of TEXT NOT NULL DEFAULT '';
