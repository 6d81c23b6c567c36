ALTER TABLE uploads DROP COLUMN sealed;
