-- How sure a reviewer is, and what they recommend; reviews that were sent before
-- this have neither. Versions keep both in their body, and why they were sent.
ALTER TABLE reviews ADD COLUMN confidence TEXT;
ALTER TABLE reviews ADD COLUMN recommendation TEXT;
ALTER TABLE review_versions ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- Codes of the questions whose answers speak to a criterion, a JSON list. The
-- criteria that come with the system get theirs; codes that a form does not ask
-- show nothing.
ALTER TABLE criteria ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
UPDATE criteria SET evidence = '["mission","universality","reach"]' WHERE code = 'values';
UPDATE criteria SET evidence = '["supporters","same_costs","same_costs_detail","largest_share","state_share"]'
WHERE code = 'nondup';
UPDATE criteria SET evidence = '["incidents","listed","listings","staff_at_risk","staff_displaced","staff_detained","staff_killed","pressure_note"]'
WHERE code = 'political';
UPDATE criteria SET evidence = '["reserve_months","funding_lost","staff_laid_off","finances","without_grant"]'
WHERE code = 'financial';
UPDATE criteria SET evidence = '["governance","finances","audited","auditor","audit_year","policies","largest_grant","staff"]'
WHERE code = 'admin';
UPDATE criteria SET evidence = '["registration_status","registration_until","legal_note","foreign_transfer","transfer_problem"]'
WHERE code = 'legal';

-- Reviewers who left an application for want of competence or time. This is no
-- conflict of interest, and it can be given to them again.
CREATE TABLE abstentions (
    application_id TEXT NOT NULL REFERENCES applications (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL,
    abstained_at BIGINT NOT NULL,
    PRIMARY KEY (application_id, account_id)
);
