//! The audit log as staff read it: who did what when, latest first. Events of
//! applications out of the reader's reach are left out and not counted: the numbers
//! have no gaps that would tell of them.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::access::Staff;
use super::chrome::Chrome;
use super::errors::Fault;
use super::registrar::Registrar;
use super::ui::{Link, Pager};
use super::visit::Visit;
use super::{story, url};
use crate::domain::{AccountId, ApplicationId, RoundId};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::{About, SeenEvent, account, application, audit_head, audit_within, round};

/// The routes of the audit log.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/audit", list);
}

/// Events on one page.
const PAGE: usize = 50;

/// Of which object or person, and where the list goes on.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    kind: String,
    id: String,
    /// An account’s id; goes before an object.
    person: String,
    before: String,
}

impl Asked {
    /// Not found where the person can be nobody.
    fn about(&self) -> Result<About<'_>, Fault> {
        if !self.person.is_empty() {
            let person = AccountId::parse(&self.person).map_err(|_| Fault::NotFound)?;
            Ok(About::Person(person))
        } else if self.kind.is_empty() {
            Ok(About::Everything)
        } else {
            Ok(About::Object(&self.kind, &self.id))
        }
    }
}

/// The address of a list from its start.
fn place(about: About) -> String {
    match about {
        About::Everything => url::AUDIT.to_owned(),
        About::Object(kind, id) => object_place(kind, id),
        About::Person(person) => url::audit_of_person(person),
    }
}

fn object_place(kind: &str, id: &str) -> String {
    format!(
        "{}?kind={}&id={}",
        url::AUDIT,
        url::encode(kind),
        url::encode(id)
    )
}

/// An event in words.
struct ShownEvent {
    number: i64,
    when: String,
    machine: String,
    who: String,
    /// Every event of that person; empty for the program itself.
    who_href: String,
    action: String,
    object: String,
    /// Every event of the same object.
    object_href: String,
    before: String,
    after: String,
    request: String,
}

/// The head of the chain.
struct Head {
    seq: i64,
    hash: String,
    /// What proves later that it is still there.
    command: String,
}

impl Head {
    fn new(seq: i64, hash: String) -> Self {
        Self {
            seq,
            command: format!("evenhand audit verify --head {hash}"),
            hash,
        }
    }
}

#[derive(Template)]
#[template(path = "audit/list.html")]
struct AuditPage {
    chrome: Chrome,
    t: Locale,
    head: Option<Head>,
    /// What the list is narrowed to.
    narrowed: Option<String>,
    /// Where what hangs on that is told too: the story of an application.
    story: Option<Link>,
    events: Vec<ShownEvent>,
    pager: Pager,
}

/// A page of events with the names of what they speak of.
struct Log {
    events: Vec<SeenEvent>,
    more: bool,
    head: Option<(i64, String)>,
    /// Names of people, references of applications, addresses of rounds, by id.
    names: BTreeMap<String, String>,
}

async fn load(visit: &Visit, actor: &Actor, asked: &Asked) -> Result<Log, Fault> {
    asked.about()?;
    let (reach, asked) = (Reach::staff(actor), asked.clone());
    let load = move |reader: &mut _| {
        let before = asked.before.parse().ok();
        let limit = PAGE as i64 + 1;
        let about = asked.about().unwrap_or(About::Everything);
        let mut events = audit_within(reader, reach, about, before, limit)?;
        let more = events.len() > PAGE;
        events.truncate(PAGE);
        let mut people: Vec<AccountId> = people(&events).collect();
        if let About::Person(person) = about {
            people.push(person);
        }
        let people = account::names(reader, &people)?.into_iter();
        let mut names: BTreeMap<String, String> =
            people.map(|(id, name)| (id.to_string(), name)).collect();
        let applications: Vec<ApplicationId> = ids(&events, "application").collect();
        let applications = application::find_many(reader, reach, &applications)?;
        names.extend(
            applications
                .into_iter()
                .map(|row| (row.id.to_string(), row.reference)),
        );
        let rounds: Vec<RoundId> = ids(&events, "round").collect();
        names.extend(
            round::slugs(reader, &rounds)?
                .into_iter()
                .map(|(id, slug)| (id.to_string(), slug)),
        );
        Ok(Log {
            head: audit_head(reader, reach)?,
            events,
            more,
            names,
        })
    };
    visit.read(load).await
}

