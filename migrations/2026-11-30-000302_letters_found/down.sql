DROP INDEX outbox_by_master_key;
DROP INDEX outbox_in_clear;
