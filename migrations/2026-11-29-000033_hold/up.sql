-- Organisations on hold: why, and when that is looked at again. At most one of an
-- organisation stands; what has ended stays.
CREATE TABLE holds (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    -- A day, such as 2026-11-29.
    review_on TEXT NOT NULL,
    placed_by TEXT NOT NULL REFERENCES accounts (id),
    placed_at BIGINT NOT NULL,
    ended_by TEXT REFERENCES accounts (id),
    ended_at BIGINT,
    ended_reason TEXT NOT NULL
);
CREATE INDEX holds_by_organisation ON holds (organisation_id, id);
CREATE INDEX holds_by_review ON holds (review_on, id);

-- Why one application goes on although its organisation is on hold.
CREATE TABLE hold_passes (
    hold_id TEXT NOT NULL REFERENCES holds (id),
    application_id TEXT NOT NULL REFERENCES applications (id),
    reason TEXT NOT NULL,
    passed_by TEXT NOT NULL REFERENCES accounts (id),
    passed_at BIGINT NOT NULL,
    PRIMARY KEY (hold_id, application_id)
);
