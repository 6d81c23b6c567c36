//! How long what is kept: the periods with what will go next, and keeping one application
//! longer.

mod keep;
pub mod words;

use actix_web::HttpResponse;
use askama::Template;

use self::words::{kept_for, kind_hint, kind_key};
use super::access::{Admin, Staff};
use super::chrome::Chrome;
use super::errors::Fault;
use super::forms::{Fields, Form, Pairs, named_summary};
use super::registrar::Registrar;
use super::ui::{Control, Field, Link, Width};
use super::url;
use super::visit::Visit;
use crate::actions::Refusal;
use crate::actions::retention::{self as actions, Ahead};
use crate::domain::Problems;
use crate::domain::account::Role;
use crate::domain::organisation::Organisation;
use crate::domain::retention::{Kind, Owner};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::retention::{self, PeriodRow};
use crate::store::{Reader, StoreError, Tx, organisation};

/// Where periods are set.
pub const PLACE: &str = "/admin/retention";
/// The last part of the address where an application is kept longer.
pub const PART: &str = "retention";
/// What is named of a kind; the rest is counted.
const NAMED: usize = 20;

/// The routes of retention.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/retention", show);
    routes.post("/admin/retention", set);
    routes.get("/admin/applications/{id}/retention", keep::show);
    routes.post("/admin/applications/{id}/retention", keep::keep);
}

/// A kind with what will go of it.
struct Row {
    label: String,
    kept: String,
    ahead: String,
    links: Vec<Link>,
}

#[derive(Template)]
#[template(path = "retention/page.html")]
struct RetentionPage {
    chrome: Chrome,
    t: Locale,
    rows: Vec<Row>,
    /// Empty for who only reads.
    fields: Vec<Field>,
}

/// A period with what is in sight of it.
struct Seen {
    period: PeriodRow,
    /// Whether what there is was looked at since the period was set.
    looked: bool,
    ahead: Ahead,
    applications: Vec<ApplicationRow>,
    organisations: Vec<Organisation>,
}

async fn seen(visit: &Visit, actor: &Actor) -> Result<Vec<Seen>, Fault> {
    let (reach, now) = (Reach::staff(actor), visit.now());
    let load = move |reader: &mut Reader| -> Result<Vec<Seen>, StoreError> {
        let mut all = Vec::new();
        let looks = retention::looks(reader)?;
        for period in retention::periods(reader)? {
            let looked = looks.iter().any(|(kind, _)| *kind == period.kind);
            // A look that goes on has found only some of it.
            let ahead = match looked {
                true => actions::ahead(reader, reach, &period, now)?,
                false => Ahead::default(),
            };
            let some = &ahead.applications[..ahead.applications.len().min(NAMED)];
            let applications = application::find_many(reader, reach, some)?;
            let some = &ahead.organisations[..ahead.organisations.len().min(NAMED)];
            let organisations = organisation::by_ids(reader, some)?;
            all.push(Seen {
                looked,
                period,
                ahead,
                applications,
                organisations,
            });
        }
        Ok(all)
    };
    visit.read(load).await
}

fn page(
    visit: &Visit,
    seen: &[Seen],
    may: bool,
    typed: &dyn Fn(Kind) -> String,
    problems: &Problems,
) -> RetentionPage {
    let t = visit.t;
    let ask = Fields { t, problems };
    let field = |kind: Kind| {
        let days = Control::Latin {
            kind: "text",
            inputmode: "numeric",
            width: Width::Short,
        };
        let (label, hint) = (kind_key(kind), kind_hint(kind));
        ask.hinted(kind.code(), label, hint, &typed(kind), days)
    };
    let fields: Vec<Field> = match may {
        true => Kind::ALL.map(field).into(),
        false => Vec::new(),
    };
    let mut chrome = Chrome::new(visit, &t.say("retention-title"))
        .wide()
        .back(Link::new(url::PEOPLE, t.say("people-title")))
        .problems(t, problems);
    chrome.problems = named_summary(t, problems, &fields);
    RetentionPage {
        chrome,
        t,
        rows: Kind::ALL.map(|kind| row(t, kind, seen)).into(),
        fields,
    }
}

fn row(t: Locale, kind: Kind, seen: &[Seen]) -> Row {
    let label = t.say(kind_key(kind));
    let Some(one) = seen.iter().find(|one| one.period.kind == kind) else {
        return Row {
            label,
            kept: t.say("retention-no-end"),
            ahead: String::new(),
            links: Vec::new(),
        };
    };
    let ahead = match kind.owner() {
        Owner::Application | Owner::Organisation if !one.looked => t.say("retention-unlooked"),
        Owner::Application | Owner::Organisation => t.count("retention-ahead", one.ahead.count),
        Owner::Person | Owner::Nobody => t.say("retention-uncounted"),
    };
    let applications = one.applications.iter().map(|row| {
        let place = url::dossier_part(row.id, PART);
        Link::new(place, row.reference.as_str())
    });
    let organisations = one
        .organisations
        .iter()
        .map(|one| Link::new(url::desk(one.id), one.name(t.language())));
    Row {
        label,
        kept: kept_for(t, one.period.days),
        ahead,
        links: applications.chain(organisations).collect(),
    }
}

/// The periods, and what will go.
pub async fn show(visit: Staff) -> Result<HttpResponse, Fault> {
    let seen = seen(&visit, visit.actor()).await?;
    let may = visit.actor().is(Role::Admin);
    let kept = |kind: Kind| {
        let period = seen.iter().find(|one| one.period.kind == kind);
        period.map_or(String::new(), |one| one.period.days.to_string())
    };
    visit.page(&page(&visit, &seen, may, &kept, &Problems::default()))
}

/// Sets the periods.
pub async fn set(visit: Admin, Form(pairs): Form<Pairs>) -> Result<HttpResponse, Fault> {
    let posted = move |kind: Kind| {
        let pair = pairs.iter().find(|(name, _)| name == kind.code());
        pair.map_or(String::new(), |(_, value)| value.clone())
    };
    let typed: Vec<(Kind, String)> = Kind::ALL.map(|kind| (kind, posted(kind))).into();
    let actor = visit.actor().clone();
    let write = move |tx: &mut Tx| actions::set_periods(tx, &actor, &typed);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(PLACE, "notice-retention-set")),
        Err(Refusal::Invalid(problems)) => {
            let seen = seen(&visit, visit.actor()).await?;
            visit.refused(&page(&visit, &seen, true, &posted, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
