-- Messages and concerns, sealed with the key of the organisation. The columns that held them
-- in clear are emptied by the program once it has sealed them.
ALTER TABLE messages ADD COLUMN sealed TEXT;
ALTER TABLE concerns ADD COLUMN sealed TEXT;
