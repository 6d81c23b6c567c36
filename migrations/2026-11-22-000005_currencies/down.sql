ALTER TABLE applications DROP COLUMN rate_source;
ALTER TABLE applications DROP COLUMN rate_day;
ALTER TABLE applications DROP COLUMN rate;
ALTER TABLE applications DROP COLUMN asked_currency;
ALTER TABLE applications DROP COLUMN asked_minor;
DROP TABLE round_rates;
