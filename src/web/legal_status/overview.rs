//! The legal status of one organisation: its numbers, its papers, who stands behind it,
//! and by which way money from the United States may reach it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{place, words};
use crate::actions::reading::Protected;
use crate::domain::account::Role;
use crate::domain::legal_status::{DocumentKind, Need, Standing, state};
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::programme::Programme;
use crate::domain::{ApplicationId, Message, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::legal_status::{self, DocumentRow, Legal, PathwayRow};
use crate::store::term::Term;
use crate::store::{Reader, StoreError, organisation, programme, sponsorship, term};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::organisation::{desk, doubts, frame, tabs};
use crate::web::reading;
use crate::web::round::Fact;
use crate::web::ui::{Badge, Link, Notice};
use crate::web::visit::Visit;
use crate::web::words as terms_of;

/// Applications that are looked through for sponsors.
const APPLICATIONS: i64 = 50;

/// A kind of paper and where it stands.
pub struct Paper {
    pub name: String,
    pub need: String,
    pub state: Badge,
    pub issued: String,
    pub expires: String,
    /// Who looked, and when; empty where nobody has.
    pub by: String,
    pub href: String,
}

/// A sponsor that consented, for one application.
pub struct Sponsor {
    pub link: Link,
    pub reference: String,
    pub standing: Badge,
}

/// The way of money from the United States.
pub struct Pathway {
    pub name: String,
    /// What the file must hold, and whether it does.
    pub items: Vec<(String, bool)>,
    pub note: String,
    pub by: String,
}

#[derive(Template)]
#[template(path = "legal_status/overview.html")]
struct OverviewPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    tabs: Vec<Link>,
    doubts: Vec<Notice>,
    standing: Badge,
    told: String,
    facts: Vec<Fact>,
    papers: Vec<Paper>,
    /// Kinds that are not asked for, to put one on record all the same.
    others: Vec<Link>,
    sponsors: Vec<Sponsor>,
    pathway: Option<Pathway>,
    /// How many earlier records there are; empty without one.
    earlier: String,
    /// Where the way is recorded; nothing for who only reads.
    pathway_form: Option<Link>,
    may_record: bool,
}

struct Loaded {
    terms: Vec<Term>,
    programme: Option<Programme>,
    legal: Option<Legal>,
    papers: Vec<DocumentRow>,
    pathways: Vec<PathwayRow>,
    /// Application, sponsor and how that one stands.
    sponsors: Vec<(ApplicationRow, Organisation, Standing)>,
}

fn load(
    reader: &mut Reader,
    reach: Reach,
    id: OrganisationId,
    today: Day,
) -> Result<Loaded, StoreError> {
    let programme = legal_status::programme_of(reader, id)?;
    let (mut legal, mut sponsors) = (None, Vec::new());
    if let Some(programme) = programme {
        let filter = Filter {
            organisation: Some(id),
            ..Filter::default()
        };
        let rows = application::list(reader, reach, &filter, None, APPLICATIONS)?;
        let applications: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
        let consents = sponsorship::sponsors_of(reader, &applications)?;
        let mut ids: Vec<OrganisationId> = consents.iter().map(|(_, sponsor)| *sponsor).collect();
        let behind = organisation::by_ids(reader, &ids)?;
        ids.push(id);
        let mut all = legal_status::of_organisations(reader, programme, &ids, today)?;
        for (application, sponsor) in consents {
            let row = rows.iter().find(|row| row.id == application);
            let own = behind.iter().find(|one| one.id == sponsor);
            if let (Some(row), Some(own), Some(legal)) = (row, own, all.get(&sponsor)) {
                sponsors.push((row.clone(), own.clone(), legal.standing));
            }
        }
        legal = all.remove(&id);
    }
    Ok(Loaded {
        terms: term::all(reader)?,
        programme: match programme {
            Some(id) => programme::by_id(reader, id)?,
            None => None,
        },
        legal,
        papers: legal_status::latest(reader, id)?,
        pathways: legal_status::pathways(reader, id)?,
        sponsors,
    })
}

/// The legal status of an organisation within reach.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = desk(&visit, &id).await?;
    let (reach, of) = (Reach::staff(visit.actor()), organisation.id);
    let today = visit.now().day(visit.zone());
    let loaded = visit
        .read(move |reader| load(reader, reach, of, today))
        .await?;
    reading::note(&visit, visit.actor(), Protected::Papers(of)).await?;
    let (t, may_record) = (visit.t, visit.actor().is(Role::Admin));
    let name = organisation.name(t.language()).to_owned();
    let own = loaded.legal.as_ref().map(|legal| legal.standing);
    let own = own.unwrap_or(Standing::NoForm);
    let form = Link::new(format!("{}/us-pathway", place(of)), t.say("pathway-record"));
    visit.page(&OverviewPage {
        chrome: frame(&visit, &t.say("dossier-legal")),
        t,
        tabs: tabs(t, of, super::PART),
        doubts: doubts(t, &organisation),
        standing: words::standing(t, own),
        told: told(t, own),
        facts: facts(t, &organisation, &loaded),
        papers: papers(&visit, of, &loaded, today),
        others: others(t, of, &loaded),
        sponsors: sponsors(t, &loaded),
        pathway: loaded.pathways.first().map(|row| pathway(&visit, row)),
        earlier: match loaded.pathways.len() {
            0 | 1 => String::new(),
            all => t.count("pathway-earlier", all - 1),
        },
        pathway_form: may_record.then_some(form),
        may_record,
        name,
    })
}

