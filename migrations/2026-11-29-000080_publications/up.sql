-- What may be published of an award; an award without a row is withheld.
CREATE TABLE publications (
    application_id TEXT NOT NULL PRIMARY KEY REFERENCES applications (id),
    state TEXT NOT NULL,
    set_by TEXT NOT NULL REFERENCES accounts (id),
    set_at BIGINT NOT NULL
);
