DROP TABLE release_queue;
DROP TABLE decision_letters;
DROP TABLE letter_ways;
DROP TABLE letter_texts;
ALTER TABLE decisions DROP COLUMN corrects;
ALTER TABLE decisions DROP COLUMN reason;
