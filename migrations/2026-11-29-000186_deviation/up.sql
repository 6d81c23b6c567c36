-- Why a decision deviates from the ranking, as its proposer said it.
ALTER TABLE decisions ADD COLUMN deviation TEXT;
