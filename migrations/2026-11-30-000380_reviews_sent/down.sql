DROP INDEX reviews_sent;
