//! Proposing a decision: what was typed becomes a proposal, or problems by field.

use super::{Condition, Outcome};
use crate::domain::numerals::many_lines;
use crate::domain::{AccountId, Currency, Message, Money, Problems};

/// Most characters of each text of a decision.
pub const TEXT_MOST: usize = 4000;

/// A proposal as posted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProposalDraft {
    /// Code of an [`Outcome`].
    pub outcome: String,
    /// As typed, in any habit that [`Money::parse`] reads.
    pub amount: String,
    pub funding_type: String,
    pub reason: String,
    /// Rows left blank are skipped.
    pub conditions: Vec<Condition>,
    pub rationale: String,
    pub feedback: String,
    pub waiver: String,
    pub over_budget: String,
    /// Ids of who took part.
    pub present: Vec<String>,
}

/// What a proposal is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundFacts {
    /// Currency of the round.
    pub currency: Currency,
    /// What the application asks for, in minor units; an award's most.
    pub requested_minor: i64,
    /// The whole budget of the round, in minor units; no award is more.
    pub budget_minor: i64,
    /// What the awards of others leave of it, proposed ones too, in minor units; an award
    /// beyond it needs a reason. Below 0 where they are over the budget themselves.
    pub left_minor: i64,
    /// Codes of the list `funding_type`.
    pub funding_types: Vec<String>,
    /// Whether legal status, or a sponsor's, is verified.
    pub legal_verified: bool,
    /// Codes of the list `decline_reason`; a decline needs one unless there is none.
    pub decline_reasons: Vec<String>,
    /// Who may take part in deciding.
    pub panel: Vec<AccountId>,
    /// How many of them have to.
    pub quorum: usize,
}

/// A proposal that passed [`check_proposal`]; fields as in [`Decision`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub outcome: Outcome,
    pub amount: Option<Money>,
    pub funding_type: Option<String>,
    pub conditions: Vec<Condition>,
    pub rationale: String,
    pub feedback: String,
    pub waiver: Option<String>,
    pub over_budget: Option<String>,
    pub reason: Option<String>,
    pub present: Vec<AccountId>,
}

/// Reads a proposal, or says what is wrong by field: `outcome`, `amount`,
/// `funding_type`, `condition.N.text` and `condition.N.reason` (rows from 0),
/// `rationale`, `feedback`, `waiver`, `over_budget`, `reason`, `present`.
///
/// Every outcome needs a rationale. An award needs an amount above 0 and at most
/// what was requested and what the round has, a funding type, a reason for each condition, a
/// waiver unless legal status is verified, and a reason why it goes beyond what is left of the
/// budget where it does. Amount, funding type, conditions, waiver and that reason
/// belong to awards only, the reason from the list to declines; typed for another outcome they
/// are refused, so that nothing typed is lost silently.
pub fn check_proposal(draft: &ProposalDraft, facts: &RoundFacts) -> Result<Proposal, Problems> {
    let mut problems = Problems::default();
    let outcome = Outcome::from_code(&draft.outcome).ok_or_else(|| Message::new("error-choice"));
    let outcome = problems.take("outcome", outcome);
    let terms = match outcome {
        Some(Outcome::Award) => award_terms(&mut problems, draft, facts),
        Some(Outcome::Reserve | Outcome::Decline | Outcome::ReferBack) => {
            refuse_terms(&mut problems, draft);
            Terms::default()
        }
        None => Terms::default(),
    };
    let reason = problems.take("reason", reason(outcome, &draft.reason, facts));
    let present = problems.take("present", present(&draft.present, facts));
    let rationale = required(
        &mut problems,
        "rationale",
        &draft.rationale,
        "error-required",
    );
    let feedback = limited(&mut problems, "feedback", &draft.feedback);
    match outcome {
        Some(outcome) if problems.is_empty() => Ok(Proposal {
            outcome,
            amount: terms.amount,
            funding_type: terms.funding_type,
            conditions: terms.conditions,
            rationale,
            feedback,
            waiver: terms.waiver,
            over_budget: terms.over_budget,
            reason: reason.flatten(),
            present: present.unwrap_or_default(),
        }),
        _ => Err(problems),
    }
}

/// Why it is declined.
fn reason(
    outcome: Option<Outcome>,
    code: &str,
    facts: &RoundFacts,
) -> Result<Option<String>, Message> {
    match (outcome, code) {
        (Some(Outcome::Decline), "") if facts.decline_reasons.is_empty() => Ok(None),
        (Some(Outcome::Decline), "") => Err(Message::new("error-required")),
        (Some(Outcome::Decline), code) if facts.decline_reasons.iter().any(|one| one == code) => {
            Ok(Some(code.to_owned()))
        }
        (Some(Outcome::Decline), _) => Err(Message::new("error-choice")),
        (_, "") | (None, _) => Ok(None),
        (Some(_), _) => Err(Message::new("error-decline-only")),
    }
}

