//! Awards: what becomes of a decision to fund, from the agreement to the close-out.
//! All money is in whole minor units.

mod amendment;
mod bank;
mod payment;
mod plan;
mod report;
#[cfg(test)]
mod tests;

pub use amendment::{AmendmentKind, read_extension};
pub use bank::{Bank, BankText, read_bic, read_iban};
pub use payment::{ApproveRefusal, PayStage, PayTerms, PayText, Side, may_approve, worth};
pub use plan::{
    Plan, PlanDraft, REPORTS_MOST, ReportPlan, ReportText, TRANCHES_MOST, Tranche, TrancheText,
    read_plan,
};
pub use report::{ReportKind, ReportState, read_report};

use super::moment::Day;
use super::{Message, Money};

/// So many days a run of list screening is fresh enough to pay money: lists change
/// within weeks.
pub const SCREENING_DAYS: i64 = 30;

/// Where an award stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AwardState {
    /// The agreement is prepared or waits for the organisation.
    Agreement,
    /// Agreed; money is paid.
    Disbursements,
    /// Everything is paid or given back; reports may be open.
    Reports,
    /// Final.
    Closed,
    /// Ended before its close-out; final.
    Cancelled,
}

impl AwardState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Agreement,
        Self::Disbursements,
        Self::Reports,
        Self::Closed,
        Self::Cancelled,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Disbursements => "disbursements",
            Self::Reports => "reports",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether an agreement stands.
    pub fn is_running(self) -> bool {
        matches!(self, Self::Disbursements | Self::Reports)
    }
}

/// What moves an award on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AwardEvent {
    Agree,
    /// Nothing of the amount is left to be paid.
    PayOut,
    Close,
    Cancel,
}

impl AwardEvent {
    /// Every event.
    pub const ALL: [Self; 4] = [Self::Agree, Self::PayOut, Self::Close, Self::Cancel];
}

/// The event cannot happen to an award that stands so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAllowed;

/// Where an event leads.
pub fn transition(from: AwardState, event: AwardEvent) -> Result<AwardState, NotAllowed> {
    use AwardState::{Agreement, Cancelled, Closed, Disbursements, Reports};
    match (from, event) {
        (Agreement, AwardEvent::Agree) => Ok(Disbursements),
        (Disbursements, AwardEvent::PayOut) => Ok(Reports),
        (Reports, AwardEvent::Close) => Ok(Closed),
        (Agreement | Disbursements | Reports, AwardEvent::Cancel) => Ok(Cancelled),
        (Closed | Cancelled, _)
        | (Agreement, AwardEvent::PayOut | AwardEvent::Close)
        | (Disbursements, AwardEvent::Agree | AwardEvent::Close)
        | (Reports, AwardEvent::Agree | AwardEvent::PayOut) => Err(NotAllowed),
    }
}

/// The money of an award, in minor units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    pub awarded: i64,
    /// Executed by the bank.
    pub disbursed: i64,
    /// Given back to the budget.
    pub freed: i64,
}

impl Balance {
    /// What is neither paid nor given back; never below nothing.
    pub fn open(self) -> i64 {
        (self.awarded - self.disbursed - self.freed).max(0)
    }

    /// Whether the award is what was paid and what was given back.
    pub fn is_even(self) -> bool {
        self.awarded == self.disbursed + self.freed
    }
}

/// Something that stands between an award and its close-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// So much is neither paid nor given back.
    Open(i64),
    /// Transfers that are prepared and not executed.
    UnderWay(usize),
    /// So many changes of the terms wait for the organisation's answer.
    Amendments(usize),
    /// The report of this number is not accepted.
    Report(i32),
}

/// What of each tranche went back to the budget, in minor units. A tranche is its amount
/// and what its transfer takes up, if it has one, executed or under way. First counts
/// what such transfers left, then tranches without one, from the last.
pub fn given_back(tranches: &[(i64, Option<i64>)], freed: i64) -> Vec<i64> {
    let left = |(minor, taken): &(i64, Option<i64>)| taken.map(|taken| (minor - taken).max(0));
    let behind: i64 = tranches.iter().filter_map(left).sum();
    let mut rest = (freed - behind).max(0);
    let own = |one: &(i64, Option<i64>)| {
        left(one).unwrap_or_else(|| {
            let back = one.0.min(rest);
            rest -= back;
            back
        })
    };
    let mut back: Vec<i64> = tranches.iter().rev().map(own).collect();
    back.reverse();
    back
}

/// Everything that a close-out lacks, in the order in which it is told.
pub fn lacks(
    balance: Balance,
    (under_way, amendments): (usize, usize),
    reports: impl Iterator<Item = (i32, ReportState)>,
) -> Vec<Lack> {
    let mut lacks = Vec::new();
    if !balance.is_even() {
        lacks.push(Lack::Open(balance.open()));
    }
    if under_way > 0 {
        lacks.push(Lack::UnderWay(under_way));
    }
    if amendments > 0 {
        lacks.push(Lack::Amendments(amendments));
    }
    let open = reports.filter(|(_, state)| *state != ReportState::Accepted);
    lacks.extend(open.map(|(number, _)| Lack::Report(number)));
    lacks
}

/// Reads how much goes back to the budget: more than nothing, at most what is free.
pub fn read_freed(text: &str, free: Money) -> Result<Money, Message> {
    let money = Money::parse(text, free.currency)?;
    if money.minor == 0 || money.minor > free.minor {
        return Err(Message::new("error-award-freed").with("most", free));
    }
    Ok(money)
}

/// The terms of an agreement as one text, each part on a line of its own: its digest
/// is what was agreed to.
pub fn terms(amount: Money, plan: &Plan, conditions: &[&str]) -> String {
    let mut lines = vec![
        format!("{} {}", amount.currency.code(), amount.decimal()),
        plan.tongue.code().to_owned(),
        plan.starts.iso(),
        plan.ends.iso(),
    ];
    for one in &plan.tranches {
        let after = one.after_report.unwrap_or(0);
        lines.push(format!("tranche {} {} {after}", one.minor, one.due.iso()));
    }
    for one in &plan.reports {
        lines.push(format!("report {} {}", one.kind.code(), one.due.iso()));
    }
    lines.extend(conditions.iter().map(|text| format!("condition {text:?}")));
    lines.join("\n")
}

/// Reads a day, in a field that may not be empty.
fn day(text: &str) -> Result<Day, Message> {
    if text.trim().is_empty() {
        return Err(Message::new("error-required"));
    }
    Day::parse(text)
}
