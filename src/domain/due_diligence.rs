//! Due diligence by amount: what a grant of 5,000 needs is not what one of 100,000
//! needs. A programme has tiers; a concern can lift an application by one.

use super::check::{CheckOutcome, read_note};
use super::numerals::western;
use super::{AccountId, Currency, Message, Money, Problems};

/// Most tiers of a programme in one currency.
pub const TIERS_MOST: usize = 5;
/// Most referees that a tier asks for.
pub const REFEREES_MOST: u8 = 9;

/// Something that staff do outside of the program and put on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Names were held against watch lists.
    ListScreening,
    /// The accounts were read by somebody who can.
    Accounts,
    /// The account belongs to the organisation and can receive the money.
    Bank,
    /// Somebody was there, or spoke with them at length.
    Visit,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 4] = [Self::ListScreening, Self::Accounts, Self::Bank, Self::Visit];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::ListScreening => "list_screening",
            Self::Accounts => "accounts",
            Self::Bank => "bank",
            Self::Visit => "visit",
        }
    }

    /// The step of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}

/// What amounts up to a limit need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tier {
    /// The largest amount, in minor units; the last tier has none.
    pub upper_minor: Option<i64>,
    /// The papers that the gate needs are verified.
    pub papers: bool,
    /// In their order.
    pub steps: Vec<Step>,
    /// Referees who answered.
    pub referees: u8,
    /// A second person looked at every step.
    pub second: bool,
}

impl Tier {
    /// The tiers of a programme that has said nothing else, in units of the currency.
    pub fn standard(currency: Currency) -> Vec<Self> {
        let unit = 10_i64.pow(currency.decimals());
        let upper = |units: i64| Some(units * unit);
        vec![
            Self {
                upper_minor: upper(10_000),
                papers: true,
                steps: vec![Step::ListScreening],
                ..Self::default()
            },
            Self {
                upper_minor: upper(50_000),
                papers: true,
                steps: vec![Step::ListScreening, Step::Bank],
                referees: 1,
                second: false,
            },
            Self {
                upper_minor: None,
                papers: true,
                steps: Step::ALL.to_vec(),
                referees: 2,
                second: true,
            },
        ]
    }

    /// What it asks for as text for the log and the database: codes, a number.
    pub fn text(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        if self.papers {
            parts.push("papers".to_owned());
        }
        parts.extend(self.steps.iter().map(|step| step.code().to_owned()));
        if self.referees > 0 {
            parts.push(format!("referees:{}", self.referees));
        }
        if self.second {
            parts.push("second".to_owned());
        }
        parts.join(" ")
    }

    /// Reads what [`Tier::text`] wrote; what it doesn't know is left out.
    pub fn parse(upper_minor: Option<i64>, text: &str) -> Self {
        let mut tier = Self {
            upper_minor,
            ..Self::default()
        };
        for part in text.split_whitespace() {
            match (part, part.strip_prefix("referees:")) {
                (_, Some(number)) => tier.referees = number.parse().unwrap_or(0),
                ("papers", _) => tier.papers = true,
                ("second", _) => tier.second = true,
                (code, _) => tier.steps.extend(Step::from_code(code)),
            }
        }
        tier
    }
}

/// Which of some tiers, in their order, an amount falls into; a concern lifts it by one.
pub fn tier_of(tiers: &[Tier], amount_minor: i64, lifted: bool) -> usize {
    let fits = |tier: &Tier| tier.upper_minor.is_none_or(|upper| amount_minor <= upper);
    let last = tiers.len().saturating_sub(1);
    let found = tiers.iter().position(fits).unwrap_or(last);
    (found + usize::from(lifted)).min(last)
}

/// What is known about a step: the latest record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    pub step: Step,
    pub outcome: CheckOutcome,
    pub by: AccountId,
    /// Who looked at it a second time.
    pub second: Option<AccountId>,
}

/// Where the list screening of the organisation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screened {
    /// Never, not with what counts now, or hits wait for an answer.
    Waiting,
    /// A hit is confirmed.
    Confirmed,
    /// Nothing was found, or everything is cleared.
    Clear,
}

/// Everything that a tier's list is held against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    pub papers: bool,
    pub taken: Vec<Taken>,
    /// Nothing where no list counts: then names are held against lists outside of the
    /// program, and that is put on record like any other step.
    pub screened: Option<Screened>,
    pub answered: u8,
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Papers,
    Step(Step),
    /// So many referees.
    Referees(u8),
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineState {
    Missing,
    /// Done; a second person has yet to look.
    Once,
    Done,
    /// Done, and not in order.
    Bad,
}

