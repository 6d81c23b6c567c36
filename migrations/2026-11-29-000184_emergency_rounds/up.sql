-- Whether a round is an emergency lane, in which two people always decide.
ALTER TABLE rounds ADD COLUMN emergency BOOLEAN NOT NULL DEFAULT FALSE;
