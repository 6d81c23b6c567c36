-- What ends when the provider says that a session there ended.
CREATE INDEX sessions_by_provider ON sessions (provider_session)
    WHERE provider_session IS NOT NULL;
CREATE INDEX one_time_links_by_provider ON one_time_links (provider_session)
    WHERE provider_session IS NOT NULL;
