ALTER TABLE purges DROP COLUMN backups_replaced_at;
