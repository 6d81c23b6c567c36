-- Reviews that came out of a file: who brought them. Nobody shall take an
-- assignment, a declaration or a version of a review for the reviewer's own click.
ALTER TABLE assignments ADD COLUMN imported_by TEXT;
ALTER TABLE declarations ADD COLUMN imported_by TEXT;
ALTER TABLE review_versions ADD COLUMN imported_by TEXT;

-- The one file of reviews that an admin looks at in a round, until it is carried
-- out or a day has passed.
CREATE TABLE review_imports (
    round_id TEXT NOT NULL REFERENCES rounds (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kept_at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (round_id, account_id)
);

-- When reviewers of a round are reminded: days before the due date, separated by
-- spaces. A round without a row keeps to the defaults.
CREATE TABLE reminder_schedules (
    round_id TEXT NOT NULL PRIMARY KEY REFERENCES rounds (id),
    active BOOLEAN NOT NULL,
    days TEXT NOT NULL
);

-- Since when a person wants no reminders.
ALTER TABLE accounts ADD COLUMN reminders_muted_at BIGINT;

-- Letters that reminded somebody: one for each day of their own calendar. Those
-- that an admin had sent name them.
CREATE TABLE reminders (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    day TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    sent_by TEXT REFERENCES accounts (id),
    PRIMARY KEY (account_id, day)
);

-- Which reviews such a letter was about.
CREATE TABLE reminded_reviews (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    application_id TEXT NOT NULL REFERENCES applications (id),
    day TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, application_id, day)
);
CREATE INDEX reminded_reviews_application ON reminded_reviews (application_id);
