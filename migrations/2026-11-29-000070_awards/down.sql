DROP TABLE award_amendments;
DROP TABLE award_reports;
DROP TABLE payment_file_lines;
DROP TABLE payment_files;
DROP TABLE disbursements;
DROP TABLE bank_accounts;
DROP TABLE award_tranches;
DROP TABLE awards;
