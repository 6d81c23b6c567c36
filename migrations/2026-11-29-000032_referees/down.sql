DROP TABLE referees;
