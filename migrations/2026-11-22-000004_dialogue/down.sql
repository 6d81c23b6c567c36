DROP TABLE notices;
DROP TABLE message_reads;
DROP TABLE messages;
DROP TABLE clarification_sections;
DROP TABLE clarifications;
ALTER TABLE reviews DROP COLUMN submission_version;
ALTER TABLE accounts DROP COLUMN notice_frequency;
