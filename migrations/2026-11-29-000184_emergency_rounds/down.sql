ALTER TABLE rounds DROP COLUMN emergency;
