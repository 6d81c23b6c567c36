//! The fields that ask for a proposal.

use super::form::ProposalForm;
use super::words::outcome_key;
use crate::actions::decide::DECLINE_REASONS;
use crate::actions::deviation::Side;
use crate::domain::decision::{Condition, Outcome, TEXT_MOST};
use crate::domain::{AccountId, Currency, Money};
use crate::store::engagement::QuoteRow;
use crate::store::term::Term;
use crate::web::engagement::words::in_text;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field};
use crate::web::words::term_choices;

/// The fields of a proposal as the template lays them out.
pub struct ProposalFields {
    pub outcome: Field,
    /// Why it is declined; absent where the programme has no list of reasons.
    pub reason: Option<Field>,
    /// Who took part.
    pub present: Field,
    pub amount: Field,
    pub funding_type: Field,
    /// Condition and reason, row by row.
    pub conditions: Vec<(Field, Field)>,
    /// Absent while none is needed and none was written.
    pub waiver: Option<Field>,
    /// Why it goes beyond what is left; absent while nothing can, and nothing was written.
    pub over_budget: Option<Field>,
    pub rationale: Field,
    pub deviation: Field,
    pub feedback: Field,
    pub over: String,
    /// Quotations that can be put into the rationale: id and words.
    pub quotes: Vec<(String, String)>,
}

/// What the fields need to know of the round.
pub struct Asked<'a> {
    pub currency: Currency,
    /// What the application asks for: an award's most.
    pub requested: Option<Money>,
    /// What the others leave of the budget, in minor units.
    pub left_minor: i64,
    pub terms: &'a [Term],
    pub legal_verified: bool,
    pub quotes: &'a [QuoteRow],
    /// Who can take part, by name, and how many have to.
    pub panel: &'a [(AccountId, String)],
    pub quorum: usize,
    /// Where the application stands to the funding line.
    pub side: Side,
}

/// Builds the fields.
pub fn fields(ask: &Fields, asked: &Asked, form: &ProposalForm) -> ProposalFields {
    let draft = &form.draft;
    let needs_waiver = !asked.legal_verified || !draft.waiver.trim().is_empty();
    let waiver = ["waiver", "decision-waiver", "decision-waiver-hint"];
    let asked_why = ask.problems.of("over_budget").is_some();
    let can_be = asked
        .requested
        .is_some_and(|most| most.minor > asked.left_minor);
    let is_over = asked_why || can_be || !draft.over_budget.trim().is_empty();
    let over_budget = [
        "over_budget",
        "decision-over-budget",
        "decision-over-budget-hint",
    ];
    let rationale = ["rationale", "decision-rationale", "decision-rationale-hint"];
    let feedback = ["feedback", "decision-feedback", "decision-feedback-hint"];
    let choices = outcomes(ask, &draft.outcome);
    ProposalFields {
        outcome: ask.field("outcome", "decision-outcome", &draft.outcome, choices),
        reason: reason(ask, asked.terms, &draft.reason),
        present: present(ask, (asked.panel, asked.quorum), &draft.present),
        amount: amount(ask, asked, &draft.amount),
        funding_type: funding_type(ask, asked.terms, &draft.funding_type),
        conditions: conditions(ask, &draft.conditions),
        waiver: needs_waiver.then(|| area(ask, waiver, &draft.waiver)),
        over_budget: is_over.then(|| Field {
            optional: !asked_why,
            ..area(ask, over_budget, &draft.over_budget)
        }),
        rationale: area(ask, rationale, &draft.rationale),
        deviation: deviation(ask, side_key(asked.side), &form.deviation),
        feedback: Field {
            optional: true,
            ..area(ask, feedback, &draft.feedback)
        },
        over: form.over.clone(),
        quotes: asked
            .quotes
            .iter()
            .map(|row| (row.id.to_string(), in_text(ask.t, row)))
            .collect(),
    }
}

/// What deviates on a side of the funding line.
fn side_key(side: Side) -> &'static str {
    match side {
        Side::Above => "decision-deviation-above",
        Side::Below => "decision-deviation-below",
        Side::Neither => "decision-deviation-neither",
    }
}

