-- Roles of members, invitations, certifications, fiscal sponsors, applications filed by staff.

-- Whoever belonged to an organisation before there were roles could do everything.
ALTER TABLE memberships ADD COLUMN role TEXT NOT NULL DEFAULT 'owner';

CREATE TABLE member_invitations (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    invited_by TEXT NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_by TEXT REFERENCES accounts (id),
    ended_at BIGINT
);
CREATE INDEX member_invitations_by_organisation ON member_invitations (organisation_id, id);

CREATE TABLE certifications (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    officer_name TEXT NOT NULL,
    officer_role TEXT NOT NULL,
    taken_down BOOLEAN NOT NULL,
    certified_at BIGINT NOT NULL,
    digest TEXT NOT NULL
);
CREATE INDEX certifications_by_application ON certifications (application_id, id);
CREATE INDEX certifications_by_account ON certifications (account_id, id);

CREATE TABLE sponsorships (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    sponsor_name TEXT NOT NULL,
    email TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    asked_by TEXT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    organisation_id TEXT REFERENCES organisations (id),
    state TEXT NOT NULL,
    answered_by TEXT REFERENCES accounts (id),
    answered_at BIGINT,
    ended_by TEXT REFERENCES accounts (id),
    ended_at BIGINT
);
CREATE INDEX sponsorships_by_application ON sponsorships (application_id, id);
CREATE INDEX sponsorships_by_organisation ON sponsorships (organisation_id, application_id);

CREATE TABLE filings (
    application_id TEXT NOT NULL PRIMARY KEY REFERENCES applications (id),
    filed_by TEXT NOT NULL REFERENCES accounts (id),
    channel TEXT NOT NULL,
    reached_on TEXT NOT NULL,
    note TEXT NOT NULL,
    filed_at BIGINT NOT NULL
);
CREATE INDEX filings_by_account ON filings (filed_by, application_id);