fn told(t: Locale, standing: Standing) -> String {
    t.say(match standing {
        Standing::Verified => "standing-told-verified",
        Standing::NotVerified => "standing-told-not-verified",
        Standing::Open => "standing-told-open",
        Standing::NoForm => "standing-told-no-form",
    })
}

fn facts(t: Locale, organisation: &Organisation, loaded: &Loaded) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let form = &organisation.legal_form;
    let form = terms_of::term(t, &loaded.terms, "legal_form", form);
    let numbers = organisation.registrations.iter().map(|one| {
        let register = terms_of::term(t, &loaded.terms, "register", &one.register);
        format!("{register}: \u{2066}{}\u{2069}", one.identifier())
    });
    let mut facts = vec![fact("dossier-legal-form", form)];
    facts.extend(numbers.map(|number| fact("dossier-registered", number)));
    if let Some(programme) = &loaded.programme {
        let name = programme.name.get(t.language()).to_owned();
        facts.push(fact("standing-asked-by", name));
    }
    facts
}

fn papers(visit: &Visit, id: OrganisationId, loaded: &Loaded, today: Day) -> Vec<Paper> {
    let t = visit.t;
    let listed = DocumentKind::ALL
        .into_iter()
        .filter(|kind| need(loaded, *kind) != Need::NotAsked || on_record(loaded, *kind));
    let paper = |kind: DocumentKind| {
        let row = loaded.papers.iter().rev().find(|row| row.kind == kind);
        let day = |day: Option<Day>| day.map(|day| t.day(day)).unwrap_or_default();
        Paper {
            name: t.say(words::kind_key(kind)),
            need: t.say(words::need_key(need(loaded, kind))),
            state: words::state(t, state(row.map(DocumentRow::held).as_ref(), today)),
            issued: day(row.and_then(|row| row.issued_on)),
            expires: day(row.and_then(|row| row.expires_on)),
            by: row
                .map(|row| by(visit, &row.recorded_by, row.recorded_at))
                .unwrap_or_default(),
            href: paper_place(id, kind),
        }
    };
    listed.map(paper).collect()
}

fn others(t: Locale, id: OrganisationId, loaded: &Loaded) -> Vec<Link> {
    let missing = DocumentKind::ALL
        .into_iter()
        .filter(|kind| need(loaded, *kind) == Need::NotAsked && !on_record(loaded, *kind));
    missing
        .map(|kind| Link::new(paper_place(id, kind), t.say(words::kind_key(kind))))
        .collect()
}

fn need(loaded: &Loaded, kind: DocumentKind) -> Need {
    let legal = loaded.legal.as_ref();
    legal.map_or(Need::NotAsked, |legal| legal.needs.of(kind))
}

fn on_record(loaded: &Loaded, kind: DocumentKind) -> bool {
    loaded.papers.iter().any(|row| row.kind == kind)
}

/// Where a kind of paper of an organisation is put on record.
pub fn paper_place(id: OrganisationId, kind: DocumentKind) -> String {
    format!("{}/papers/{}", place(id), kind.code())
}

fn sponsors(t: Locale, loaded: &Loaded) -> Vec<Sponsor> {
    let shown = |(row, sponsor, standing): &(ApplicationRow, Organisation, Standing)| Sponsor {
        link: Link::new(place(sponsor.id), sponsor.name(t.language())),
        reference: row.reference.clone(),
        standing: words::standing(t, *standing),
    };
    loaded.sponsors.iter().map(shown).collect()
}

fn pathway(visit: &Visit, row: &PathwayRow) -> Pathway {
    let (t, held) = (visit.t, row.held());
    let items = row.pathway.items().iter();
    Pathway {
        name: t.say(words::pathway_key(row.pathway)),
        items: items
            .map(|item| (t.say(words::item_key(*item)), held.contains(item)))
            .collect(),
        note: row.note.clone(),
        by: by(visit, &row.recorded_by, row.recorded_at),
    }
}

/// "Rana, 12 March 2026".
pub fn by(visit: &Visit, name: &str, at: crate::domain::Moment) -> String {
    let words = Message::new("dossier-by")
        .with("who", name)
        .with("when", visit.t.when(at, visit.zone()));
    visit.t.tell(&words)
}
