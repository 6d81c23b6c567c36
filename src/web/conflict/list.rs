//! Who is kept away from an application and why, who may have to be, and what was
//! lifted.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::words;
use crate::actions::Refusal;
use crate::actions::conflict::{self, TypedPin};
use crate::actions::reading::Protected;
use crate::domain::account::Role;
use crate::domain::conflict::Hint;
use crate::domain::review::ConflictKind;
use crate::domain::{AccountId, ApplicationId, Message, Moment, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::conflict_record::{self, ConflictRecord, InsiderRow};
use crate::store::{Reader, Tx, account, conflict_hint};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::reading;
use crate::web::ui::{self, Choice, Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// Whom the form of pinning begins with.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Suggested {
    person: String,
}

/// A pin as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct PinForm {
    person: String,
    kind: String,
    reason: String,
}

/// A conflict that stands.
struct ShownConflict {
    name: String,
    kind: String,
    found: String,
    by: String,
    reason: String,
    /// Where it is lifted; empty for who may not, and while a membership lasts.
    removal: String,
}

/// Somebody who may be in conflict.
struct ShownHint {
    name: String,
    reasons: Vec<String>,
    /// Where they are kept away; empty for who may not.
    pin: String,
}

#[derive(Template)]
#[template(path = "conflict/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    standing: Vec<ShownConflict>,
    hints: Vec<ShownHint>,
    pin: Option<Vec<Field>>,
    action: String,
    own: Link,
    lifted: Vec<ui::Moment>,
}

struct Loaded {
    subject: Subject,
    records: Vec<ConflictRecord>,
    insiders: Vec<InsiderRow>,
    members: BTreeSet<AccountId>,
    hints: BTreeMap<AccountId, Vec<Hint>>,
    names: BTreeMap<AccountId, String>,
}

impl Loaded {
    fn name(&self, id: AccountId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }

    /// Whether somebody is kept away already, by record or as a member.
    fn is_barred(&self, id: AccountId) -> bool {
        let mut standing = self.records.iter().filter(|one| one.ended_at.is_none());
        self.members.contains(&id) || standing.any(|one| one.account_id == id)
    }
}

