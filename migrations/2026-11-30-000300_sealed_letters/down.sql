DROP INDEX outbox_by_master_key;
DROP INDEX outbox_in_clear;
ALTER TABLE outbox DROP COLUMN leaves_at;
ALTER TABLE outbox DROP COLUMN sealed;
