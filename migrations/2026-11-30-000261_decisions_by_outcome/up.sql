-- The list of rounds reads what waits on the reserve lists of all of them.
CREATE INDEX decisions_by_outcome ON decisions (outcome, application_id);
