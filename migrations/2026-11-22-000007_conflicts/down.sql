DROP TABLE affiliations;
DROP TABLE conflict_records;
