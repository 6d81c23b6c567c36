//! A clarification in words, for staff and for whoever is asked.

use std::collections::BTreeMap;

use crate::domain::AccountId;
use crate::domain::clarification::{Kind, Standing};
use crate::domain::form::Form;
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::store::clarification::Clarification;
use crate::web::round::deadline::Instant;
use crate::web::ui::{Badge, Tone};
use crate::web::visit::Visit;

/// A section that a clarification opened.
pub struct OpenedSection {
    pub title: String,
    pub changed: bool,
}

/// A clarification as a page prints it.
pub struct ShownClarification {
    pub heading: String,
    pub state: Badge,
    /// When it was asked, and by whom where the reader may know.
    pub asked: String,
    pub due: Instant,
    pub question: String,
    /// In the order of the form; none where words are enough.
    pub sections: Vec<OpenedSection>,
    /// The answer once it is sent, and when; empty before.
    pub answer: String,
    pub answered: String,
    /// The submitted version that the answer made, in words.
    pub version: Option<String>,
}

/// What everybody may read; `names` are of those whom the reader may know.
pub fn shown(
    visit: &Visit,
    (round, form): (&Round, &Form),
    one: &Clarification,
    names: &BTreeMap<AccountId, String>,
) -> ShownClarification {
    let (t, row) = (visit.t, &one.row);
    let said = |at, who: Option<AccountId>, keys: (&'static str, &'static str)| {
        let when = t.when(at, visit.zone());
        match who.and_then(|id| names.get(&id)) {
            Some(name) => t.tell(
                &crate::domain::Message::new(keys.0)
                    .with("name", name.as_str())
                    .with("when", when),
            ),
            None => t.with(keys.1, "when", when),
        }
    };
    let sections = form.sections.iter().filter_map(|section| {
        let (_, changed) = one
            .sections
            .iter()
            .find(|(code, _)| *code == section.code)?;
        Some(OpenedSection {
            title: section.title.get(t.language()).to_owned(),
            changed: *changed,
        })
    });
    let by = ("clarification-asked-by", "clarification-asked-on");
    let answered = ("clarification-answered-by", "clarification-answered-on");
    let sent = row.answered_at;
    ShownClarification {
        heading: t.say(heading(row.kind)),
        state: state(t, row.standing(visit.now())),
        asked: said(row.asked_at, Some(row.asked_by), by),
        due: Instant::of(visit, round, row.due_at),
        question: row.question.clone(),
        sections: sections.collect(),
        answer: sent.map_or_else(String::new, |_| row.answer.clone()),
        answered: sent.map_or_else(String::new, |at| said(at, row.answered_by, answered)),
        version: row
            .submission_version
            .map(|version| t.with("clarification-version", "version", i64::from(version))),
    }
}

/// What is asked for.
pub fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "clarification-question",
        Kind::FullForm => "clarification-full-form",
    }
}

/// How it stands.
pub fn state(t: Locale, standing: Standing) -> Badge {
    let (key, tone) = match standing {
        Standing::Open => ("clarification-open", Tone::Info),
        Standing::Overdue => ("clarification-overdue", Tone::Warn),
        Standing::Answered => ("clarification-answered", Tone::Good),
        Standing::Closed => ("clarification-closed", Tone::Neutral),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}
