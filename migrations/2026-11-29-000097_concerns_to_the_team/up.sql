-- A concern can be raised to every admin who may see the application; then raised_to names
-- who raised it.
ALTER TABLE concerns ADD COLUMN to_team BOOLEAN NOT NULL DEFAULT FALSE;
