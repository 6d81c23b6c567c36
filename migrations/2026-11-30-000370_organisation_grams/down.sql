ALTER TABLE organisations DROP COLUMN grams_of;
DROP TABLE organisation_grams;
