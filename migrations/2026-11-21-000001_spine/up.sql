-- One set of migrations for SQLite and PostgreSQL: see migrations/README.md for the rules.

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    disabled_at BIGINT
);

CREATE TABLE account_roles (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, role)
);
CREATE INDEX account_roles_by_role ON account_roles (role, account_id);

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE throttles (
    bucket TEXT NOT NULL PRIMARY KEY,
    started_at BIGINT NOT NULL,
    hits INTEGER NOT NULL
);

CREATE TABLE one_time_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    account_id TEXT REFERENCES accounts (id),
    email TEXT NOT NULL,
    role TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    sent_at BIGINT,
    failure TEXT
);
CREATE INDEX outbox_by_due ON outbox (sent_at, due_at);

CREATE TABLE audit_events (
    seq BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id TEXT,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    before_state TEXT NOT NULL,
    after_state TEXT NOT NULL,
    request_id TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX audit_events_by_object ON audit_events (object_kind, object_id, seq);

CREATE TABLE terms (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (list, code)
);

CREATE TABLE programmes (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    who TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE rubrics (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    version INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (programme_id, version)
);

CREATE TABLE criteria (
    id TEXT NOT NULL PRIMARY KEY,
    rubric_id TEXT NOT NULL REFERENCES rubrics (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    gate BOOLEAN NOT NULL,
    weight INTEGER NOT NULL,
    name TEXT NOT NULL,
    guidance TEXT NOT NULL,
    anchors TEXT NOT NULL,
    UNIQUE (rubric_id, code)
);

CREATE TABLE forms (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (programme_id, version)
);

CREATE TABLE rounds (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    rubric_id TEXT NOT NULL REFERENCES rubrics (id),
    form_id TEXT NOT NULL REFERENCES forms (id),
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    currency TEXT NOT NULL,
    budget_minor BIGINT NOT NULL,
    least_minor BIGINT NOT NULL,
    most_minor BIGINT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    grace_minutes INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    reviews_due_at BIGINT NOT NULL,
    turnaround_days INTEGER NOT NULL,
    sign_off BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX rounds_by_state ON rounds (state, closes_at);

CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY,
    name_latin TEXT NOT NULL,
    name_arabic TEXT NOT NULL,
    name_hebrew TEXT NOT NULL,
    base TEXT NOT NULL,
    community TEXT NOT NULL,
    legal_form TEXT NOT NULL,
    website TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES accounts (id)
);

CREATE TABLE registrations (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    position INTEGER NOT NULL,
    register TEXT NOT NULL,
    number TEXT NOT NULL,
    PRIMARY KEY (organisation_id, position)
);

CREATE TABLE memberships (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, organisation_id)
);
CREATE INDEX memberships_by_organisation ON memberships (organisation_id, account_id);

CREATE TABLE applications (
    id TEXT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    round_id TEXT NOT NULL REFERENCES rounds (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    status TEXT NOT NULL,
    title TEXT NOT NULL,
    requested_minor BIGINT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES accounts (id),
    submitted_at BIGINT,
    late BOOLEAN NOT NULL
);
CREATE INDEX applications_by_round ON applications (round_id, id);
CREATE INDEX applications_by_round_status ON applications (round_id, status, id);
CREATE INDEX applications_by_organisation ON applications (organisation_id, id);

CREATE TABLE application_sections (
    application_id TEXT NOT NULL REFERENCES applications (id),
    section TEXT NOT NULL,
    answers TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (application_id, section)
);

CREATE TABLE submissions (
    application_id TEXT NOT NULL REFERENCES applications (id),
    version INTEGER NOT NULL,
    submitted_at BIGINT NOT NULL,
    submitted_by TEXT NOT NULL REFERENCES accounts (id),
    late BOOLEAN NOT NULL,
    answers TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (application_id, version)
);

CREATE TABLE screenings (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    outcome TEXT NOT NULL,
    reason TEXT,
    note TEXT NOT NULL,
    screened_by TEXT NOT NULL REFERENCES accounts (id),
    screened_at BIGINT NOT NULL
);
CREATE INDEX screenings_by_application ON screenings (application_id, screened_at);

CREATE TABLE checks (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    checked_by TEXT NOT NULL REFERENCES accounts (id),
    checked_at BIGINT NOT NULL
);
CREATE INDEX checks_by_application ON checks (application_id, kind, checked_at);

CREATE TABLE assignments (
    application_id TEXT NOT NULL REFERENCES applications (id),
    reviewer_id TEXT NOT NULL REFERENCES accounts (id),
    assigned_by TEXT NOT NULL REFERENCES accounts (id),
    assigned_at BIGINT NOT NULL,
    recused_at BIGINT,
    PRIMARY KEY (application_id, reviewer_id)
);
CREATE INDEX assignments_by_reviewer ON assignments (reviewer_id, application_id);

CREATE TABLE declarations (
    application_id TEXT NOT NULL REFERENCES applications (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    declared_at BIGINT NOT NULL,
    PRIMARY KEY (application_id, account_id)
);

CREATE TABLE conflicts (
    application_id TEXT NOT NULL REFERENCES applications (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    found_at BIGINT NOT NULL,
    PRIMARY KEY (application_id, account_id)
);
CREATE INDEX conflicts_by_account ON conflicts (account_id, application_id);

CREATE TABLE reviews (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    reviewer_id TEXT NOT NULL REFERENCES accounts (id),
    rubric_id TEXT NOT NULL REFERENCES rubrics (id),
    comment TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved_at BIGINT NOT NULL,
    submitted_at BIGINT,
    UNIQUE (application_id, reviewer_id)
);
CREATE INDEX reviews_by_reviewer ON reviews (reviewer_id, application_id);

CREATE TABLE scores (
    review_id TEXT NOT NULL REFERENCES reviews (id),
    criterion_id TEXT NOT NULL REFERENCES criteria (id),
    judgement TEXT NOT NULL,
    justification TEXT NOT NULL,
    PRIMARY KEY (review_id, criterion_id)
);

CREATE TABLE review_versions (
    review_id TEXT NOT NULL REFERENCES reviews (id),
    version INTEGER NOT NULL,
    submitted_at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (review_id, version)
);

CREATE TABLE decisions (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    number INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    amount_minor BIGINT,
    funding_type TEXT,
    rationale TEXT NOT NULL,
    feedback TEXT NOT NULL,
    waiver TEXT,
    proposed_by TEXT NOT NULL REFERENCES accounts (id),
    proposed_at BIGINT NOT NULL,
    signed_by TEXT REFERENCES accounts (id),
    signed_at BIGINT,
    released_by TEXT REFERENCES accounts (id),
    released_at BIGINT,
    dropped_by TEXT REFERENCES accounts (id),
    dropped_at BIGINT,
    UNIQUE (application_id, number)
);

CREATE TABLE conditions (
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (decision_id, position)
);
