DROP TABLE award_reasons;
