WITH counted AS (
    SELECT r.id, r.application_id FROM reviews r
    WHERE r.submitted_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM assignments g WHERE g.application_id = r.application_id
                  AND g.reviewer_id = r.reviewer_id AND g.recused_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM conflicts c WHERE c.application_id = r.application_id
                      AND c.account_id = r.reviewer_id)
      AND NOT EXISTS (SELECT 1 FROM memberships m
                      JOIN applications a ON a.organisation_id = m.organisation_id
                      WHERE m.account_id = r.reviewer_id AND a.id = r.application_id)
),
totals AS (
    SELECT w.application_id, w.id,
           SUM(c.weight * CAST(s.judgement AS INTEGER)) * 20.0 / SUM(c.weight) AS total
    FROM counted w JOIN scores s ON s.review_id = w.id JOIN criteria c ON c.id = s.criterion_id
    WHERE s.judgement NOT IN ('', 'abstain') GROUP BY w.id
),
weighed AS (
    SELECT application_id, round(avg(total), 2) AS total, count(*) AS reviews,
           round(min(total), 2) AS low, round(max(total), 2) AS high
    FROM totals GROUP BY application_id
),
means AS (
    SELECT w.application_id,
           round(avg(CASE c.position WHEN 0 THEN s.judgement END), 2) AS mean_0,
           round(avg(CASE c.position WHEN 1 THEN s.judgement END), 2) AS mean_1,
           round(avg(CASE c.position WHEN 2 THEN s.judgement END), 2) AS mean_2,
           round(avg(CASE c.position WHEN 3 THEN s.judgement END), 2) AS mean_3,
           round(avg(CASE c.position WHEN 4 THEN s.judgement END), 2) AS mean_4,
           round(avg(CASE c.position WHEN 5 THEN s.judgement END), 2) AS mean_5
    FROM counted w JOIN scores s ON s.review_id = w.id JOIN criteria c ON c.id = s.criterion_id
    WHERE s.judgement NOT IN ('', 'abstain') GROUP BY w.application_id
)
SELECT a.reference, o.name_latin, o.name_arabic, o.name_hebrew,
       (SELECT group_concat(g.register || '-' || g.number, ';') FROM registrations g
        WHERE g.organisation_id = o.id) AS identifiers,
       o.base, o.community, a.status, n.currency, a.requested_minor / 100.0 AS requested,
       a.asked_currency, a.asked_minor, a.rate, a.rate_day, d.amount_minor / 100.0 AS awarded,
       m.mean_0, m.mean_1, m.mean_2, m.mean_3, m.mean_4, m.mean_5,
       w.total, w.reviews, w.low, w.high,
       rank() OVER (ORDER BY w.total DESC) AS place,
       d.outcome, d.funding_type,
       (SELECT group_concat(k.text || ' (' || k.reason || ')', '; ') FROM conditions k
        WHERE k.decision_id = d.id) AS conditions,
       d.waiver, p.name AS proposed_by, datetime(d.proposed_at / 1000000, 'unixepoch'),
       q.name AS signed_by, datetime(d.signed_at / 1000000, 'unixepoch'),
       datetime(d.released_at / 1000000, 'unixepoch'), d.reason,
       (SELECT group_concat(t.name, '; ') FROM decision_panel h JOIN accounts t ON t.id = h.account_id
        WHERE h.decision_id = d.id) AS present,
       d.rationale, d.feedback, d.over_budget, d.deviation
FROM applications a
JOIN rounds n ON n.id = a.round_id AND n.slug = 'large'
JOIN organisations o ON o.id = a.organisation_id
LEFT JOIN weighed w ON w.application_id = a.id
LEFT JOIN means m ON m.application_id = a.id
LEFT JOIN decisions d ON d.application_id = a.id AND d.dropped_at IS NULL
LEFT JOIN accounts p ON p.id = d.proposed_by
LEFT JOIN accounts q ON q.id = d.signed_by
ORDER BY place, a.id;
