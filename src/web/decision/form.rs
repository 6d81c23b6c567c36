//! A proposal as it was posted, or as it is to be revised.

use crate::domain::Money;
use crate::domain::decision::{Condition, Decision, ProposalDraft};
use crate::web::forms::Pairs;

/// Rows for conditions on a fresh form, and how many "more" adds.
const ROWS: usize = 3;
/// More rows than anybody reads are not taken.
const MOST_ROWS: usize = 60;

/// A proposal as typed.
#[derive(Debug, Clone, Default)]
pub struct ProposalForm {
    pub draft: ProposalDraft,
    /// Why it deviates from the ranking.
    pub deviation: String,
    /// Id of the own proposal that the form was opened on; empty for none.
    pub over: String,
    /// The button for more rows was pressed.
    pub more: bool,
    /// Id of a quotation whose button was pressed; empty for none.
    pub quote: String,
}

impl ProposalForm {
    /// A form with nothing typed.
    pub fn blank() -> Self {
        Self::default().with_rows(ROWS)
    }

    /// A form that starts from a proposal, to revise it.
    pub fn of(decision: &Decision) -> Self {
        let rows = decision.conditions.len() + 1;
        Self {
            draft: ProposalDraft {
                outcome: decision.outcome.code().to_owned(),
                amount: decision.amount.map(Money::decimal).unwrap_or_default(),
                funding_type: decision.funding_type.clone().unwrap_or_default(),
                conditions: decision.conditions.clone(),
                rationale: decision.rationale.clone(),
                feedback: decision.feedback.clone(),
                waiver: decision.waiver.clone().unwrap_or_default(),
                over_budget: decision.over_budget.clone().unwrap_or_default(),
                reason: decision.reason.clone().unwrap_or_default(),
                present: decision.present.iter().map(ToString::to_string).collect(),
            },
            deviation: decision.deviation.clone().unwrap_or_default(),
            over: decision.id.to_string(),
            ..Self::default()
        }
        .with_rows(rows.max(ROWS))
    }

    /// Reads what was posted; unknown names are ignored.
    pub fn read(posted: Pairs) -> Self {
        let mut form = Self::default();
        for (name, value) in posted {
            match name.as_str() {
                "outcome" => form.draft.outcome = value,
                "amount" => form.draft.amount = value,
                "funding_type" => form.draft.funding_type = value,
                "rationale" => form.draft.rationale = value,
                "feedback" => form.draft.feedback = value,
                "waiver" => form.draft.waiver = value,
                "over_budget" => form.draft.over_budget = value,
                "reason" => form.draft.reason = value,
                "present" => form.draft.present.push(value),
                "deviation" => form.deviation = value,
                "over" => form.over = value,
                "more" => form.more = true,
                "quote" => form.quote = value,
                other => form.read_condition(other, value),
            }
        }
        let rows = form.draft.conditions.len();
        let rows = if form.more { rows + ROWS } else { rows };
        form.with_rows(rows.max(ROWS))
    }

    /// `condition.N.text` or `condition.N.reason`.
    fn read_condition(&mut self, name: &str, value: String) {
        let mut parts = name.split('.');
        let row = match (parts.next(), parts.next().map(str::parse::<usize>)) {
            (Some("condition"), Some(Ok(row))) if row < MOST_ROWS => row,
            _ => return,
        };
        let rows = &mut self.draft.conditions;
        if rows.len() <= row {
            rows.resize_with(row + 1, Condition::default);
        }
        match parts.next() {
            Some("text") => rows[row].text = value,
            Some("reason") => rows[row].reason = value,
            _ => (),
        }
    }

    /// With a quotation behind what is written as rationale.
    pub fn take_quote(&mut self, quote: &str) {
        let rationale = &mut self.draft.rationale;
        if !rationale.trim().is_empty() {
            rationale.push_str("\n\n");
        }
        rationale.push_str(quote);
    }

    fn with_rows(mut self, rows: usize) -> Self {
        let rows = rows.min(MOST_ROWS);
        if self.draft.conditions.len() < rows {
            self.draft.conditions.resize_with(rows, Condition::default);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(pairs: &[(&str, &str)]) -> ProposalForm {
        let owned = pairs.iter();
        let owned = owned.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        ProposalForm::read(owned.collect())
    }

    #[test]
    fn rows_are_read_by_their_number_and_more_can_be_asked_for() {
        let form = posted(&[
            ("condition.1.text", "Audit"),
            ("condition.1.reason", "New board"),
            ("condition.999999999.text", "far out"),
            ("condition.x.text", "no number"),
            ("more", "yes"),
        ]);
        assert_eq!(form.draft.conditions.len(), 2 + ROWS);
        assert_eq!(form.draft.conditions[1].text, "Audit");
        assert_eq!(form.draft.conditions[1].reason, "New board");
        assert_eq!(posted(&[]).draft.conditions.len(), ROWS);
    }
}
