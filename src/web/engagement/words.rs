//! Entries and quotations in words.

use super::place;
use crate::domain::Message;
use crate::domain::engagement::{Audience, EngagementKind};
use crate::domain::moment::Day;
use crate::domain::rubric::Rubric;
use crate::i18n::Locale;
use crate::store::engagement::QuoteRow;
use crate::web::ui::{Badge, Tone};
use crate::web::visit::Visit;

/// The message of a kind.
pub fn kind_key(kind: EngagementKind) -> &'static str {
    match kind {
        EngagementKind::Visit => "engagement-visit",
        EngagementKind::Call => "engagement-call",
        EngagementKind::Convening => "engagement-convening",
        EngagementKind::Letter => "engagement-letter",
    }
}

/// "Visit, 1 October 2026".
pub fn head(t: Locale, kind: EngagementKind, day: Day) -> String {
    let words = Message::new("engagement-head")
        .with("kind", t.say(kind_key(kind)))
        .with("day", t.day(day));
    t.tell(&words)
}

/// A quotation as it is shown.
pub struct ShownQuote {
    /// Of what the words are; only "Staff of the programme" where that could name the
    /// applicant.
    pub head: String,
    pub words: String,
    /// Beside which criterion; empty for the whole application.
    pub criterion: String,
    /// Who quoted it when; empty for reviewers.
    pub by: String,
    pub badges: Vec<Badge>,
    /// The entry; nothing for reviewers.
    pub entry: Option<String>,
    /// Where it is ended, while the reader may.
    pub end: Option<String>,
}

fn badge(t: Locale, key: &str, tone: Tone) -> Badge {
    Badge {
        text: t.say(key),
        tone,
    }
}

fn state(t: Locale, row: &QuoteRow) -> Option<Badge> {
    match (row.mistaken, row.corrected) {
        (true, _) => Some(badge(t, "engagement-mistaken", Tone::Bad)),
        (false, true) => Some(badge(t, "quote-corrected", Tone::Warn)),
        (false, false) => None,
    }
}

/// A quotation for staff, with the way to end it for whoever may.
pub fn for_staff(visit: &Visit, rubric: Option<&Rubric>, row: &QuoteRow, ends: bool) -> ShownQuote {
    let t = visit.t;
    let audience = match row.audience {
        Audience::Staff => badge(t, "quote-staff", Tone::Neutral),
        Audience::Reviewers => badge(t, "quote-reviewers", Tone::Info),
    };
    let mut criteria = rubric.into_iter().flat_map(|rubric| &rubric.criteria);
    let criterion = criteria.find(|one| one.code == row.criterion);
    let criterion = criterion.map_or("", |one| one.name.get(t.language()));
    let by = Message::new("quote-by")
        .with("who", row.quoted_by.as_str())
        .with("when", t.when(row.quoted_at, visit.zone()));
    ShownQuote {
        head: head(t, row.kind, row.day),
        words: row.words.clone(),
        criterion: criterion.to_owned(),
        by: t.tell(&by),
        badges: std::iter::once(audience).chain(state(t, row)).collect(),
        entry: Some(place::entry(row.organisation, row.entry)),
        end: ends.then(|| place::quote_end(row.application, row.id)),
    }
}

/// A quotation for reviewers; where they don't know who applies, its words are covered
/// and what it is of stays unsaid.
pub fn for_reviewers(
    t: Locale,
    row: &QuoteRow,
    blind: bool,
    covered: &dyn Fn(&str) -> String,
) -> ShownQuote {
    ShownQuote {
        head: match blind {
            true => t.say(kind_key(row.kind)),
            false => head(t, row.kind, row.day),
        },
        words: covered(&row.words),
        criterion: row.criterion.clone(),
        by: String::new(),
        badges: state(t, row).into_iter().collect(),
        entry: None,
        end: None,
    }
}

/// A quotation as it is put into a text: the words, and of what they are.
pub fn in_text(t: Locale, row: &QuoteRow) -> String {
    let words = Message::new("quote-in-text")
        .with("words", row.words.as_str())
        .with("head", head(t, row.kind, row.day));
    t.tell(&words)
}
