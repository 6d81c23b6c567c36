-- Reports as they were sent: what is sent again takes nothing from what was sent before.
CREATE TABLE award_report_versions (
    award_id TEXT NOT NULL REFERENCES awards (id),
    -- Of the report.
    position INTEGER NOT NULL,
    -- From 1 on.
    number INTEGER NOT NULL,
    words TEXT NOT NULL,
    spent_minor BIGINT,
    sent_by TEXT REFERENCES accounts (id),
    sent_at BIGINT NOT NULL,
    -- What staff asked to be mended; empty where nothing.
    note TEXT NOT NULL,
    judged_by TEXT REFERENCES accounts (id),
    judged_at BIGINT,
    PRIMARY KEY (award_id, position, number)
);
INSERT INTO award_report_versions
    (award_id, position, number, words, spent_minor, sent_by, sent_at, note, judged_by, judged_at)
SELECT award_id, position, 1, words, spent_minor, sent_by, sent_at, note, judged_by, judged_at
FROM award_reports WHERE sent_at IS NOT NULL;
