DROP INDEX applications_by_sending;
DROP TABLE holidays;
DROP TABLE turnaround_settings;
