ALTER TABLE engagement_uploads DROP COLUMN sealed;
ALTER TABLE attachments DROP COLUMN sealed;
