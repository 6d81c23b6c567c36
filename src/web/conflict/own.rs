//! Stepping aside: an admin or auditor declares their own conflict with an
//! application. The page shows whose it is and nothing of its content, so that it
//! can be opened from a list before anything is read.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::words;
use crate::actions::{Refusal, conflict};
use crate::domain::account::Role;
use crate::domain::conflict::Hint;
use crate::domain::{AccountId, ApplicationId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::conflict_record::{self, InsiderRow};
use crate::store::{Reader, Tx, conflict_hint};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Control, Field, Link};
use crate::web::url;

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct OwnForm {
    kind: String,
    note: String,
}

#[derive(Template)]
#[template(path = "conflict/own.html")]
struct OwnPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    round: String,
    /// Why the system thinks that there may be a conflict.
    hints: Vec<String>,
    /// Nobody else could handle the application.
    alone: bool,
    action: String,
    kind: Field,
    note: Field,
}

struct Loaded {
    subject: Subject,
    hints: Vec<Hint>,
    alone: bool,
}

async fn load(visit: &Staff, id: ApplicationId) -> Result<Loaded, Fault> {
    let actor = visit.actor().clone();
    let (reach, today) = (Reach::staff(&actor), visit.now().day(visit.zone()));
    let load = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let me = InsiderRow {
            id: actor.id,
            name: actor.name.clone(),
            email: actor.email.clone(),
        };
        let pair = (id, subject.organisation.id);
        let mut hints = conflict_hint::of_people(reader, pair, &[me], today)?;
        let barred = conflict_record::barred_from(reader, id)?;
        let others = conflict_record::admins(reader)?;
        Ok(Some(Loaded {
            subject,
            hints: hints.remove(&actor.id).unwrap_or_default(),
            alone: actor.is(Role::Admin) && nobody_else(&others, &barred, actor.id),
        }))
    };
    visit.read(load).await?.ok_or(Fault::NotFound)
}

fn nobody_else(admins: &[AccountId], barred: &BTreeSet<AccountId>, me: AccountId) -> bool {
    let mut others = admins.iter().filter(|admin| **admin != me);
    others.all(|admin| barred.contains(admin))
}

fn page(visit: &Staff, loaded: &Loaded, form: &OwnForm, problems: &Problems) -> OwnPage {
    let (t, subject) = (visit.t, &loaded.subject);
    let list = url::admin_round_part(&subject.round.slug, "applications");
    let ask = Fields { t, problems };
    let suggested = loaded.hints.first().map_or("", |hint| hint.kind().code());
    let chosen = match form.kind.as_str() {
        "" => suggested,
        posted => posted,
    };
    let note = ask.hinted(
        "note",
        "declare-note",
        "conflict-own-note-hint",
        &form.note,
        Control::Area(3),
    );
    OwnPage {
        chrome: Chrome::new(visit, &t.say("conflict-own-title"))
            .back(Link::new(list, t.say("round-admin-applications")))
            .problems(t, problems),
        t,
        organisation: subject.organisation.name(t.language()).to_owned(),
        round: subject.round.title.get(t.language()).to_owned(),
        hints: loaded
            .hints
            .iter()
            .map(|hint| words::hint_to_oneself(t, hint))
            .collect(),
        alone: loaded.alone,
        action: url::dossier_part(subject.row.id, "conflict"),
        kind: ask.field(
            "kind",
            "declare-question",
            chosen,
            words::kinds(t, chosen, false),
        ),
        note: Field {
            optional: true,
            ..note
        },
    }
}

/// The declaration.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let loaded = load(&visit, id).await?;
    let (form, problems) = (OwnForm::default(), Problems::default());
    visit.page(&page(&visit, &loaded, &form, &problems))
}

/// Keeps it, and leads away from the application for good.
pub async fn declare(
    visit: Staff,
    id: Path<String>,
    Form(form): Form<OwnForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let loaded = load(&visit, id).await?;
    let (actor, posted) = (visit.actor().clone(), form.clone());
    let declare =
        move |tx: &mut Tx| conflict::step_aside(tx, &actor, id, (&posted.kind, &posted.note));
    match visit.act(declare).await? {
        Ok(()) => {
            let list = url::admin_round_part(&loaded.subject.round.slug, "applications");
            let notice = match loaded.alone {
                true => "notice-stepped-aside-alone",
                false => "notice-stepped-aside",
            };
            Ok(visit.see_with(&list, notice))
        }
        Err(Refusal::Invalid(problems)) => visit.refused(&page(&visit, &loaded, &form, &problems)),
        Err(other) => Err(other.into()),
    }
}
