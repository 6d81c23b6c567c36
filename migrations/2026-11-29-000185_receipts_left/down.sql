DROP INDEX outbox_by_receipt;
ALTER TABLE outbox DROP COLUMN receipt_of;
