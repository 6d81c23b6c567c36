DROP TABLE engagement_quotes;
DROP TABLE engagement_files;
DROP TABLE engagements;