/// Who took part, each once in the order of their ids, and enough of them.
fn present(ids: &[String], facts: &RoundFacts) -> Result<Vec<AccountId>, Message> {
    let known = |id: &String| {
        let id = AccountId::parse(id).ok()?;
        facts.panel.contains(&id).then_some(id)
    };
    let read: Option<Vec<AccountId>> = ids.iter().map(known).collect();
    let mut read = read.ok_or_else(|| Message::new("error-choice"))?;
    read.sort_unstable();
    read.dedup();
    if read.len() < facts.quorum {
        let least = i64::try_from(facts.quorum).unwrap_or(i64::MAX);
        return Err(Message::new("error-quorum").with("least", least));
    }
    Ok(read)
}

/// What only an award has.
#[derive(Default)]
struct Terms {
    amount: Option<Money>,
    funding_type: Option<String>,
    conditions: Vec<Condition>,
    waiver: Option<String>,
    over_budget: Option<String>,
}

fn award_terms(problems: &mut Problems, draft: &ProposalDraft, facts: &RoundFacts) -> Terms {
    let amount = problems.take("amount", award_amount(&draft.amount, facts));
    Terms {
        over_budget: over_budget(problems, &draft.over_budget, (amount, facts)),
        amount,
        funding_type: problems.take("funding_type", funding_type(&draft.funding_type, facts)),
        conditions: conditions(problems, &draft.conditions),
        waiver: waiver(problems, &draft.waiver, facts.legal_verified),
    }
}

fn award_amount(text: &str, facts: &RoundFacts) -> Result<Money, Message> {
    if text.trim().is_empty() {
        return Err(Message::new("error-required"));
    }
    let most = Money::new(facts.requested_minor, facts.currency);
    let budget = Money::new(facts.budget_minor, facts.currency);
    match Money::parse(text, facts.currency)? {
        amount if amount.minor <= 0 => Err(Message::new("error-amount")),
        amount if amount > most => Err(Message::new("error-award-over-request").with("most", most)),
        amount if amount > budget => {
            Err(Message::new("error-award-over-budget").with("most", budget))
        }
        amount => Ok(amount),
    }
}

fn funding_type(code: &str, facts: &RoundFacts) -> Result<String, Message> {
    match code {
        "" => Err(Message::new("error-required")),
        code if facts.funding_types.iter().any(|one| one == code) => Ok(code.to_owned()),
        _ => Err(Message::new("error-choice")),
    }
}

fn conditions(problems: &mut Problems, rows: &[Condition]) -> Vec<Condition> {
    let numbered = rows.iter().enumerate();
    let written = numbered.filter(|(_, row)| !is_blank(row));
    written
        .map(|(row, condition)| {
            let text = format!("condition.{row}.text");
            let reason = format!("condition.{row}.reason");
            Condition {
                text: required(problems, &text, &condition.text, "error-required"),
                reason: required(
                    problems,
                    &reason,
                    &condition.reason,
                    "error-condition-reason",
                ),
            }
        })
        .collect()
}

fn is_blank(row: &Condition) -> bool {
    row.text.trim().is_empty() && row.reason.trim().is_empty()
}

/// The waiver as written; it is kept even where none is needed, because legal
/// status may be questioned again.
fn waiver(problems: &mut Problems, text: &str, legal_verified: bool) -> Option<String> {
    let waiver = if legal_verified {
        limited(problems, "waiver", text)
    } else {
        required(problems, "waiver", text, "error-waiver-needed")
    };
    (!waiver.is_empty()).then_some(waiver)
}

/// Why it goes beyond what is left, as written; kept even where none is needed, because
/// others may be awarded more before it is released.
fn over_budget(
    problems: &mut Problems,
    text: &str,
    (amount, facts): (Option<Money>, &RoundFacts),
) -> Option<String> {
    let reason = limited(problems, "over_budget", text);
    let over = amount.is_some_and(|amount| amount.minor > facts.left_minor);
    if over && reason.is_empty() {
        let left = Money::new(facts.left_minor.max(0), facts.currency);
        let message = Message::new("error-over-budget-reason").with("left", left);
        problems.add("over_budget", message);
    }
    (!reason.is_empty()).then_some(reason)
}

fn refuse_terms(problems: &mut Problems, draft: &ProposalDraft) {
    let mut refuse = |field: String, text: &str| {
        if !text.trim().is_empty() {
            problems.add(field, Message::new("error-award-only"));
        }
    };
    refuse("amount".to_owned(), &draft.amount);
    refuse("funding_type".to_owned(), &draft.funding_type);
    for (row, condition) in draft.conditions.iter().enumerate() {
        refuse(format!("condition.{row}.text"), &condition.text);
        refuse(format!("condition.{row}.reason"), &condition.reason);
    }
    refuse("waiver".to_owned(), &draft.waiver);
    refuse("over_budget".to_owned(), &draft.over_budget);
}

fn required(problems: &mut Problems, field: &str, text: &str, missing: &'static str) -> String {
    let text = limited(problems, field, text);
    if text.is_empty() {
        problems.add(field, Message::new(missing));
    }
    text
}

fn limited(problems: &mut Problems, field: &str, text: &str) -> String {
    let text = many_lines(text);
    if text.chars().count() > TEXT_MOST {
        let message = Message::new("error-too-long").with("most", TEXT_MOST as i64);
        problems.add(field, message);
    }
    text
}
