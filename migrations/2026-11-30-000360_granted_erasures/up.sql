-- Requests that were granted and of which nothing is erased yet are found without reading
-- all of them.
CREATE INDEX erasure_requests_granted ON erasure_requests (granted, subject, id);
