-- Giving applications to reviewers by plan.

-- What a reviewer brings: codes separated by spaces; `cap` is the most reviews
-- of one round, none where the person set no bound.
CREATE TABLE reviewer_profiles (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    languages TEXT NOT NULL,
    places TEXT NOT NULL,
    expertise TEXT NOT NULL,
    cap INTEGER,
    saved_at BIGINT NOT NULL
);

-- The one plan that an admin looks at in a round: a later one takes its place.
CREATE TABLE assignment_plans (
    round_id TEXT NOT NULL REFERENCES rounds (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    applied_at BIGINT,
    body TEXT NOT NULL,
    PRIMARY KEY (round_id, account_id)
);

-- What the answers that were sent are written in, and the kind of support they
-- ask for; empty where that is not known.
ALTER TABLE applications ADD COLUMN written_in TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN topic TEXT NOT NULL DEFAULT '';
