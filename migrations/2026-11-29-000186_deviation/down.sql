ALTER TABLE decisions DROP COLUMN deviation;
