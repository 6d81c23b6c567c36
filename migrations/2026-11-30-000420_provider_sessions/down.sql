ALTER TABLE one_time_links DROP COLUMN provider_session;
ALTER TABLE sessions DROP COLUMN provider_session;
