-- The log of one person: what they did, the latest first.
CREATE INDEX audit_events_by_actor ON audit_events (actor_id, seq);