/// Whoever acted, was acted on, or is named in a state.
fn people(events: &[SeenEvent]) -> impl Iterator<Item = AccountId> {
    let actors = events.iter().filter_map(|seen| seen.event.actor_id);
    let states = events
        .iter()
        .flat_map(|seen| [&seen.event.before_state, &seen.event.after_state]);
    let named = states.flat_map(|state| state.split(' '));
    let named = named.filter_map(|word| AccountId::parse(word).ok());
    actors.chain(ids(events, "account")).chain(named)
}

/// The ids of the objects of one kind.
fn ids<'a, Id: std::str::FromStr + 'a>(
    events: &'a [SeenEvent],
    kind: &'static str,
) -> impl Iterator<Item = Id> + 'a {
    let own = events
        .iter()
        .map(|seen| &seen.event)
        .filter(move |event| event.object_kind == kind);
    own.filter_map(|event| event.object_id.parse().ok())
}

/// The log, latest first.
pub async fn list(visit: Staff, asked: Query<Asked>) -> Result<HttpResponse, Fault> {
    let (t, asked) = (visit.t, asked.into_inner());
    let log = load(&visit, visit.actor(), &asked).await?;
    let about = asked.about()?;
    let last = log.events.last().filter(|_| log.more);
    let (start, narrowed) = (place(about), !matches!(about, About::Everything));
    let glue = if narrowed { '&' } else { '?' };
    let pager = Pager {
        earlier: (!asked.before.is_empty()).then(|| start.clone()),
        later: last.map(|last| format!("{start}{glue}before={}", last.number)),
    };
    let name = |kind: &str, id: &str| object_name(t, &log.names, kind, id);
    // Named is what the reader may know of.
    let told = match about {
        About::Object("application", id) if log.names.contains_key(id) => {
            ApplicationId::parse(id).ok()
        }
        _ => None,
    };
    visit.page(&AuditPage {
        chrome: Chrome::new(&visit, &t.say("audit-title")).wide(),
        t,
        narrowed: match about {
            About::Everything => None,
            About::Object(kind, id) => Some(name(kind, id)),
            About::Person(person) => Some(name("account", person.as_str())),
        },
        story: told.map(|id| Link::new(story::place(id), t.say("story-title"))),
        events: log
            .events
            .iter()
            .map(|seen| shown(&visit, &log, seen))
            .collect(),
        head: log.head.clone().map(|(seq, hash)| Head::new(seq, hash)),
        pager,
    })
}

fn shown(visit: &Visit, log: &Log, seen: &SeenEvent) -> ShownEvent {
    let (t, event) = (visit.t, &seen.event);
    let who = event.actor_id.map(|id| id.to_string());
    ShownEvent {
        number: seen.number,
        when: t.when(event.at, visit.zone()),
        machine: event.at.rfc3339(),
        who_href: event.actor_id.map(url::audit_of_person).unwrap_or_default(),
        who: match who {
            Some(id) => log.names.get(&id).cloned().unwrap_or(id),
            None => t.say("audit-system"),
        },
        action: event.action.clone(),
        object: object_name(t, &log.names, &event.object_kind, &event.object_id),
        object_href: object_place(&event.object_kind, &event.object_id),
        before: in_words(&log.names, &event.before_state),
        after: in_words(&log.names, &event.after_state),
        request: event.request_id.clone(),
    }
}

/// "Application EH-…": the kind in words where there are some, the name where
/// one is known, else the id.
fn object_name(t: Locale, names: &BTreeMap<String, String>, kind: &str, id: &str) -> String {
    let kind = match kind {
        "account" => t.say("audit-account"),
        "application" => t.say("audit-application"),
        "round" => t.say("audit-round"),
        "programme" => t.say("audit-programme"),
        "organisation" => t.say("audit-organisation"),
        "review" => t.say("audit-review"),
        "decision" => t.say("audit-decision"),
        "award" => t.say("audit-award"),
        "role" => t.say("audit-role"),
        "meeting" => t.say("meeting-back"),
        "briefing" => t.say("briefing-title"),
        other => other.to_owned(),
    };
    let name = names.get(id).map_or(id, String::as_str);
    format!("{kind} \u{2068}{name}\u{2069}")
}

/// A state with the ids that have names on this page replaced by them.
fn in_words(names: &BTreeMap<String, String>, state: &str) -> String {
    let words = state.split(' ');
    let named = words.map(|word| names.get(word).map_or(word, String::as_str));
    named.collect::<Vec<_>>().join(" ")
}
