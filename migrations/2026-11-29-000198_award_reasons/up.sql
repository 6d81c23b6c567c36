-- Why money of awards went back and why they ended: each reason stays when the next comes.
CREATE TABLE award_reasons (
    id TEXT NOT NULL PRIMARY KEY,
    award_id TEXT NOT NULL REFERENCES awards (id),
    words TEXT NOT NULL,
    given_by TEXT NOT NULL REFERENCES accounts (id),
    given_at BIGINT NOT NULL
);
CREATE INDEX award_reasons_of_award ON award_reasons (award_id, id);
-- An award ended once at most: its own id serves.
INSERT INTO award_reasons (id, award_id, words, given_by, given_at)
SELECT id, id, ended_reason, ended_by, ended_at FROM awards
WHERE ended_reason <> '' AND ended_by IS NOT NULL AND ended_at IS NOT NULL;
