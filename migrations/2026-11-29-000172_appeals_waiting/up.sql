-- Requests that wait stand where staff begin.
CREATE INDEX appeals_waiting ON appeals (answered_at, id);
