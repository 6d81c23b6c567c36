DROP INDEX erasure_requests_granted;
