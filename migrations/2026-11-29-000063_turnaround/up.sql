-- Where a programme works and within how many working days it promises each step;
-- without a row the defaults.
CREATE TABLE turnaround_settings (
    programme_id TEXT NOT NULL PRIMARY KEY REFERENCES programmes (id),
    -- Such as 'il ps'.
    offices TEXT NOT NULL,
    -- Such as 'acknowledged:1 eligible:2'.
    targets TEXT NOT NULL
);

-- Days on which a place rests beside its weekends.
CREATE TABLE holidays (
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    place TEXT NOT NULL,
    -- A day, such as 2026-12-25.
    on_day TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (programme_id, place, on_day)
);

-- What waits is looked through from the oldest on.
CREATE INDEX applications_by_sending ON applications (submitted_at, id);
