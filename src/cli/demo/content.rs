//! The demonstration's content: fictional people, organisations and their
//! answers, read from the TOML files beside this one.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::decision::{self, ProposalDraft};

const FILES: [&str; 4] = [
    include_str!("content/organisations-1.toml"),
    include_str!("content/organisations-2.toml"),
    include_str!("content/organisations-3.toml"),
    include_str!("content/organisations-4.toml"),
];
const PEOPLE: &str = include_str!("content/people.toml");

/// How far an application has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Draft,
    Submitted,
    Withdrawn,
    Ineligible,
    InReview,
    HalfReviewed,
    Deliberation,
    Proposed,
    Signed,
    ReleasedAward,
    ReleasedDecline,
    ReleasedReserve,
}

/// An organisation and its application.
#[derive(Debug, Clone, Deserialize)]
pub struct Organisation {
    #[serde(default)]
    pub name_latin: String,
    #[serde(default)]
    pub name_arabic: String,
    #[serde(default)]
    pub name_hebrew: String,
    pub base: String,
    pub community: String,
    pub legal_form: String,
    #[serde(default)]
    pub website: String,
    #[serde(default)]
    pub registrations: Vec<Registration>,
    /// Who applies.
    pub person: String,
    pub email: String,
    pub language: String,
    pub stage: Stage,
    /// Code of the list `ineligible_reason`, at that stage.
    #[serde(default)]
    pub ineligible_reason: String,
    /// Requested amount as typed.
    #[serde(default)]
    pub amount: String,
    #[serde(default)]
    pub legal_verified: bool,
    /// It called, and staff filed its application.
    #[serde(default)]
    pub filed: bool,
    /// Points per reviewer in the order of the rubric; -1 cannot judge.
    #[serde(default)]
    pub scores: Vec<Vec<i8>>,
    pub decision: Option<Decision>,
    #[serde(default)]
    pub answers: BTreeMap<String, toml::Value>,
}

/// A registration as typed.
#[derive(Debug, Clone, Deserialize)]
pub struct Registration {
    pub register: String,
    pub number: String,
}

/// A decision as typed.
#[derive(Debug, Clone, Deserialize)]
pub struct Decision {
    pub outcome: String,
    #[serde(default)]
    pub amount: String,
    #[serde(default)]
    pub funding_type: String,
    #[serde(default)]
    pub conditions: Vec<Condition>,
    pub rationale: String,
    #[serde(default)]
    pub feedback: String,
    #[serde(default)]
    pub waiver: String,
    /// Code of the list `decline_reason`.
    #[serde(default)]
    pub reason: String,
}

impl Decision {
    /// The proposal that an admin types.
    pub fn draft(&self) -> ProposalDraft {
        let condition = |condition: &Condition| decision::Condition {
            text: condition.text.clone(),
            reason: condition.reason.clone(),
        };
        let award = self.outcome == "award";
        let of_award = |text: &String| if award { text.clone() } else { String::new() };
        ProposalDraft {
            outcome: self.outcome.clone(),
            amount: of_award(&self.amount),
            funding_type: of_award(&self.funding_type),
            conditions: self.conditions.iter().map(condition).collect(),
            rationale: self.rationale.clone(),
            feedback: self.feedback.clone(),
            waiver: self.waiver.clone(),
            over_budget: String::new(),
            reason: self.reason.clone(),
            present: Vec::new(),
        }
    }
}

/// A condition with its reason.
#[derive(Debug, Clone, Deserialize)]
pub struct Condition {
    pub text: String,
    pub reason: String,
}

/// A member of the demonstration's staff.
#[derive(Debug, Clone, Deserialize)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub language: String,
}

/// Staff, and sentences that reviewers write.
#[derive(Debug, Deserialize)]
pub struct People {
    pub reviewer: Vec<Person>,
    pub admin: Vec<Person>,
    pub auditor: Vec<Person>,
    pub justifications: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct File {
    organisation: Vec<Organisation>,
}

/// Every organisation of the demonstration.
pub fn organisations() -> Result<Vec<Organisation>, String> {
    let mut all = Vec::new();
    for text in FILES {
        let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
        all.extend(file.organisation);
    }
    Ok(all)
}

/// The staff of the demonstration.
pub fn people() -> Result<People, String> {
    toml::from_str(PEOPLE).map_err(|e| e.to_string())
}

/// Answers as the browser would post them.
pub fn posted(organisation: &Organisation) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (code, value) in &organisation.answers {
        push(&mut pairs, code, value);
    }
    let has_amount = pairs.iter().any(|(name, _)| name == "amount");
    if !has_amount && !organisation.amount.is_empty() {
        pairs.push(("amount".to_owned(), organisation.amount.clone()));
    }
    pairs
}

fn push(pairs: &mut Vec<(String, String)>, name: &str, value: &toml::Value) {
    match value {
        toml::Value::Table(table) if table.contains_key("amount") && table.len() <= 2 => {
            money(pairs, name, table);
        }
        toml::Value::Table(table) if table.contains_key("country") => place(pairs, name, table),
        toml::Value::Array(entries) => {
            for (at, entry) in entries.iter().enumerate() {
                match entry {
                    toml::Value::Table(row) => push_row(pairs, &format!("{name}.{at}"), row),
                    other => push(pairs, name, other),
                }
            }
        }
        toml::Value::String(text) => pairs.push((name.to_owned(), text.clone())),
        other => pairs.push((name.to_owned(), other.to_string())),
    }
}

fn text(table: &toml::Table, key: &str) -> String {
    let found = table.get(key).and_then(toml::Value::as_str);
    found.unwrap_or_default().to_owned()
}

fn money(pairs: &mut Vec<(String, String)>, name: &str, table: &toml::Table) {
    pairs.push((name.to_owned(), text(table, "amount")));
    pairs.push((format!("{name}.currency"), text(table, "currency")));
}

fn place(pairs: &mut Vec<(String, String)>, name: &str, table: &toml::Table) {
    pairs.push((name.to_owned(), text(table, "locality")));
    pairs.push((format!("{name}.country"), text(table, "country")));
}

fn push_row(pairs: &mut Vec<(String, String)>, name: &str, row: &toml::Table) {
    for (column, value) in row {
        // A row's `currency` belongs to its amount.
        let column = if column == "currency" {
            "amount.currency"
        } else {
            column
        };
        push(pairs, &format!("{name}.{column}"), value);
    }
}

#[cfg(test)]
mod tests;
