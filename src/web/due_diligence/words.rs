//! The words of due diligence.

use crate::actions::due_diligence::Diligence;
use crate::actions::list_screening::Standing;
use crate::domain::due_diligence::{Line, LineState, Step, Tier};
use crate::domain::{Currency, Money};
use crate::i18n::Locale;
use crate::web::list_screening::words as list_screening;
use crate::web::ui::{Badge, Tone};
use crate::web::visit::Visit;

/// Key of a step.
pub fn step_key(step: Step) -> &'static str {
    match step {
        Step::ListScreening => "step-list-screening",
        Step::Accounts => "step-accounts",
        Step::Bank => "step-bank",
        Step::Visit => "step-visit",
    }
}

/// A line of the list.
pub fn line(t: Locale, line: Line) -> String {
    match line {
        Line::Papers => t.say("diligence-papers"),
        Line::Step(step) => t.say(step_key(step)),
        Line::Referees(number) => t.count("diligence-referees", number.into()),
    }
}

/// Where a line stands.
pub fn state(t: Locale, state: LineState) -> Badge {
    let (key, tone) = match state {
        LineState::Missing => ("diligence-missing", Tone::Warn),
        LineState::Once => ("diligence-once", Tone::Info),
        LineState::Done => ("diligence-done", Tone::Good),
        LineState::Bad => ("diligence-bad", Tone::Bad),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// How the list screening stands, and when names were compared last.
pub fn screened(visit: &Visit, standing: &Standing) -> String {
    let (t, told) = (visit.t, list_screening::standing(visit.t, standing).text);
    match &standing.last {
        None => told,
        Some(run) => {
            let when = t.when(run.ran_at, visit.zone());
            format!("{told} · {}", t.with("diligence-screened", "when", when))
        }
    }
}

/// The tier of an application, and how much of it is open.
pub fn summary(t: Locale, found: &Diligence) -> [String; 2] {
    let missing = |(_, state): &&(Line, LineState)| *state != LineState::Done;
    let open = match found.lines.iter().filter(missing).count() {
        0 => t.say("diligence-all-done"),
        missing => t.count("diligence-open", missing),
    };
    [range(t, &found.tiers, found.at, found.currency), open]
}

/// "Up to USD 10,000" or "Above USD 50,000", by the limits of a tier and the one below.
pub fn range(t: Locale, tiers: &[Tier], at: usize, currency: Currency) -> String {
    let money = |minor: i64| t.money(Money::new(minor, currency));
    let upper = tiers.get(at).and_then(|tier| tier.upper_minor);
    let below = at.checked_sub(1).and_then(|below| tiers.get(below));
    match (upper, below.and_then(|tier| tier.upper_minor)) {
        (Some(upper), _) => t.with("diligence-up-to", "amount", money(upper)),
        (None, Some(below)) => t.with("diligence-above", "amount", money(below)),
        (None, None) => t.say("diligence-any-amount"),
    }
}
