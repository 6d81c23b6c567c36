-- Whose receipt a letter is: the application is acknowledged when it leaves.
ALTER TABLE outbox ADD COLUMN receipt_of TEXT;
CREATE INDEX outbox_by_receipt ON outbox (receipt_of);
