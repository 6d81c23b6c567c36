//! What reviewers see of overlaps beside the criterion that they speak to: what is open
//! or confirmed, never what else is asked for here. Where applicants are not named,
//! nobody is: only what is alike.

use super::words;
use crate::actions::overlap::Kept;
use crate::domain::ledger::EntryKind;
use crate::domain::overlap::Standing;
use crate::i18n::Locale;
use crate::web::ui::Badge;

/// An overlap as a reviewer sees it.
#[derive(Clone)]
pub struct ShownOverlap {
    pub state: Badge,
    /// Empty where applicants are not named.
    pub funder: String,
    pub title: String,
    /// Of 100.
    pub score: i64,
    pub when: String,
    pub amount: String,
    pub parts: Vec<String>,
}

/// Those that a reviewer sees.
pub fn seen(t: Locale, kept: &[Kept], named: bool) -> Vec<ShownOverlap> {
    let open = kept.iter().filter(|one| {
        one.found.state != Standing::Dismissed && one.alike.entry.kind != EntryKind::Request
    });
    let reader = match named {
        true => words::Reader::Reviewer,
        false => words::Reader::UnnamedReviewer,
    };
    let shown = |one: &Kept| {
        let grant = &one.alike.entry.grant;
        let if_named = |text: String| if named { text } else { String::new() };
        ShownOverlap {
            state: words::standing(t, one.found.state),
            funder: if_named(grant.funder.name.clone()),
            title: if_named(grant.title.clone()),
            score: words::percent(one.alike.overlap.score),
            when: words::when(t, grant),
            amount: words::amount(t, grant.amount),
            parts: words::parts(t, &one.alike.overlap, reader),
        }
    };
    open.map(shown).collect()
}
