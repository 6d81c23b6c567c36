//! What the amount asks for before a grant, and what of it is open, beside its decision.

use super::seen::Seen;
use crate::actions::diligence_ahead::asked;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::web::due_diligence::{line, place, range, state};
use crate::web::forms::Fields;
use crate::web::ui::{Badge, Control, Field, Link};
use crate::web::visit::Visit;

/// The list of a tier.
pub struct ShownDiligence {
    /// "Up to USD 10,000".
    pub tier: String,
    pub lines: Vec<(String, Badge)>,
    /// Concerns that nobody has resolved; empty for none.
    pub concerns: String,
    pub link: Link,
    /// Who signed with something open and why; empty otherwise.
    pub acknowledged: Vec<String>,
}

/// Prepares it.
pub fn shown(visit: &Visit, seen: &Seen) -> ShownDiligence {
    let (t, found) = (visit.t, &seen.diligence);
    let lines = found.lines.iter();
    ShownDiligence {
        tier: range(t, &found.tiers, found.at, found.currency),
        lines: lines
            .map(|(one, at)| (line(t, *one), state(t, *at)))
            .collect(),
        concerns: match found.worries() {
            0 => String::new(),
            worries => t.count("decision-concerns", worries),
        },
        link: Link::new(place(seen.case.application.id), t.say("diligence-title")),
        acknowledged: seen.ahead.as_ref().map_or_else(Vec::new, |known| {
            let words = Message::new("decision-went-ahead")
                .with("name", known.by.as_str())
                .with("when", t.when(known.at, visit.zone()));
            vec![t.tell(&words), known.reason.clone()]
        }),
    }
}

/// Where whoever signs says why, while something is open.
pub fn reason(t: Locale, seen: &Seen, (typed, problems): (&str, &Problems)) -> Option<Field> {
    let ask = Fields { t, problems };
    (asked(&seen.case, &seen.diligence) > 0).then(|| {
        ask.hinted(
            "diligence_reason",
            "decision-go-ahead",
            "decision-go-ahead-hint",
            typed,
            Control::Area(3),
        )
    })
}
