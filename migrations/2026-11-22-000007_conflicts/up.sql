-- Why a person is kept away from an application, and since when: rows are only
-- added and ended. The pairs with a row that is not ended stand in conflicts.
CREATE TABLE conflict_records (
    application_id TEXT NOT NULL REFERENCES applications (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    -- 1 for the first of a pair, then without gaps.
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- declared by the person, found by the system, pinned by an admin.
    found TEXT NOT NULL,
    reason TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    -- Nobody where the system found it.
    added_by TEXT REFERENCES accounts (id),
    ended_at BIGINT,
    ended_by TEXT REFERENCES accounts (id),
    ended_reason TEXT NOT NULL,
    PRIMARY KEY (application_id, account_id, number)
);
CREATE INDEX conflict_records_by_account ON conflict_records (account_id, application_id);
INSERT INTO conflict_records (application_id, account_id, number, kind, found, reason,
    added_at, added_by, ended_reason)
SELECT application_id, account_id, 1, kind, 'declared', '', found_at, account_id, ''
FROM conflicts;

-- Until now a reviewer who joined an applying organisation kept an assignment that
-- they could not see: it ended when they joined.
INSERT INTO conflict_records (application_id, account_id, number, kind, found, reason,
    added_at, ended_reason)
SELECT s.application_id, s.reviewer_id, 1, 'same_organisation', 'found', '', m.joined_at, ''
FROM assignments s
JOIN applications a ON a.id = s.application_id
JOIN memberships m ON m.organisation_id = a.organisation_id AND m.account_id = s.reviewer_id
WHERE s.recused_at IS NULL AND NOT EXISTS (SELECT 1 FROM conflicts c
    WHERE c.application_id = s.application_id AND c.account_id = s.reviewer_id);
INSERT INTO conflicts (application_id, account_id, kind, found_at)
SELECT application_id, account_id, kind, added_at FROM conflict_records WHERE found = 'found';
UPDATE assignments SET recused_at = (SELECT c.found_at FROM conflicts c
    WHERE c.application_id = assignments.application_id AND c.account_id = assignments.reviewer_id)
WHERE recused_at IS NULL AND EXISTS (SELECT 1 FROM conflicts c
    WHERE c.application_id = assignments.application_id AND c.account_id = assignments.reviewer_id);

-- Where people of the inside work or worked, as they say themselves.
CREATE TABLE affiliations (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    organisation TEXT NOT NULL,
    -- Of its website or addresses; may be empty.
    domain TEXT NOT NULL,
    role TEXT NOT NULL,
    -- The last day, YYYY-MM-DD; none while it lasts.
    until_day TEXT,
    added_at BIGINT NOT NULL,
    removed_at BIGINT
);
CREATE INDEX affiliations_by_account ON affiliations (account_id, id);
