-- Why an award was signed although due diligence left something open.
CREATE TABLE diligence_acknowledgements (
    decision_id TEXT NOT NULL PRIMARY KEY REFERENCES decisions (id),
    reason TEXT NOT NULL,
    missing INTEGER NOT NULL,
    acknowledged_by TEXT NOT NULL REFERENCES accounts (id),
    acknowledged_at BIGINT NOT NULL
);
