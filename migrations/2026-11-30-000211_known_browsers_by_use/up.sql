-- Browsers that nobody signed in with for a year, which are forgotten hour by hour.
CREATE INDEX known_browsers_by_use ON known_browsers (seen_at);
