-- What erasing asks for, and no index found without reading a whole table: the keys of an
-- entry, those that no entry has any more, and what is being erased. Entries come by rising
-- numbers, so that loading adds to the end of the first; in the others little ever stands.
CREATE INDEX ledger_keys_by_number ON ledger_keys (number);
CREATE INDEX ledger_key_counts_unused ON ledger_key_counts (key)
    WHERE published = 0 AND others = 0;
CREATE INDEX erasures_under_way ON erasures (subject, subject_id) WHERE running;
