DROP TABLE overlap_searches;
DROP TABLE application_overlaps;
DROP TABLE ledger_key_counts;
DROP TABLE ledger_keys;
DROP TABLE ledger_entries;
DROP TABLE ledger_files;
