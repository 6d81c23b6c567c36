-- Points of a criterion need a reason unless its rubric says otherwise.
ALTER TABLE criteria ADD COLUMN justified BOOLEAN NOT NULL DEFAULT TRUE;

-- The criterion of an earlier version under which judgements are kept: the points
-- of both mean the same. Without one, they are kept under the criterion itself.
ALTER TABLE criteria ADD COLUMN measure TEXT;

-- The version that each sending of a review was given on. Until now, a round never
-- changed its own.
ALTER TABLE review_versions ADD COLUMN rubric_id TEXT;
UPDATE review_versions SET rubric_id =
    (SELECT reviews.rubric_id FROM reviews WHERE reviews.id = review_versions.review_id);

-- The rubric that staff are writing, until it is published as a version.
CREATE TABLE rubric_drafts (
    programme_id TEXT NOT NULL PRIMARY KEY REFERENCES programmes (id),
    body TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL REFERENCES accounts (id)
);