/// The list of a tier, and where each line stands.
pub fn lines(tier: &Tier, known: &Known) -> Vec<(Line, LineState)> {
    let done = |done: bool| match done {
        true => LineState::Done,
        false => LineState::Missing,
    };
    let mut lines = Vec::new();
    if tier.papers {
        lines.push((Line::Papers, done(known.papers)));
    }
    for step in &tier.steps {
        let taken = known.taken.iter().find(|one| one.step == *step);
        let state = match (step, known.screened) {
            // Who answers hits, and how many of them, is settled there.
            (Step::ListScreening, Some(Screened::Waiting)) => LineState::Missing,
            (Step::ListScreening, Some(Screened::Confirmed)) => LineState::Bad,
            (Step::ListScreening, Some(Screened::Clear)) => LineState::Done,
            _ => match taken.map(|one| (one.outcome, one.second)) {
                None | Some((CheckOutcome::Received, _)) => LineState::Missing,
                Some((CheckOutcome::NotVerified, _)) => LineState::Bad,
                Some((CheckOutcome::Verified, None)) if tier.second => LineState::Once,
                Some((CheckOutcome::Verified, _)) => LineState::Done,
            },
        };
        lines.push((Line::Step(*step), state));
    }
    if tier.referees > 0 {
        let enough = known.answered >= tier.referees;
        lines.push((Line::Referees(tier.referees), done(enough)));
    }
    lines
}

/// A tier as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TierDraft {
    /// Empty for no limit.
    pub upper: String,
    /// Codes: `papers`, `second` and those of steps.
    pub asks: Vec<String>,
    pub referees: String,
}

impl TierDraft {
    /// Whether the row was left empty.
    pub fn is_blank(&self) -> bool {
        let none = ["", "0"].contains(&self.referees.trim());
        self.upper.trim().is_empty() && self.asks.is_empty() && none
    }

    /// A tier as a person would type it.
    pub fn of(tier: &Tier, currency: Currency) -> Self {
        let mut asks: Vec<String> = tier.steps.iter().map(|s| s.code().to_owned()).collect();
        for (is, code) in [(tier.papers, "papers"), (tier.second, "second")] {
            if is {
                asks.push(code.to_owned());
            }
        }
        let upper = tier.upper_minor;
        Self {
            upper: upper
                .map(|minor| Money::new(minor, currency).decimal())
                .unwrap_or_default(),
            asks,
            referees: tier.referees.to_string(),
        }
    }
}

/// Reads tiers, fields `tier.N.upper`, `tier.N.asks` and `tier.N.referees`. Rows left
/// empty are skipped. Limits rise, and the last tier alone has none, so that every
/// amount has a tier.
pub fn read_tiers(drafts: &[TierDraft], currency: Currency) -> Result<Vec<Tier>, Problems> {
    let (mut problems, mut tiers) = (Problems::default(), Vec::<Tier>::new());
    let written: Vec<(usize, &TierDraft)> = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| !draft.is_blank())
        .collect();
    let last = written.last().map(|(row, _)| *row);
    for (row, draft) in written {
        let field = |name: &str| format!("tier.{row}.{name}");
        let upper = read_upper(&draft.upper, currency, last == Some(row));
        let upper = problems.take(&field("upper"), upper).flatten();
        let below = tiers.last().and_then(|tier| tier.upper_minor);
        if upper
            .zip(below)
            .is_some_and(|(upper, below)| upper <= below)
        {
            problems.add(field("upper"), Message::new("error-tier-order"));
        }
        let referees = read_referees(&draft.referees);
        tiers.push(Tier {
            upper_minor: upper,
            papers: draft.asks.iter().any(|code| code == "papers"),
            steps: Step::ALL
                .into_iter()
                .filter(|step| draft.asks.iter().any(|code| code == step.code()))
                .collect(),
            referees: problems
                .take(&field("referees"), referees)
                .unwrap_or_default(),
            second: draft.asks.iter().any(|code| code == "second"),
        });
    }
    if tiers.is_empty() {
        problems.add("tier.0.upper", Message::new("error-required"));
    }
    if problems.is_empty() {
        Ok(tiers)
    } else {
        Err(problems)
    }
}

fn read_upper(text: &str, currency: Currency, last: bool) -> Result<Option<i64>, Message> {
    match (text.trim(), last) {
        ("", true) => Ok(None),
        ("", false) => Err(Message::new("error-required")),
        (_, true) => Err(Message::new("error-tier-last")),
        (text, false) => match Money::parse(text, currency)? {
            amount if amount.minor <= 0 => Err(Message::new("error-amount")),
            amount => Ok(Some(amount.minor)),
        },
    }
}

fn read_referees(text: &str) -> Result<u8, Message> {
    let text = western(text.trim());
    if text.is_empty() {
        return Ok(0);
    }
    let wrong = || Message::new("error-tier-referees").with("most", i64::from(REFEREES_MOST));
    let number: u8 = text.parse().map_err(|_| wrong())?;
    (number <= REFEREES_MOST)
        .then_some(number)
        .ok_or_else(wrong)
}

/// Reads a step that was taken, fields `outcome` and `note`.
pub fn read_step(outcome: &str, note: &str) -> Result<(CheckOutcome, String), Problems> {
    let mut problems = Problems::default();
    let outcome = CheckOutcome::from_code(outcome)
        .filter(|outcome| *outcome != CheckOutcome::Received)
        .ok_or_else(|| Message::new("error-choice"));
    let outcome = problems.take("outcome", outcome);
    let note = problems.take("note", read_note(note, true));
    match (outcome, note) {
        (Some(outcome), Some(note)) => Ok((outcome, note)),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests;
