-- How many people of the panel have to take part in a decision of a round; none
-- without a row.
CREATE TABLE round_quorums (
    round_id TEXT NOT NULL PRIMARY KEY REFERENCES rounds (id),
    least INTEGER NOT NULL
);

-- Who took part in a decision.
CREATE TABLE decision_panel (
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (decision_id, account_id)
);
