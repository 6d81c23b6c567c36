DROP TABLE hold_passes;
DROP TABLE holds;
