DROP INDEX uploads_by_start;
DROP INDEX member_invitations_by_end;
DROP INDEX one_time_links_by_end;
DROP INDEX sessions_by_use;
DROP INDEX payment_file_lines_by_disbursement;
DROP INDEX applications_waiting;
