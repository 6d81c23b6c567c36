DROP INDEX erasures_under_way;
DROP INDEX ledger_key_counts_unused;
DROP INDEX ledger_keys_by_number;
