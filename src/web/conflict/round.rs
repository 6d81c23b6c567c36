//! The applications of a round that admins stepped aside from: the others handle
//! them.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use crate::domain::organisation::Organisation;
use crate::domain::{AccountId, ApplicationId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow};
use crate::store::conflict_record;
use crate::store::{Reader, account, organisation};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link};
use crate::web::{round, url, words};

/// An application with who stepped aside.
struct ShownApplication {
    href: String,
    reference: String,
    organisation: String,
    status: Badge,
    away: Vec<String>,
    /// No admin is left.
    nobody: bool,
}

#[derive(Template)]
#[template(path = "conflict/round.html")]
struct RoundPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    applications: Vec<ShownApplication>,
}

struct Loaded {
    rows: Vec<ApplicationRow>,
    away: BTreeMap<ApplicationId, BTreeSet<AccountId>>,
    admins: Vec<AccountId>,
    names: BTreeMap<AccountId, String>,
    organisations: BTreeMap<OrganisationId, Organisation>,
}

/// The applications, as far as they are within the reader's own reach.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let found = round::load(&visit, &slug).await?;
    let (t, reach, id) = (visit.t, Reach::staff(visit.actor()), found.id);
    let load = move |reader: &mut Reader| {
        let away = conflict_record::admins_in_conflict(reader, id)?;
        let ids: Vec<ApplicationId> = away.keys().copied().collect();
        let rows = application::find_many(reader, reach, &ids)?;
        let owners: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
        let organisations = organisation::by_ids(reader, &owners)?;
        let admins = conflict_record::admins(reader)?;
        Ok(Loaded {
            names: account::names(reader, &admins)?,
            organisations: organisations.into_iter().map(|one| (one.id, one)).collect(),
            rows,
            away,
            admins,
        })
    };
    let loaded = visit.read(load).await?;
    let title = found.title.get(t.language()).to_owned();
    let back = Link::new(url::admin_round(&found.slug), title.clone());
    visit.page(&RoundPage {
        chrome: Chrome::new(&visit, &t.say("conflict-round-title"))
            .wide()
            .back(back),
        t,
        over: title,
        applications: loaded
            .rows
            .iter()
            .map(|row| shown(t, &loaded, row))
            .collect(),
    })
}

fn shown(t: Locale, loaded: &Loaded, row: &ApplicationRow) -> ShownApplication {
    let owner = loaded.organisations.get(&row.organisation_id);
    let away = loaded.away.get(&row.id).cloned().unwrap_or_default();
    let name = |id: &AccountId| loaded.names.get(id).cloned();
    ShownApplication {
        href: url::dossier(row.id),
        reference: row.reference.clone(),
        organisation: owner.map_or("", |one| one.name(t.language())).to_owned(),
        status: words::status(t, row.status),
        nobody: loaded.admins.iter().all(|admin| away.contains(admin)),
        away: away.iter().filter_map(name).collect(),
    }
}
