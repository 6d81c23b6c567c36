-- That every text was sealed which a release seals: a start that finds the mark of its own
-- release reads none of them.
CREATE TABLE sealed_marks (
    release TEXT PRIMARY KEY NOT NULL,
    looked_at BIGINT NOT NULL
);
