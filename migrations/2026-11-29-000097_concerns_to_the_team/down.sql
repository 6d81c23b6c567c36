ALTER TABLE concerns DROP COLUMN to_team;
