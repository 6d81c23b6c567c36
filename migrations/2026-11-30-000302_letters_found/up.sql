-- Every start looks for letters in clear, and for those under an older master key.
CREATE INDEX outbox_in_clear ON outbox (id) WHERE sealed IS NULL;
CREATE INDEX outbox_by_master_key ON outbox (substr(sealed, 3, 16));