async fn load(visit: &Visit, actor: &Actor, id: &str) -> Result<Loaded, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let (reach, today) = (Reach::staff(actor), visit.now().day(visit.zone()));
    let find = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let records = conflict_record::of_application(reader, id)?;
        let insiders = conflict_record::insiders(reader)?;
        let pair = (id, subject.organisation.id);
        let acts = |one: &ConflictRecord| [Some(one.account_id), one.added_by, one.ended_by];
        let people: Vec<AccountId> = records.iter().flat_map(acts).flatten().collect();
        let mut names = account::names(reader, &people)?;
        names.extend(insiders.iter().map(|one| (one.id, one.name.clone())));
        Ok(Some(Loaded {
            members: conflict_record::members_of(reader, id)?,
            hints: conflict_hint::of_people(reader, pair, &insiders, today)?,
            subject,
            records,
            insiders,
            names,
        }))
    };
    let read = Protected::Conflicts(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

fn page(
    visit: &Visit,
    admin: Option<AccountId>,
    loaded: &Loaded,
    form: &PinForm,
    problems: &Problems,
) -> ListPage {
    let (t, id) = (visit.t, loaded.subject.row.id);
    let name = loaded.subject.organisation.name(t.language()).to_owned();
    let ended = loaded.records.iter().filter(|one| one.ended_at.is_some());
    ListPage {
        chrome: Chrome::new(visit, &t.say("conflict-title"))
            .wide()
            .back(Link::new(url::dossier(id), name.clone()))
            .problems(t, problems),
        t,
        organisation: name,
        standing: standing(visit, admin.is_some(), loaded),
        hints: hints(t, admin.is_some(), loaded),
        pin: admin.map(|me| pin_fields(&Fields { t, problems }, me, loaded, form)),
        action: url::dossier_part(id, "conflicts"),
        own: Link::new(
            url::dossier_part(id, "conflict"),
            t.say("conflict-own-link"),
        ),
        lifted: ended.map(|one| lifted(visit, loaded, one)).collect(),
    }
}

/// Members of the organisation first, then what is on record.
fn standing(visit: &Visit, admin: bool, loaded: &Loaded) -> Vec<ShownConflict> {
    let t = visit.t;
    let inside = loaded.insiders.iter();
    let members = inside.filter(|one| loaded.members.contains(&one.id));
    let member = |one: &InsiderRow| ShownConflict {
        name: one.name.clone(),
        kind: words::kind(t, ConflictKind::SameOrganisation),
        found: t.say("conflict-found-membership"),
        by: String::new(),
        reason: String::new(),
        removal: String::new(),
    };
    let recorded = |one: &ConflictRecord| {
        let lasting = loaded.members.contains(&one.account_id);
        let part = format!("conflicts/{}/removal", one.account_id);
        ShownConflict {
            name: loaded.name(one.account_id),
            kind: words::kind(t, one.kind),
            found: words::found(t, one.found),
            by: by(visit, loaded, (one.added_by, one.added_at)),
            reason: one.reason.clone(),
            removal: if admin && !lasting {
                url::dossier_part(loaded.subject.row.id, &part)
            } else {
                String::new()
            },
        }
    };
    let records = loaded.records.iter().filter(|one| one.ended_at.is_none());
    members.map(member).chain(records.map(recorded)).collect()
}

/// "Rana, 12 March 2026", or the day alone.
fn by(visit: &Visit, loaded: &Loaded, (who, at): (Option<AccountId>, Moment)) -> String {
    let when = visit.t.when(at, visit.zone());
    let Some(who) = who else {
        return when;
    };
    let words = Message::new("dossier-by")
        .with("who", loaded.name(who))
        .with("when", when);
    visit.t.tell(&words)
}

fn hints(t: Locale, admin: bool, loaded: &Loaded) -> Vec<ShownHint> {
    let free = loaded
        .insiders
        .iter()
        .filter(|one| !loaded.is_barred(one.id));
    let shown = |one: &InsiderRow| {
        let found = loaded.hints.get(&one.id)?;
        let place = url::dossier_part(loaded.subject.row.id, "conflicts");
        Some(ShownHint {
            name: one.name.clone(),
            reasons: found.iter().map(|hint| words::hint(t, hint)).collect(),
            pin: if admin {
                format!("{place}?person={}#f-person", one.id)
            } else {
                String::new()
            },
        })
    };
    free.filter_map(shown).collect()
}

fn pin_fields(ask: &Fields, me: AccountId, loaded: &Loaded, form: &PinForm) -> Vec<Field> {
    let none = Choice {
        value: String::new(),
        label: ask.t.say("conflict-choose-person"),
        hint: None,
        chosen: form.person.is_empty(),
    };
    let others = loaded.insiders.iter();
    let others = others.filter(|one| one.id != me && !loaded.is_barred(one.id));
    let person = |one: &InsiderRow| Choice {
        value: one.id.to_string(),
        label: one.name.clone(),
        hint: None,
        chosen: form.person == one.id.as_str(),
    };
    let people = Control::Select([none].into_iter().chain(others.map(person)).collect());
    let kinds = words::kinds_short(ask.t, &form.kind);
    vec![
        ask.field("person", "conflict-person", &form.person, people),
        ask.field("kind", "conflict-kind", &form.kind, kinds),
        words::reason_field(
            ask.t,
            ask.problems,
            "conflict-pin-reason-hint",
            &form.reason,
        ),
    ]
}

fn lifted(visit: &Visit, loaded: &Loaded, one: &ConflictRecord) -> ui::Moment {
    let at = one.ended_at.unwrap_or(one.added_at);
    let words = Message::new("conflict-lifted")
        .with("name", loaded.name(one.account_id))
        .with("kind", words::kind(visit.t, one.kind))
        .with(
            "by",
            one.ended_by.map_or_else(String::new, |by| loaded.name(by)),
        );
    ui::Moment {
        title: visit.t.tell(&words),
        when: visit.t.when(at, visit.zone()),
        machine: at.rfc3339(),
        text: Some(one.ended_reason.clone()),
        done: true,
    }
}

/// The conflicts of an application.
pub async fn show(
    visit: Staff,
    id: Path<String>,
    from: Query<Suggested>,
) -> Result<HttpResponse, Fault> {
    let actor = visit.actor();
    let loaded = load(&visit, actor, &id).await?;
    let hinted = AccountId::parse(&from.person).ok();
    let hints = hinted.and_then(|id| loaded.hints.get(&id));
    let kind = hints.and_then(|list| list.first()).map(Hint::kind);
    let form = PinForm {
        person: from.person.clone(),
        kind: kind.map_or("", |kind| kind.code()).to_owned(),
        reason: String::new(),
    };
    let admin = actor.is(Role::Admin).then_some(actor.id);
    visit.page(&page(&visit, admin, &loaded, &form, &Problems::default()))
}

/// Keeps somebody away.
pub async fn pin(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<PinForm>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let typed = TypedPin {
        person: form.person.clone(),
        kind: form.kind.clone(),
        reason: form.reason.clone(),
    };
    let pin = move |tx: &mut Tx| conflict::pin(tx, &actor, application, &typed);
    match visit.act(pin).await? {
        Ok(()) => {
            let here = url::dossier_part(application, "conflicts");
            Ok(visit.see_with(&here, "notice-conflict-pinned"))
        }
        Err(Refusal::Invalid(problems)) => {
            let me = visit.actor();
            let loaded = load(&visit, me, &id).await?;
            visit.refused(&page(&visit, Some(me.id), &loaded, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
