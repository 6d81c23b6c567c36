DROP TABLE rubric_drafts;
ALTER TABLE review_versions DROP COLUMN rubric_id;
ALTER TABLE criteria DROP COLUMN measure;
ALTER TABLE criteria DROP COLUMN justified;
