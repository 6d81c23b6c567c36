DROP TABLE retention_keeps;
DROP TABLE retention_periods;
