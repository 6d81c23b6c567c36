-- Holder, bank, number and code of an account, sealed with a master key that is not in
-- the database. The columns that held them in clear are emptied by the program once it
-- has sealed them, and go a release later.
ALTER TABLE bank_accounts ADD COLUMN sealed TEXT;
