-- Organisations that everybody but their own people knows by a code name. Empty: by
-- its names.
ALTER TABLE organisations ADD COLUMN code_name TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX organisations_by_code_name ON organisations (code_name)
    WHERE code_name <> '';
