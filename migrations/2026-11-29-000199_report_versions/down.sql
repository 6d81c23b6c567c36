DROP TABLE award_report_versions;
