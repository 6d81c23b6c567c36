DROP TABLE abstentions;
ALTER TABLE criteria DROP COLUMN evidence;
ALTER TABLE review_versions DROP COLUMN reason;
ALTER TABLE reviews DROP COLUMN recommendation;
ALTER TABLE reviews DROP COLUMN confidence;
