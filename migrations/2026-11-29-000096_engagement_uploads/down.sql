DROP TABLE engagement_uploads;
