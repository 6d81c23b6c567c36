DROP TABLE review_phases;
