ALTER TABLE sessions DROP COLUMN owes_factor;
DROP TABLE recovery_codes;
DROP TABLE second_factors;
