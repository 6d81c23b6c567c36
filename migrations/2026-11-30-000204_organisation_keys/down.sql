DROP TABLE organisation_keys;
