//! Conflicts of interest in short: how many people are kept away, and who may have
//! to be.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::conflict::Hint;
use crate::domain::moment::Day;
use crate::domain::{AccountId, ApplicationId, Message, OrganisationId};
use crate::i18n::Locale;
use crate::store::conflict_record::{self, InsiderRow};
use crate::store::{Reader, StoreError, conflict_hint};
use crate::web::conflict::words;
use crate::web::ui::Link;
use crate::web::url;

/// What is known.
pub struct Known {
    insiders: Vec<InsiderRow>,
    barred: BTreeSet<AccountId>,
    hints: BTreeMap<AccountId, Vec<Hint>>,
}

/// The card.
pub struct Conflicts {
    /// How many people of the inside are kept away, as a link to who they are.
    pub all: Link,
    /// "Rana may be in conflict: …".
    pub hints: Vec<String>,
    /// Where the reader steps aside.
    pub own: Link,
}

/// Reads it for an application within reach.
pub fn known(
    reader: &mut Reader,
    pair: (ApplicationId, OrganisationId),
    today: Day,
) -> Result<Known, StoreError> {
    let insiders = conflict_record::insiders(reader)?;
    Ok(Known {
        barred: conflict_record::barred_from(reader, pair.0)?,
        hints: conflict_hint::of_people(reader, pair, &insiders, today)?,
        insiders,
    })
}

/// The card of an application.
pub fn conflicts(t: Locale, id: ApplicationId, known: &Known) -> Conflicts {
    let away = |one: &&InsiderRow| known.barred.contains(&one.id);
    let count = known.insiders.iter().filter(away).count();
    let free = known.insiders.iter().filter(|one| !away(one));
    let hint = |one: &InsiderRow| {
        let first = known.hints.get(&one.id)?.first()?;
        let told = Message::new("dossier-may-conflict")
            .with("name", one.name.as_str())
            .with("why", words::hint(t, first));
        Some(t.tell(&told))
    };
    Conflicts {
        all: Link::new(
            url::dossier_part(id, "conflicts"),
            t.count("dossier-conflicts", count),
        ),
        hints: free.filter_map(hint).collect(),
        own: Link::new(
            url::dossier_part(id, "conflict"),
            t.say("conflict-own-link"),
        ),
    }
}
