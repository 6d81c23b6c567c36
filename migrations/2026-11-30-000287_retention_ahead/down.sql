DROP TABLE retention_looks;
DROP TABLE retention_waiting;
