-- Name and key of a file whose content is sealed on the disk, sealed themselves with the key
-- of the organisation. The column that held the name in clear is emptied by the program.
ALTER TABLE attachments ADD COLUMN sealed TEXT;
ALTER TABLE engagement_uploads ADD COLUMN sealed TEXT;
