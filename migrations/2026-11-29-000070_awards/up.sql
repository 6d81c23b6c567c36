-- Awards: what becomes of a released decision to fund.
CREATE TABLE awards (
    -- That of the decision.
    id TEXT NOT NULL PRIMARY KEY REFERENCES decisions (id),
    application_id TEXT NOT NULL REFERENCES applications (id),
    state TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency TEXT NOT NULL,
    -- In which the agreement is written.
    tongue TEXT NOT NULL,
    -- YYYY-MM-DD; none until it is planned.
    starts_on TEXT,
    ends_on TEXT,
    opened_at BIGINT NOT NULL,
    -- When the agreement was laid before the organisation.
    offered_at BIGINT,
    offered_by TEXT REFERENCES accounts (id),
    agreed_at BIGINT,
    agreed_by TEXT REFERENCES accounts (id),
    -- Name and office of who agreed, as they wrote it; empty until then.
    agreed_name TEXT NOT NULL,
    -- SHA-256 of the terms that were agreed to; empty until then.
    agreed_print TEXT NOT NULL,
    -- The agreement signed on paper, where it was.
    signed_file_id TEXT REFERENCES attachments (id),
    -- What of the amount goes back to the budget.
    freed_minor BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT REFERENCES accounts (id),
    -- Why money goes back or the award ended; empty where nothing was said.
    ended_reason TEXT NOT NULL
);
CREATE INDEX awards_by_state ON awards (state, id);
CREATE INDEX awards_by_application ON awards (application_id, id);

-- The planned parts of an award, in its currency.
CREATE TABLE award_tranches (
    award_id TEXT NOT NULL REFERENCES awards (id),
    -- From 1 on.
    position INTEGER NOT NULL,
    amount_minor BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    -- The report that has to be accepted before; none where no report has to.
    after_report INTEGER,
    PRIMARY KEY (award_id, position)
);

-- Where the money of an award goes. Rows are added; the latest counts.
CREATE TABLE bank_accounts (
    id TEXT NOT NULL PRIMARY KEY,
    award_id TEXT NOT NULL REFERENCES awards (id),
    holder TEXT NOT NULL,
    bank TEXT NOT NULL,
    iban TEXT NOT NULL,
    -- Empty where it was not told.
    bic TEXT NOT NULL,
    given_by TEXT NOT NULL REFERENCES accounts (id),
    given_at BIGINT NOT NULL
);
CREATE INDEX bank_accounts_by_award ON bank_accounts (award_id, id);

-- One transfer each; one that was dropped stays on record.
CREATE TABLE disbursements (
    id TEXT NOT NULL PRIMARY KEY,
    award_id TEXT NOT NULL REFERENCES awards (id),
    position INTEGER NOT NULL,
    -- In the currency of the award.
    amount_minor BIGINT NOT NULL,
    paid_minor BIGINT NOT NULL,
    paid_currency TEXT NOT NULL,
    -- How much of the paid currency one unit of the award's is worth; none where they
    -- are the same.
    rate TEXT,
    rate_day TEXT,
    rate_source TEXT,
    prepared_by TEXT NOT NULL REFERENCES accounts (id),
    prepared_at BIGINT NOT NULL,
    programme_by TEXT REFERENCES accounts (id),
    programme_at BIGINT,
    finance_by TEXT REFERENCES accounts (id),
    finance_at BIGINT,
    -- The account that finance approved.
    bank_id TEXT REFERENCES bank_accounts (id),
    -- Why it was approved though list screening left something open; empty where it
    -- did not.
    programme_reason TEXT NOT NULL,
    finance_reason TEXT NOT NULL,
    exported_at BIGINT,
    -- The day on which the bank executed it.
    paid_on TEXT,
    paid_by TEXT REFERENCES accounts (id),
    dropped_at BIGINT,
    dropped_by TEXT REFERENCES accounts (id),
    dropped_reason TEXT NOT NULL
);
CREATE INDEX disbursements_by_award ON disbursements (award_id, id);
CREATE INDEX disbursements_by_finance ON disbursements (finance_at, id);

-- Files for the bank, and what stood in them.
CREATE TABLE payment_files (
    id TEXT NOT NULL PRIMARY KEY,
    format TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE TABLE payment_file_lines (
    file_id TEXT NOT NULL REFERENCES payment_files (id),
    disbursement_id TEXT NOT NULL REFERENCES disbursements (id),
    PRIMARY KEY (file_id, disbursement_id)
);

-- What the organisation reports, and when.
CREATE TABLE award_reports (
    award_id TEXT NOT NULL REFERENCES awards (id),
    -- From 1 on.
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    -- The draft, or what was sent.
    words TEXT NOT NULL,
    -- Spent so far, in the currency of the award.
    spent_minor BIGINT,
    saved_at BIGINT,
    sent_at BIGINT,
    sent_by TEXT REFERENCES accounts (id),
    judged_at BIGINT,
    judged_by TEXT REFERENCES accounts (id),
    -- What staff ask to be mended; empty where nothing.
    note TEXT NOT NULL,
    reminded_at BIGINT,
    PRIMARY KEY (award_id, position)
);
CREATE INDEX award_reports_by_due ON award_reports (state, due_on, award_id);

-- Changes of an agreement that stands.
CREATE TABLE award_amendments (
    award_id TEXT NOT NULL REFERENCES awards (id),
    -- From 1 on.
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    -- Days of an extension; none for other changes.
    ends_before TEXT,
    ends_after TEXT,
    made_by TEXT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    -- Who agreed for the organisation, where somebody had to.
    agreed_by TEXT REFERENCES accounts (id),
    agreed_at BIGINT,
    PRIMARY KEY (award_id, number)
);

-- Awards that were released before they were followed.
INSERT INTO awards
    (id, application_id, state, amount_minor, currency, tongue, opened_at,
     agreed_name, agreed_print, freed_minor, ended_reason)
SELECT decisions.id, decisions.application_id, 'agreement', decisions.amount_minor,
    rounds.currency, accounts.language, decisions.released_at, '', '', 0, ''
FROM decisions
INNER JOIN applications ON applications.id = decisions.application_id
INNER JOIN rounds ON rounds.id = applications.round_id
INNER JOIN accounts ON accounts.id = applications.created_by
WHERE decisions.outcome = 'award'
    AND decisions.released_at IS NOT NULL
    AND decisions.dropped_at IS NULL
    AND decisions.amount_minor IS NOT NULL;
