ALTER TABLE decisions DROP COLUMN over_budget;
