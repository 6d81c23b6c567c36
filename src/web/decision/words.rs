//! How outcomes and stages are called, among staff and towards applicants.

use crate::actions::decide::DECLINE_REASONS;
use crate::domain::Message;
use crate::domain::decision::{Decision, Outcome, Ruling, Stage};
use crate::i18n::Locale;
use crate::store::term::Term;
use crate::web::ui::{Badge, Tone};
use crate::web::words;

/// The message that names an outcome among staff.
pub fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Award => "outcome-award",
        Outcome::Reserve => "outcome-reserve",
        Outcome::Decline => "outcome-decline",
        Outcome::ReferBack => "outcome-refer-back",
    }
}

fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Proposed => "stage-proposed",
        Stage::Signed => "stage-signed",
        Stage::Released => "stage-released",
        Stage::Dropped => "stage-dropped",
    }
}

/// A decision in a few words: outcome and stage.
pub fn badge(t: Locale, decision: &Ruling) -> Badge {
    let words = Message::new("decision-badge")
        .with("outcome", t.say(outcome_key(decision.outcome)))
        .with("stage", t.say(stage_key(decision.stage())));
    let tone = match (decision.stage(), decision.outcome) {
        (Stage::Dropped, _) | (_, Outcome::Decline) => Tone::Neutral,
        (_, Outcome::Award) => Tone::Good,
        (_, Outcome::Reserve) => Tone::Info,
        (_, Outcome::ReferBack) => Tone::Warn,
    };
    Badge {
        text: t.tell(&words),
        tone,
    }
}

/// What the applicant reads of a released decision.
#[derive(Default)]
pub struct Told {
    pub heading: String,
    pub lead: String,
    /// Why it was declined, in the words of the list; empty otherwise.
    pub reason: String,
    /// Only of an award; empty otherwise.
    pub amount: String,
    pub funding_type: String,
    pub conditions: Vec<String>,
    /// As the panel wrote it; may be empty.
    pub feedback: String,
    /// Where the award is followed; empty where nothing is awarded.
    pub award: String,
}

/// Why a decision declined, in the words of the list; empty otherwise.
pub fn reason_words(t: Locale, terms: &[Term], decision: &Decision) -> String {
    let code = decision.reason.as_deref();
    code.map(|code| words::term(t, terms, DECLINE_REASONS, code))
        .unwrap_or_default()
}

/// The words for the applicant; nothing for a referral back, which stays internal.
pub fn told(t: Locale, terms: &[Term], decision: &Decision) -> Option<Told> {
    let (heading, lead) = match decision.outcome {
        Outcome::Award => ("told-award", "told-award-lead"),
        Outcome::Reserve => ("told-reserve", "told-reserve-lead"),
        Outcome::Decline if decision.reason.is_some() => {
            ("told-decline", "told-decline-reason-lead")
        }
        Outcome::Decline => ("told-decline", "told-decline-lead"),
        Outcome::ReferBack => return None,
    };
    let code = decision.funding_type.as_deref();
    let conditions = decision.conditions.iter().map(|one| one.text.clone());
    Some(Told {
        heading: t.say(heading),
        lead: t.say(lead),
        reason: reason_words(t, terms, decision),
        amount: decision
            .amount
            .map(|money| t.money(money))
            .unwrap_or_default(),
        funding_type: code
            .map(|code| words::term(t, terms, "funding_type", code))
            .unwrap_or_default(),
        conditions: conditions.collect(),
        feedback: decision.feedback.clone(),
        award: match decision.outcome {
            Outcome::Award => format!("/awards/{}", decision.id),
            Outcome::Reserve | Outcome::Decline | Outcome::ReferBack => String::new(),
        },
    })
}
