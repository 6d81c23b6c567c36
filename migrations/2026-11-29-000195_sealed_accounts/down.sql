ALTER TABLE bank_accounts DROP COLUMN sealed;
