//! Why something was done, in the words of who did it, beside the event that tells of it.

use std::collections::BTreeMap;

use crate::domain::appeal::Appeal;
use crate::domain::decision::Decision;
use crate::domain::screening::Verdict;
use crate::domain::{ApplicationId, DecisionId, ListHitId, Moment};
use crate::i18n::Locale;
use crate::store::appeal::{self, Reopening};
use crate::store::due_diligence::{Ahead, all_ahead};
use crate::store::list_screening::{self, Acknowledgement, AnswerRow};
use crate::store::screening::{self, ScreeningRow};
use crate::store::term::{self, Term};
use crate::store::{AuditEvent, Reader, StoreError};
use crate::web::decision::reason_words;
use crate::web::words;

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// What it is; empty where the event says it.
    pub label: String,
    pub text: String,
}

/// Reasons by the event that they belong to.
#[derive(Debug, Clone, Default)]
pub struct Whys(BTreeMap<(String, String), Vec<Why>>);

/// What was written beside events of an application.
pub struct Written {
    appeals: Vec<Appeal>,
    reopenings: Vec<Reopening>,
    screening: Option<ScreeningRow>,
    answers: Vec<AnswerRow>,
    /// Why decisions were signed beside open hits.
    acknowledged: Vec<(DecisionId, Acknowledgement)>,
    /// Why they were signed with due diligence open.
    ahead: Vec<(DecisionId, Ahead)>,
    terms: Vec<Term>,
}

/// Reads it for an application within reach, and for these events of its story.
pub fn written(
    reader: &mut Reader,
    (id, events): (ApplicationId, &[AuditEvent]),
    decisions: &[Decision],
) -> Result<Written, StoreError> {
    let ids: Vec<DecisionId> = decisions.iter().map(|one| one.id).collect();
    let hits: Vec<ListHitId> = events.iter().filter_map(hit).collect();
    Ok(Written {
        appeals: appeal::of_application(reader, id)?,
        reopenings: appeal::reopenings(reader, id)?,
        screening: screening::latest(reader, id)?,
        answers: list_screening::answers(reader, &hits)?,
        acknowledged: list_screening::acknowledgements(reader, &ids)?,
        ahead: all_ahead(reader, &ids)?,
        terms: term::all(reader)?,
    })
}

/// The hit that an event tells the answer to: the last word of its state.
fn hit(event: &AuditEvent) -> Option<ListHitId> {
    let last = event.after_state.rsplit(' ').next();
    let last = last.filter(|_| event.action == "answer_list_hit");
    last.and_then(|id| ListHitId::parse(id).ok())
}

/// What tells events of the same kind apart.
fn key(event: &AuditEvent) -> (String, String) {
    let of = match event.action.as_str() {
        "answer_list_hit" => event.after_state.clone(),
        "screen" | "decide_anew" => moment(event.at),
        _ => event.object_id.clone(),
    };
    (event.action.clone(), of)
}

fn moment(at: Moment) -> String {
    at.micros().to_string()
}

impl Whys {
    /// The reasons behind an event; none where nobody wrote one.
    pub fn of(&self, event: &AuditEvent) -> Vec<Why> {
        self.0.get(&key(event)).cloned().unwrap_or_default()
    }

    /// Sorts what was written by the events that it belongs to.
    pub fn new(t: Locale, decisions: &[Decision], written: &Written) -> Self {
        let mut all = Self::default();
        for one in decisions {
            all.propose(t, one, &written.terms);
        }
        for one in &written.appeals {
            let decision = one.decision.to_string();
            if let Some(answer) = &one.answer {
                all.add("answer_appeal", decision.clone(), &answer.words);
            }
            all.add("raise_appeal", decision, &one.words);
        }
        for one in &written.reopenings {
            all.add("decide_anew", moment(one.at), &one.reason);
        }
        for one in &written.answers {
            let state = format!("{} {}", one.state.code(), one.hit);
            all.add("answer_list_hit", state, &one.reason);
        }
        for (decision, beside) in &written.acknowledged {
            let decision = decision.to_string();
            all.add("acknowledge_list_hits", decision, &beside.reason);
        }
        for (decision, beside) in &written.ahead {
            let decision = decision.to_string();
            all.add("acknowledge_diligence", decision, &beside.reason);
        }
        if let Some(row) = &written.screening {
            all.screen(t, row, &written.terms);
        }
        all
    }

    fn add(&mut self, action: &str, of: String, text: &str) {
        self.labelled((action, of), String::new(), text);
    }

    fn labelled(&mut self, (action, of): (&str, String), label: String, text: &str) {
        if text.is_empty() {
            return;
        }
        let own = self.0.entry((action.to_owned(), of)).or_default();
        let text = text.to_owned();
        own.push(Why { label, text });
    }

    fn propose(&mut self, t: Locale, one: &Decision, terms: &[Term]) {
        let id = one.id.to_string();
        self.add("propose_decision", id.clone(), &one.rationale);
        let of = || ("propose_decision", id.clone());
        let deviation = one.deviation.as_deref().unwrap_or_default();
        self.labelled(of(), t.say("packet-deviation"), deviation);
        let declined = reason_words(t, terms, one);
        self.labelled(of(), t.say("decision-reason"), &declined);
        for condition in &one.conditions {
            let told = format!("{} ({})", condition.text, condition.reason);
            self.labelled(of(), t.say("story-condition"), &told);
        }
        let waiver = one.waiver.as_deref().unwrap_or_default();
        self.labelled(of(), t.say("packet-waiver"), waiver);
        let over = one.over_budget.as_deref().unwrap_or_default();
        self.add("exceed_budget", id.clone(), over);
    }

    fn screen(&mut self, t: Locale, row: &ScreeningRow, terms: &[Term]) {
        let at = moment(row.screened_at);
        if let Verdict::NotEligible(reason) = &row.screening.verdict {
            let told = words::term(t, terms, "ineligible_reason", reason);
            self.add("screen", at.clone(), &told);
        }
        self.add("screen", at, &row.screening.note);
    }
}
