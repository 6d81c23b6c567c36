ALTER TABLE abstentions DROP COLUMN assigned_at;
