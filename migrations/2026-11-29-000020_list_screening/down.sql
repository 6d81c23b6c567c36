DROP TABLE list_acknowledgements;
DROP TABLE list_answers;
DROP TABLE list_hits;
DROP TABLE list_runs;
DROP TABLE list_rules;
DROP TABLE list_chunks;
DROP TABLE list_versions;
