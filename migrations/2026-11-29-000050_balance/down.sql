DROP TABLE balance_targets;
