ALTER TABLE outbox DROP COLUMN leaves_at;
ALTER TABLE outbox DROP COLUMN sealed;