/// Why it deviates from the ranking; the hint says before what does.
pub fn deviation(ask: &Fields, hint: &str, value: &str) -> Field {
    Field {
        optional: true,
        ..area(ask, ["deviation", "decision-deviation", hint], value)
    }
}

/// A long text, with the most that it may have.
pub fn area(ask: &Fields, [name, label, hint]: [&str; 3], value: &str) -> Field {
    Field {
        limit: Some(ask.t.with("decision-limit", "most", TEXT_MOST)),
        ..ask.hinted(name, label, hint, value, Control::Area(4))
    }
}

/// The amount in the round's currency, with what was asked for beside it.
fn amount(ask: &Fields, asked: &Asked, value: &str) -> Field {
    let hint = |most| {
        let most = ask.t.money(most);
        ask.t.with("decision-amount-hint", "most", most)
    };
    let control = Control::Amount(asked.currency.code().to_owned());
    Field {
        hint: asked.requested.map(hint),
        ..ask.field("amount", "decision-amount", value, control)
    }
}

/// The reasons of the list; nothing where there is none.
pub fn reason(ask: &Fields, terms: &[Term], chosen: &str) -> Option<Field> {
    let own = term_choices(ask.t, terms, DECLINE_REASONS, chosen);
    if own.is_empty() {
        return None;
    }
    let none = Choice {
        value: String::new(),
        label: ask.t.say("decision-reason-none"),
        hint: None,
        chosen: chosen.is_empty(),
    };
    let control = Control::Select([vec![none], own].concat());
    let (label, hint) = ("decision-reason", "decision-reason-hint");
    Some(ask.hinted("reason", label, hint, chosen, control))
}

/// Who took part, with how many the round asks for.
pub fn present(
    ask: &Fields,
    (panel, least): (&[(AccountId, String)], usize),
    chosen: &[String],
) -> Field {
    let choice = |(id, name): &(AccountId, String)| Choice {
        value: id.to_string(),
        label: name.clone(),
        hint: None,
        chosen: chosen.iter().any(|one| one == id.as_str()),
    };
    let people = Control::Checkboxes(panel.iter().map(choice).collect());
    Field {
        hint: (least > 0).then(|| ask.t.count("decision-quorum", least)),
        optional: least == 0,
        ..ask.field("present", "decision-present", "", people)
    }
}

/// The kinds of funding behind an empty choice: none is the right one for all.
pub fn funding_type(ask: &Fields, terms: &[Term], chosen: &str) -> Field {
    let mut types = vec![Choice {
        value: String::new(),
        label: ask.t.say("decision-funding-none"),
        hint: None,
        chosen: chosen.is_empty(),
    }];
    types.extend(term_choices(ask.t, terms, "funding_type", chosen));
    let control = Control::Select(types);
    ask.field("funding_type", "decision-funding", chosen, control)
}

/// The outcomes to choose from.
pub fn outcomes(ask: &Fields, chosen: &str) -> Control {
    let hint = |outcome: Outcome| match outcome {
        Outcome::Award => "outcome-award-hint",
        Outcome::Reserve => "outcome-reserve-hint",
        Outcome::Decline => "outcome-decline-hint",
        Outcome::ReferBack => "outcome-refer-back-hint",
    };
    let choice = |outcome: Outcome| Choice {
        value: outcome.code().to_owned(),
        label: ask.t.say(outcome_key(outcome)),
        hint: Some(ask.t.say(hint(outcome))),
        chosen: outcome.code() == chosen,
    };
    Control::Radios(Outcome::ALL.map(choice).to_vec())
}

fn conditions(ask: &Fields, rows: &[Condition]) -> Vec<(Field, Field)> {
    let field = |name: String, label: String, value: &str| Field {
        label,
        error: ask.problems.of(&name).map(|message| ask.t.tell(message)),
        name,
        value: value.to_owned(),
        control: Control::Area(2),
        ..Field::default()
    };
    let numbered = rows.iter().enumerate();
    numbered
        .map(|(row, condition)| {
            let label = |key: &str| ask.t.count(key, row + 1);
            (
                field(
                    format!("condition.{row}.text"),
                    label("decision-condition"),
                    &condition.text,
                ),
                field(
                    format!("condition.{row}.reason"),
                    label("decision-condition-reason"),
                    &condition.reason,
                ),
            )
        })
        .collect()
}
