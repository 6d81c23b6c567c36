DROP INDEX appeals_waiting;
