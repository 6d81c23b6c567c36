DROP TABLE lot_tickets;
DROP TABLE lots;
DROP TABLE lot_rounds;
