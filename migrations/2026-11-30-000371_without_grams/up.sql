-- Organisations of whose names no grams were made, or of names of before: the former release
-- writes them so, and at first all are such. Read as in `store::organisation::grams`.
CREATE INDEX organisations_without_grams ON organisations (id)
    WHERE grams_of <> CASE WHEN code_name = ''
        THEN name_latin || '/' || name_arabic || '/' || name_hebrew ELSE code_name END;
