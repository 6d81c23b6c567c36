-- How a round's applications are reviewed, and from when to when. The phase in
-- force is the one that opened last; one without an end lasts until the next
-- opens or the round is closed. `others`: never, after_own or always.
CREATE TABLE review_phases (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES rounds (id),
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    needed INTEGER NOT NULL,
    others TEXT NOT NULL,
    reviewer_names BOOLEAN NOT NULL,
    applicant_names BOOLEAN NOT NULL,
    discussion BOOLEAN NOT NULL,
    revision BOOLEAN NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT
);
CREATE INDEX review_phases_by_round ON review_phases (round_id, opens_at);

-- Rounds that are there keep the rules that they had, as one phase without an
-- end. Its id is the round's: a UUID that no other phase has.
INSERT INTO review_phases (id, round_id, name, scope, needed, others, reviewer_names,
    applicant_names, discussion, revision, opens_at)
SELECT id, id, '{"en":"","ar":"","he":""}', 'assigned', 1, 'after_own', FALSE, TRUE, TRUE, TRUE,
    opens_at
FROM rounds;
