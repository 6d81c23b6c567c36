DROP INDEX decisions_by_outcome;
