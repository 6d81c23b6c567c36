ALTER TABLE referees DROP COLUMN sealed;
ALTER TABLE incidents DROP COLUMN sealed;
ALTER TABLE engagement_quotes DROP COLUMN sealed;
ALTER TABLE engagements DROP COLUMN sealed;
