-- Letters, sealed with the master key: the links in them open what is kept sealed. The
-- program empties subject and body once it has sealed them.
ALTER TABLE outbox ADD COLUMN sealed TEXT;
-- When a letter is due. The former release, which goes by due_at, would send a sealed one
-- empty: to it such a letter is never due.
ALTER TABLE outbox ADD COLUMN leaves_at BIGINT;
-- Every start looks for letters in clear, and for those under an older master key.
CREATE INDEX outbox_in_clear ON outbox (id) WHERE sealed IS NULL;
CREATE INDEX outbox_by_master_key ON outbox (substr(sealed, 3, 16));
