-- What staff and referees write about organisations and who it names, sealed with the key
-- of the organisation. The columns that held it in clear are emptied by the program once it
-- has sealed it, and go a release later.
ALTER TABLE engagements ADD COLUMN sealed TEXT;
ALTER TABLE engagement_quotes ADD COLUMN sealed TEXT;
ALTER TABLE incidents ADD COLUMN sealed TEXT;
ALTER TABLE referees ADD COLUMN sealed TEXT;
