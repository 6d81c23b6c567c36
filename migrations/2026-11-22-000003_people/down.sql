DROP TABLE filings;
DROP TABLE sponsorships;
DROP TABLE certifications;
DROP TABLE member_invitations;
ALTER TABLE memberships DROP COLUMN role;
