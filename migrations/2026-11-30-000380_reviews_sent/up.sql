-- What a reviewer sent, latest first: a page is read, however many there are.
CREATE INDEX reviews_sent ON reviews (reviewer_id, submitted_at, application_id);
