-- Where the money of a programme comes from, which decides whose lists count. A programme
-- without a row has not said, and every line of its setting counts.
CREATE TABLE money_sources (
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    jurisdiction TEXT NOT NULL,
    PRIMARY KEY (programme_id, jurisdiction)
);
