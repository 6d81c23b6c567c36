-- When a new daily backup took the place of those of before a purge; empty where none did.
ALTER TABLE purges ADD COLUMN backups_replaced_at BIGINT;
