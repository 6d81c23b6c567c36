//! Whose hands an application went through: who filed it, who certified it, which
//! fiscal sponsor stands behind it.

use super::handlers::{Dossier, Sponsor};
use super::pages::{ShownFiling, ShownSponsor};
use crate::domain::Message;
use crate::domain::organisation::Organisation;
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::policy::member::MayInvite;
use crate::web::application::certify;
use crate::web::filing;
use crate::web::legal_status::words as papers;
use crate::web::round::Fact;
use crate::web::sponsorship::words as sponsors;
use crate::web::ui::Link;
use crate::web::visit::Visit;
use crate::web::{url, words};

/// How it came, when staff filed it.
pub fn filed(t: Locale, actor: &Actor, dossier: &Dossier) -> Option<ShownFiling> {
    let row = dossier.filed.as_ref()?;
    let owner = dossier.subject.organisation.id;
    let may = MayInvite::first_owner(actor, owner, dossier.members).is_ok();
    let place = url::dossier_part(dossier.subject.row.id, "owner");
    Some(ShownFiling {
        told: filing::told(t, row),
        note: row.filing.note.clone(),
        invite: may.then(|| Link::new(place, t.say("owner-invite-title"))),
    })
}

/// Who certified the answers.
pub fn certified(visit: &Visit, dossier: &Dossier) -> Option<String> {
    let row = dossier.certified.as_ref()?;
    Some(certify::words(visit, row))
}

/// The fiscal sponsor.
pub fn sponsor(visit: &Visit, dossier: &Dossier) -> Option<ShownSponsor> {
    let (t, sponsor) = (visit.t, dossier.sponsor.as_ref()?);
    let facts = match &sponsor.organisation {
        Some(profile) => facts(t, dossier, profile),
        None => Vec::new(),
    };
    Some(ShownSponsor {
        state: sponsors::state(t, Some(&sponsor.row)),
        line: line(visit, sponsor),
        facts,
    })
}

fn line(visit: &Visit, sponsor: &Sponsor) -> String {
    let line = sponsors::line(visit, &sponsor.row);
    if sponsor.answerer.is_empty() {
        return line;
    }
    let message = Message::new("sponsor-answered-by")
        .with("line", line)
        .with("name", sponsor.answerer.as_str());
    visit.t.tell(&message)
}

fn facts(t: Locale, dossier: &Dossier, profile: &Organisation) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let numbers = profile.registrations.iter().map(|one| one.identifier());
    let numbers: Vec<String> = numbers.collect();
    let form = words::term(t, &dossier.terms, "legal_form", &profile.legal_form);
    let mut facts = vec![
        fact(
            "round-admin-organisation",
            profile.name(t.language()).to_owned(),
        ),
        fact("dossier-legal-form", form),
    ];
    if !numbers.is_empty() {
        facts.push(fact("dossier-registered", numbers.join(", ")));
    }
    if let Some(standing) = dossier.legal.behind.backing.sponsor {
        let badge = papers::standing(t, standing);
        facts.push(fact("standing-sponsor-papers", badge.text));
    }
    facts
}
