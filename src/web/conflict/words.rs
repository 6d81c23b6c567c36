//! Conflicts in words: their kinds, how they came to be known, and what speaks for
//! one.

use crate::domain::conflict::{Found, Hint};
use crate::domain::review::ConflictKind;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field};

/// The messages that name a kind and explain it.
fn kind_keys(kind: ConflictKind) -> (&'static str, Option<&'static str>) {
    match kind {
        ConflictKind::None => ("conflict-none", Some("conflict-none-hint")),
        ConflictKind::StaffOrBoard => ("conflict-staff", Some("conflict-staff-hint")),
        ConflictKind::FamilyOrPersonal => ("conflict-family", Some("conflict-family-hint")),
        ConflictKind::Funder => ("conflict-funder", Some("conflict-funder-hint")),
        ConflictKind::Collaborator => ("conflict-collaborator", Some("conflict-collaborator-hint")),
        ConflictKind::LitigationOrCampaign => {
            ("conflict-litigation", Some("conflict-litigation-hint"))
        }
        ConflictKind::SameOrganisation => ("conflict-same", Some("conflict-same-hint")),
        ConflictKind::Other => ("conflict-other", Some("conflict-other-hint")),
    }
}

/// A kind as said of somebody else.
pub fn kind(t: Locale, kind: ConflictKind) -> String {
    t.say(match kind {
        ConflictKind::None => "conflict-kind-none",
        ConflictKind::StaffOrBoard => "conflict-kind-staff",
        ConflictKind::FamilyOrPersonal => "conflict-kind-family",
        ConflictKind::Funder => "conflict-kind-funder",
        ConflictKind::Collaborator => "conflict-kind-collaborator",
        ConflictKind::LitigationOrCampaign => "conflict-kind-litigation",
        ConflictKind::SameOrganisation => "conflict-kind-same",
        ConflictKind::Other => "conflict-kind-other",
    })
}

/// The kinds as options; "none" only where it can be said.
pub fn kinds(t: Locale, chosen: &str, with_none: bool) -> Control {
    let all = ConflictKind::ALL.into_iter();
    let shown = all.filter(|kind| with_none || kind.bars());
    let choice = |kind: ConflictKind| {
        let (label, hint) = kind_keys(kind);
        Choice {
            value: kind.code().to_owned(),
            label: t.say(label),
            hint: hint.map(|hint| t.say(hint)),
            chosen: chosen == kind.code(),
        }
    };
    Control::Radios(shown.map(choice).collect())
}

/// The kinds in one line each.
pub fn kinds_short(t: Locale, chosen: &str) -> Control {
    let choice = |one: ConflictKind| Choice {
        value: one.code().to_owned(),
        label: kind(t, one),
        hint: None,
        chosen: chosen == one.code(),
    };
    let bars = ConflictKind::ALL.into_iter().filter(|kind| kind.bars());
    Control::Select(bars.map(choice).collect())
}

/// The field of a reason.
pub fn reason_field(t: Locale, problems: &Problems, hint: &str, value: &str) -> Field {
    let ask = Fields { t, problems };
    ask.hinted("reason", "conflict-reason", hint, value, Control::Area(3))
}

/// How a conflict came to be known.
pub fn found(t: Locale, found: Found) -> String {
    t.say(match found {
        Found::Declared => "conflict-found-declared",
        Found::Membership => "conflict-found-membership",
        Found::Pinned => "conflict-found-pinned",
    })
}

/// What speaks for a conflict, about somebody else.
pub fn hint(t: Locale, hint: &Hint) -> String {
    told(
        t,
        hint,
        [
            "conflict-hint-domain",
            "conflict-hint-website",
            "conflict-hint-name",
            "conflict-hint-affiliation",
        ],
    )
}

/// The same to the person themselves.
pub fn hint_to_oneself(t: Locale, hint: &Hint) -> String {
    told(
        t,
        hint,
        [
            "conflict-hint-domain-you",
            "conflict-hint-website-you",
            "conflict-hint-name-you",
            "conflict-hint-affiliation-you",
        ],
    )
}

fn told(t: Locale, hint: &Hint, [domain, website, name, affiliation]: [&'static str; 4]) -> String {
    let (key, what) = match hint {
        Hint::SameDomain(what) => (domain, what),
        Hint::Website(what) => (website, what),
        Hint::SameName(what) => (name, what),
        Hint::Affiliation(what) => (affiliation, what),
    };
    t.tell(&Message::new(key).with("what", what.as_str()))
}
