//! An organisation as staff see it: who it is, what it applied for, and the way to the
//! evidence about it. Whoever is kept away from it finds nothing.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::profile::{doubts, rows};
use crate::domain::OrganisationId;
use crate::domain::account::Role;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::{Reader, StoreError, organisation, round, term};
use crate::web::access::Staff;
use crate::web::application::load::title;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::purge::PART;
use crate::web::ui::{Badge, Link, Notice, SummaryRow, Tone};
use crate::web::visit::Visit;
use crate::web::{code_name, url, words};

/// Applications shown on the first page of an organisation; the rest is in their rounds.
const APPLICATIONS: i64 = 50;

/// The pages of an organisation for staff, in the order of their tabs: the last part of
/// the address and the words.
const PARTS: [(&str, &str); 8] = [
    ("", "desk-overview"),
    ("support", "ledger-support"),
    ("legal-status", "dossier-legal"),
    ("lists", "lists-screening-title"),
    ("hold", "hold-title"),
    ("engagement", "engagement-title"),
    ("pressure", "pressure-title"),
    (code_name::PART, "code-name-title"),
];

/// The tabs of an organisation's pages, with the one of this address current.
pub fn tabs(t: Locale, id: OrganisationId, current: &str) -> Vec<Link> {
    let tab = |(part, key): (&str, &str)| Link {
        current: part == current,
        ..Link::new(url::desk_part(id, part), t.say(key))
    };
    PARTS.map(tab).into()
}

/// An organisation within the reach of staff; any other is not found.
pub async fn desk(visit: &Staff, id: &str) -> Result<Organisation, Fault> {
    desk_of(visit, Reach::staff(visit.actor()), id).await
}

/// An organisation within a reach; any other is not found.
pub async fn desk_of(visit: &Visit, reach: Reach, id: &str) -> Result<Organisation, Fault> {
    let id = OrganisationId::parse(id).map_err(|_| Fault::NotFound)?;
    let find = move |reader: &mut Reader| organisation::find(reader, reach, id);
    visit.read(find).await?.ok_or(Fault::NotFound)
}

/// The frame of an organisation's page for staff, leading back to the directory. Its
/// title tells no name: browsers keep titles.
pub fn frame(visit: &Visit, title: &str) -> Chrome {
    let back = Link::new(url::DIRECTORY, visit.t.say("directory-title"));
    Chrome::new(visit, title).back(back).wide()
}

/// An application in the list.
struct Row {
    href: String,
    title: String,
    reference: String,
    round: String,
    status: Badge,
}

#[derive(Template)]
#[template(path = "organisation/desk.html")]
struct DeskPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    tabs: Vec<Link>,
    doubts: Vec<Notice>,
    rows: Vec<SummaryRow>,
    applications: Vec<Row>,
    /// Where everything about it is purged, for those who may.
    purge: Option<Link>,
}

struct Loaded {
    terms: Vec<term::Term>,
    applications: Vec<ApplicationRow>,
    rounds: Vec<Round>,
}

fn load(reader: &mut Reader, reach: Reach, id: OrganisationId) -> Result<Loaded, StoreError> {
    let filter = Filter {
        organisation: Some(id),
        ..Filter::default()
    };
    let applications = application::list(reader, reach, &filter, None, APPLICATIONS)?;
    let rounds: Vec<_> = applications.iter().map(|row| row.round_id).collect();
    Ok(Loaded {
        terms: term::all(reader)?,
        rounds: round::by_ids(reader, &rounds)?,
        applications,
    })
}

/// The first page of an organisation.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = desk(&visit, &id).await?;
    let (reach, of) = (Reach::staff(visit.actor()), organisation.id);
    let loaded = visit.read(move |reader| load(reader, reach, of)).await?;
    let (t, name) = (visit.t, organisation.name(visit.t.language()).to_owned());
    let purge = url::desk_part(organisation.id, PART);
    let may_purge = visit.actor().is(Role::Admin);
    visit.page(&DeskPage {
        chrome: frame(&visit, &t.say("organisation-over")),
        t,
        tabs: tabs(t, organisation.id, ""),
        doubts: notices(t, &organisation),
        rows: rows(t, &loaded.terms, &organisation),
        applications: applications(t, &loaded),
        purge: may_purge.then(|| Link::new(purge, t.say("purge-title"))),
        name,
    })
}

/// That it stands under a code name, and what is odd about its numbers.
fn notices(t: Locale, organisation: &Organisation) -> Vec<Notice> {
    let secret = organisation.code_name.as_ref().map(|_| Notice {
        tone: Tone::Info,
        text: t.say("code-name-stands"),
    });
    let mut notices: Vec<Notice> = secret.into_iter().collect();
    notices.extend(doubts(t, organisation));
    notices
}

fn applications(t: Locale, loaded: &Loaded) -> Vec<Row> {
    let row = |row: &ApplicationRow| {
        let round = loaded.rounds.iter().find(|one| one.id == row.round_id)?;
        Some(Row {
            href: url::dossier(row.id),
            title: title(t, &row.title),
            reference: row.reference.clone(),
            round: round.title.get(t.language()).to_owned(),
            status: words::status(t, row.status),
        })
    };
    loaded.applications.iter().filter_map(row).collect()
}
