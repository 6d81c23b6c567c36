//! What must come out: order, ranks, decisions and the rows of the exports.

use std::cmp::Ordering;

use crate::input::{Points, Request};
use crate::sums::{self, Ratio, Scored, percent};
use crate::walk::{ADMINS, REVIEWERS, Sent};

/// Of the round, in whole dollars.
pub const BUDGET: u64 = 1_000_000;
/// The best that are not awarded wait for money.
const RESERVES: usize = 8;
/// At the end of the ranking: proposed and never signed, then not proposed.
const UNSIGNED: usize = 2;
const UNDECIDED: usize = 1;

const REVIEWED: &str = "2026-11-02T12:00:00Z";
const PROPOSED: &str = "2026-11-02T13:30:00Z";
const SIGNED: &str = "2026-11-02T15:00:00Z";
const RELEASED: &str = "2026-11-02T16:30:00Z";

const HEAD: &str = "reference,organisation,organisation_arabic,organisation_hebrew,identifiers,\
    base,community,status,currency,requested,requested_currency,requested_amount,rate,rate_day,awarded,mean_values,mean_nondup,mean_political,\
    mean_financial,mean_admin,mean_legal,total,merit,priority,reviews,spread_low,spread_high,\
    rank,tied,outcome,funding_type,conditions,waiver,proposed_by,proposed_at,signed_by,signed_at,\
    released_at,reason,present,rationale,feedback,over_budget,deviation";
const SCORES_HEAD: &str = "reference,reviewer,submitted_at,version,values,nondup,political,\
    financial,admin,legal,total,counted,first_total,recommendation,confidence";

/// What every proposal says, should it deviate from the ranking.
pub const WHY: &str = "So that both communities are supported.";

/// What the admins decide about one application.
pub struct Decision {
    pub outcome: &'static str,
    /// Of an award, in cents.
    pub cents: Option<u64>,
    /// With its reason.
    pub condition: Option<(&'static str, &'static str)>,
    pub waiver: Option<&'static str>,
    /// Which of the two admins proposes it; the other signs.
    pub by: usize,
    pub signed: bool,
}

/// One application in its place.
struct Line<'a> {
    /// Which of the sent ones.
    sent: usize,
    reference: &'a str,
    request: &'a Request,
    scored: Scored,
    rank: Option<usize>,
    tied: bool,
    decision: Option<Decision>,
}

/// The round as it must come out, best first.
pub struct Expected<'a>(Vec<Line<'a>>);

impl<'a> Expected<'a> {
    pub fn of(all: &'a [Sent]) -> Self {
        let scored: Vec<Scored> = all
            .iter()
            .map(|one| sums::score(&one.request.points))
            .collect();
        let means: Vec<Option<Ratio>> = scored.iter().map(|one| one.mean).collect();
        let lines = all
            .iter()
            .zip(scored)
            .enumerate()
            .map(|(n, (one, scored))| {
                let others = |order: Ordering| {
                    let mine = means[n]?;
                    let others = means.iter().flatten();
                    Some(others.filter(|mean| mean.compare(mine) == order).count())
                };
                Line {
                    sent: n,
                    reference: &one.reference,
                    request: one.request,
                    rank: others(Ordering::Greater).map(|better| better + 1),
                    // Itself is equal to itself.
                    tied: others(Ordering::Equal).is_some_and(|equal| equal > 1),
                    scored,
                    decision: None,
                }
            });
        let mut lines: Vec<Line> = lines.collect();
        lines.sort_by_key(|line| (line.rank.unwrap_or(usize::MAX), &all[line.sent].place));
        assert!(lines.iter().any(|line| line.tied), "some are tied");
        assert!(lines.iter().any(|line| line.rank.is_none()), "one unranked");
        decide(&mut lines);
        Self(lines)
    }

    /// The sent applications by rank, ties by their ids.
    pub fn order(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|line| line.sent)
    }

    /// What is decided, with the number of the sent application.
    pub fn decided(&self) -> impl Iterator<Item = (usize, &Decision)> {
        self.0.iter().filter_map(|line| {
            let decision = line.decision.as_ref()?;
            Some((line.sent, decision))
        })
    }

    pub fn decisions(&self, released: bool) -> Vec<Vec<String>> {
        let rows = self.0.iter().map(|line| line.decision_row(released));
        std::iter::once(cells(HEAD)).chain(rows).collect()
    }

    /// Reviews in the order of reviewers by name.
    pub fn scores(&self) -> Vec<Vec<String>> {
        let rows = self.0.iter().flat_map(|line| {
            let reviews = line.request.points.iter().zip(REVIEWERS);
            reviews.map(|(points, name)| score_row(line.reference, name, points))
        });
        std::iter::once(cells(SCORES_HEAD)).chain(rows).collect()
    }
}

