-- Letters, sealed with the master key: the links in them open what is kept sealed. The
-- program empties subject and body once it has sealed them.
ALTER TABLE outbox ADD COLUMN sealed TEXT;
-- When a letter is due. The former release, which goes by due_at, would send a sealed one
-- empty: to it such a letter is never due.
ALTER TABLE outbox ADD COLUMN leaves_at BIGINT;
