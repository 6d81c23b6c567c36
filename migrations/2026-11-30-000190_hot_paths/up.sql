-- What pages and the program's own hours ask for, and no index found without reading a whole table.

-- What waits for an answer, the oldest first: few rows of many. A query uses it that says the
-- same in its own text.
CREATE INDEX applications_waiting ON applications (submitted_at, id)
WHERE status IN ('submitted', 'in_review', 'deliberation');

-- The file in which a transfer left.
CREATE INDEX payment_file_lines_by_disbursement ON payment_file_lines (disbursement_id, file_id);

-- What ends by itself, hour by hour.
CREATE INDEX sessions_by_use ON sessions (seen_at);
CREATE INDEX one_time_links_by_end ON one_time_links (expires_at);
CREATE INDEX member_invitations_by_end ON member_invitations (expires_at);
CREATE INDEX uploads_by_start ON uploads (started_at);
