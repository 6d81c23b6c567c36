DROP INDEX known_browsers_by_use;
