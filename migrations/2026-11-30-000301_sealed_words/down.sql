ALTER TABLE review_imports DROP COLUMN sealed;
ALTER TABLE erasure_requests DROP COLUMN sealed;
ALTER TABLE second_step_losses DROP COLUMN sealed;
