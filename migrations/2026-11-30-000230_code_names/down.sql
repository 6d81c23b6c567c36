DROP INDEX organisations_by_code_name;
ALTER TABLE organisations DROP COLUMN code_name;
