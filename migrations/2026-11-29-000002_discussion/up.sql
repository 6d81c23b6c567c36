-- What a submitted review comes to, in hundredths of a point of 100, rounded half
-- up; none while too much is unjudged for it to count. A copy of what the scores
-- and weights say, kept where a review is sent, so that the spread of a whole round
-- is one sum; doctor proves it.
ALTER TABLE reviews ADD COLUMN total INTEGER;
UPDATE reviews SET total = (
    SELECT CAST(
        (4000 * SUM(c.weight * CAST(s.judgement AS INTEGER)) + SUM(c.weight)) / (2 * SUM(c.weight))
        AS INTEGER)
    FROM scores s JOIN criteria c ON c.id = s.criterion_id
    WHERE s.review_id = reviews.id AND s.judgement IN ('0', '1', '2', '3', '4', '5')
    GROUP BY s.review_id
    HAVING (SELECT SUM(w.weight) FROM criteria w WHERE w.rubric_id = reviews.rubric_id) - SUM(c.weight)
        <= (SELECT SUM(w.weight) FROM criteria w WHERE w.rubric_id = reviews.rubric_id) / 3
        AND SUM(c.weight) > 0
)
WHERE submitted_at IS NOT NULL;

-- Who was called to a discussion because the reviews differ widely: each person once
-- for each application, by what they themselves may know of the round.
CREATE TABLE discussion_calls (
    application_id TEXT NOT NULL REFERENCES applications (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    called_at BIGINT NOT NULL,
    PRIMARY KEY (application_id, account_id)
);

-- What reviewers and admins say about an application among themselves. Rows are only
-- added; a withdrawn one keeps its words here, and no page shows them.
CREATE TABLE discussion_posts (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    author_id TEXT NOT NULL REFERENCES accounts (id),
    -- Written by an admin as such, not as a reviewer.
    from_staff BOOLEAN NOT NULL,
    body TEXT NOT NULL,
    posted_at BIGINT NOT NULL,
    -- Made with the page that was posted, so that a second press is known.
    press TEXT NOT NULL,
    withdrawn_at BIGINT
);
CREATE UNIQUE INDEX discussion_posts_by_press ON discussion_posts (application_id, press);
CREATE INDEX discussion_posts_by_application ON discussion_posts (application_id, id);

-- Whose attention a post draws: as a reviewer, or as one of the staff.
CREATE TABLE discussion_mentions (
    post_id TEXT NOT NULL REFERENCES discussion_posts (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    as_staff BOOLEAN NOT NULL,
    PRIMARY KEY (post_id, account_id, as_staff)
);
