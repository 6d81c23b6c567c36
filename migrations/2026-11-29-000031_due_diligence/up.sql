-- What a programme needs to know before a grant, by amount in one currency. A currency
-- without rows keeps to the defaults.
CREATE TABLE diligence_tiers (
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    currency TEXT NOT NULL,
    position INTEGER NOT NULL,
    -- The last tier has none.
    upper_minor BIGINT,
    -- Such as 'papers list_screening referees:1 second'.
    asks TEXT NOT NULL,
    PRIMARY KEY (programme_id, currency, position)
);

-- What staff did outside of the program. Rows are added; a second person's look is
-- noted once. The latest of a step counts.
CREATE TABLE diligence_steps (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    step TEXT NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    taken_by TEXT NOT NULL REFERENCES accounts (id),
    taken_at BIGINT NOT NULL,
    second_by TEXT REFERENCES accounts (id),
    second_at BIGINT
);
CREATE INDEX diligence_steps_by_application ON diligence_steps (application_id, id);

-- Concerns about an application, raised to an admin and resolved with a reason.
CREATE TABLE concerns (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    words TEXT NOT NULL,
    -- Lifts the application by one tier while it is open.
    lifts BOOLEAN NOT NULL,
    raised_by TEXT NOT NULL REFERENCES accounts (id),
    raised_at BIGINT NOT NULL,
    raised_to TEXT NOT NULL REFERENCES accounts (id),
    resolved_by TEXT REFERENCES accounts (id),
    resolved_at BIGINT,
    resolution TEXT NOT NULL
);
CREATE INDEX concerns_by_application ON concerns (application_id, id);
