ALTER TABLE concerns DROP COLUMN sealed;
ALTER TABLE messages DROP COLUMN sealed;
