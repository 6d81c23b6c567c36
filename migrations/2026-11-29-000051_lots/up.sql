-- Rounds in which lots may be drawn among applications that cannot be told apart.
CREATE TABLE lot_rounds (
    round_id TEXT NOT NULL PRIMARY KEY REFERENCES rounds (id),
    allowed_by TEXT NOT NULL REFERENCES accounts (id),
    allowed_at BIGINT NOT NULL
);

-- Draws. The commitment is the SHA-256 of the seed and public from the beginning; the
-- seed is shown once it is drawn. Both are 64 hexadecimal digits.
CREATE TABLE lots (
    commitment TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES rounds (id),
    seed TEXT NOT NULL,
    committed_by TEXT NOT NULL REFERENCES accounts (id),
    committed_at BIGINT NOT NULL,
    drawn_by TEXT REFERENCES accounts (id),
    drawn_at BIGINT
);
CREATE INDEX lots_by_round ON lots (round_id, committed_at);

-- Who takes part, fixed with the commitment.
CREATE TABLE lot_tickets (
    commitment TEXT NOT NULL REFERENCES lots (commitment),
    application_id TEXT NOT NULL REFERENCES applications (id),
    PRIMARY KEY (commitment, application_id)
);
CREATE INDEX lot_tickets_by_application ON lot_tickets (application_id);
