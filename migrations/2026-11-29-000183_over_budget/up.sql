-- Why an award is right though the budget of its round does not hold it.
ALTER TABLE decisions ADD COLUMN over_budget TEXT;
