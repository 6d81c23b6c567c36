DROP TABLE reserve_places;
DROP TABLE decision_reopenings;
DROP TABLE appeals;
