-- Balance targets of rounds: which part of the awards, or of their money, goes to whom.
CREATE TABLE balance_targets (
    round_id TEXT NOT NULL REFERENCES rounds (id),
    -- community, base, size or standing; and a code of that list.
    side TEXT NOT NULL,
    code TEXT NOT NULL,
    -- least or most; number or amount.
    edge TEXT NOT NULL,
    measure TEXT NOT NULL,
    percent_whole INTEGER NOT NULL,
    set_by TEXT NOT NULL REFERENCES accounts (id),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (round_id, side, code, edge, measure)
);
