//! What an agreement says: from when to when, in which parts the money comes, and what
//! is reported when.

use super::day;
use super::report::ReportKind;
use crate::domain::moment::Day;
use crate::domain::numerals::western;
use crate::domain::{Language, Message, Money, Problems};

/// Most tranches of an award.
pub const TRANCHES_MOST: usize = 8;
/// Most reports of an award.
pub const REPORTS_MOST: usize = 8;

/// A planned part of the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tranche {
    pub minor: i64,
    pub due: Day,
    /// Number of the report that has to be accepted first.
    pub after_report: Option<i32>,
}

/// A report to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportPlan {
    pub kind: ReportKind,
    pub due: Day,
}

/// The plan of an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// In which the agreement is written.
    pub tongue: Language,
    pub starts: Day,
    pub ends: Day,
    /// Together the whole amount.
    pub tranches: Vec<Tranche>,
    pub reports: Vec<ReportPlan>,
}

/// A tranche as typed; a row left empty is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrancheText {
    pub amount: String,
    pub due: String,
    /// Number of a report, or nothing.
    pub after: String,
}

impl TrancheText {
    fn is_empty(&self) -> bool {
        [&self.amount, &self.due, &self.after]
            .iter()
            .all(|text| text.trim().is_empty())
    }
}

/// A report as typed; a row left empty is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportText {
    pub kind: String,
    pub due: String,
}

/// A plan as typed. Fields are `tongue`, `starts`, `ends`, `tranche.N.amount`,
/// `tranche.N.due`, `tranche.N.after`, `report.N.kind` and `report.N.due`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanDraft {
    pub tongue: String,
    pub starts: String,
    pub ends: String,
    pub tranches: Vec<TrancheText>,
    pub reports: Vec<ReportText>,
}

/// Reads a plan for an amount, or tells everything that is wrong with it.
pub fn read_plan(draft: &PlanDraft, amount: Money) -> Result<Plan, Problems> {
    let mut problems = Problems::default();
    let tongue = Language::from_code(&draft.tongue).ok_or_else(|| Message::new("error-choice"));
    let tongue = problems.take("tongue", tongue);
    let starts = problems.take("starts", day(&draft.starts));
    let ends = day(&draft.ends).and_then(|ends| match starts {
        Some(starts) if ends <= starts => Err(Message::new("error-award-ends")),
        _ => Ok(ends),
    });
    let ends = problems.take("ends", ends);
    let reports = reports(draft, &mut problems);
    let tranches = tranches(draft, (amount, reports.len()), &mut problems);
    match (tongue, starts, ends) {
        (Some(tongue), Some(starts), Some(ends)) if problems.is_empty() => Ok(Plan {
            tongue,
            starts,
            ends,
            tranches,
            reports,
        }),
        _ => Err(problems),
    }
}

fn reports(draft: &PlanDraft, problems: &mut Problems) -> Vec<ReportPlan> {
    let mut reports: Vec<ReportPlan> = Vec::new();
    for (row, text) in draft.reports.iter().enumerate() {
        if text.due.trim().is_empty() {
            continue;
        }
        let kind = ReportKind::from_code(&text.kind).ok_or_else(|| Message::new("error-choice"));
        let kind = problems.take(&format!("report.{row}.kind"), kind);
        let last = reports.last().map(|one| one.due);
        let due = Day::parse(&text.due).and_then(|due| match last {
            Some(last) if due < last => Err(Message::new("error-award-order")),
            _ => Ok(due),
        });
        let due = problems.take(&format!("report.{row}.due"), due);
        if let (Some(kind), Some(due)) = (kind, due) {
            reports.push(ReportPlan { kind, due });
        }
    }
    reports
}

fn tranches(
    draft: &PlanDraft,
    (amount, reports): (Money, usize),
    problems: &mut Problems,
) -> Vec<Tranche> {
    let mut tranches = Vec::new();
    let rows = draft.tranches.iter().enumerate();
    for (row, text) in rows.filter(|(_, text)| !text.is_empty()) {
        let field = |part: &str| format!("tranche.{row}.{part}");
        let minor =
            Money::parse(&text.amount, amount.currency).and_then(|money| match money.minor {
                0 => Err(Message::new("error-amount")),
                minor => Ok(minor),
            });
        let minor = problems.take(&field("amount"), minor);
        let due = problems.take(&field("due"), day(&text.due));
        let after = problems.take(&field("after"), after(&text.after, reports));
        if let (Some(minor), Some(due), Some(after_report)) = (minor, due, after) {
            tranches.push(Tranche {
                minor,
                due,
                after_report,
            });
        }
    }
    if !problems.is_empty() {
        return tranches;
    }
    let sum = tranches
        .iter()
        .try_fold(0_i64, |sum, one| sum.checked_add(one.minor));
    if sum != Some(amount.minor) {
        let planned = Money::new(sum.unwrap_or(i64::MAX), amount.currency);
        let message = Message::new("error-award-sum")
            .with("amount", amount)
            .with("planned", planned);
        problems.add("tranche.0.amount", message);
    }
    tranches
}

/// The number of one of so many reports, or nothing.
fn after(text: &str, reports: usize) -> Result<Option<i32>, Message> {
    let text = western(text.trim());
    if text.is_empty() {
        return Ok(None);
    }
    let number: Option<i32> = text.parse().ok();
    let most = i32::try_from(reports).unwrap_or(i32::MAX);
    match number.filter(|number| (1..=most).contains(number)) {
        Some(number) => Ok(Some(number)),
        None => Err(Message::new("error-award-after")),
    }
}
