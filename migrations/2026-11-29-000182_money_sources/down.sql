DROP TABLE money_sources;
