DROP INDEX one_time_links_by_provider;
DROP INDEX sessions_by_provider;
