-- The key of what is on its way in parts, sealed with the key of the organisation. Empty for
-- what a former release began, until a part comes to this one.
ALTER TABLE uploads ADD COLUMN sealed TEXT;
