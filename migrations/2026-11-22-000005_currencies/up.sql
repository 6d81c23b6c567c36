-- Rates at which a round takes requests in other currencies than its own: one
-- unit of `reference` is worth `rate` units of `currency`. A row is never changed;
-- the last one of a currency counts, and one without a rate ends it.
CREATE TABLE round_rates (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES rounds (id),
    reference TEXT NOT NULL,
    currency TEXT NOT NULL,
    rate TEXT,
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL REFERENCES accounts (id)
);
CREATE INDEX round_rates_by_round ON round_rates (round_id, id);

-- What was asked for in another currency, and how `requested_minor` came of it:
-- all five, or none where the round's currency was asked for.
ALTER TABLE applications ADD COLUMN asked_minor BIGINT;
ALTER TABLE applications ADD COLUMN asked_currency TEXT;
ALTER TABLE applications ADD COLUMN rate TEXT;
ALTER TABLE applications ADD COLUMN rate_day TEXT;
ALTER TABLE applications ADD COLUMN rate_source TEXT;