fn cells(line: &str) -> Vec<String> {
    line.split(',').map(str::to_owned).collect()
}

/// From the best on, three quarters of every request as long as money is left.
fn decide(lines: &mut [Line]) {
    let (mut left, mut reserves, count) = (BUDGET * 100, 0, lines.len());
    for (n, line) in lines.iter_mut().enumerate() {
        if n + UNDECIDED >= count {
            continue;
        }
        let cents = (line.request.amount * 75 + 1).min(left);
        let award = cents > 0 && line.rank.is_some();
        let outcome = match award {
            true => "award",
            false if reserves < RESERVES => "reserve",
            false => "decline",
        };
        reserves += usize::from(outcome == "reserve");
        left -= if award { cents } else { 0 };
        line.decision = Some(Decision {
            outcome,
            cents: award.then_some(cents),
            condition: (award && n % 3 == 0).then_some(("An audit, yearly", "New board")),
            waiver: (award && !line.request.verified).then_some("Its register is closed"),
            by: n % ADMINS.len(),
            signed: n + UNDECIDED + UNSIGNED < count,
        });
    }
    let drawn = |outcome: &str| {
        let all = lines.iter().filter_map(|line| line.decision.as_ref());
        all.filter(|one| one.outcome == outcome).count()
    };
    assert_eq!(
        (left, drawn("reserve")),
        (0, RESERVES),
        "the budget is spent"
    );
    assert!(drawn("award") > 10 && drawn("decline") > UNSIGNED);
}

/// An amount with cents only where there are some.
pub fn dollars(cents: u64) -> String {
    match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{}.{rest:02}", cents / 100),
    }
}

impl Line<'_> {
    fn decision_row(&self, released: bool) -> Vec<String> {
        let (request, scored) = (self.request, &self.scored);
        let decision = self.decision.as_ref();
        let is_out = released && decision.is_some_and(|one| one.signed);
        let tied = if self.tied { "yes" } else { "no" };
        let mut row = vec![
            self.reference.to_owned(),
            request.organisation.clone(),
            String::new(),
            String::new(),
            String::new(),
            request.base.to_owned(),
            request.community.to_owned(),
            if is_out { "decided" } else { "deliberation" }.to_owned(),
            "USD".to_owned(),
            request.amount.to_string(),
            "USD".to_owned(),
            request.amount.to_string(),
            String::new(),
            String::new(),
            decision
                .and_then(|one| one.cents)
                .map_or_else(String::new, dollars),
        ];
        row.extend(scored.criteria.iter().cloned());
        row.extend([
            percent(scored.mean),
            percent(scored.merit),
            percent(scored.priority),
            scored.reviews.to_string(),
            percent(scored.lowest),
            percent(scored.highest),
            self.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            self.rank.map(|_| tied.to_owned()).unwrap_or_default(),
        ]);
        match decision {
            Some(decision) => row.extend(self.decided(decision, is_out)),
            None => row.extend(vec![String::new(); 15]),
        }
        row
    }

    fn decided(&self, decision: &Decision, released: bool) -> [String; 15] {
        let only = |holds: bool, text: &str| {
            if holds {
                text.to_owned()
            } else {
                String::new()
            }
        };
        let condition = decision
            .condition
            .map(|(what, why)| format!("{what} ({why})"));
        [
            decision.outcome.to_owned(),
            only(decision.cents.is_some(), self.request.funding_type),
            condition.unwrap_or_default(),
            decision.waiver.unwrap_or_default().to_owned(),
            ADMINS[decision.by].to_owned(),
            PROPOSED.to_owned(),
            only(decision.signed, ADMINS[1 - decision.by]),
            only(decision.signed, SIGNED),
            only(released, RELEASED),
            only(decision.outcome == "decline", "others_first"),
            String::new(),
            "By its rank.".to_owned(),
            String::new(),
            String::new(),
            WHY.to_owned(),
        ]
    }
}

fn score_row(reference: &str, name: &str, points: &Points) -> Vec<String> {
    let mut row = vec![
        reference.to_owned(),
        name.to_owned(),
        REVIEWED.to_owned(),
        "1".to_owned(),
    ];
    row.extend(points.iter().map(|one| match one {
        Some(points) => points.to_string(),
        None => "cannot judge".to_owned(),
    }));
    row.push(percent(sums::total(points)));
    row.push(if sums::counts(points) { "yes" } else { "no" }.to_owned());
    row.push(percent(sums::total(points)));
    row.extend(["fund".to_owned(), "medium".to_owned()]);
    row
}
