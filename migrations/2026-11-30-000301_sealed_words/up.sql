-- What is said of people and told to them, and files of reviews that wait, sealed with the
-- master key. The columns that held it in clear are emptied by the program once it has sealed
-- them.
ALTER TABLE second_step_losses ADD COLUMN sealed TEXT;
ALTER TABLE erasure_requests ADD COLUMN sealed TEXT;
ALTER TABLE review_imports ADD COLUMN sealed TEXT;
