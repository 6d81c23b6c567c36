//! One incident with everything that was ever said of it, and its assessment.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::fields::{PressureForm, assessment_form, typed_assessment};
use super::place;
use super::words::{ShownIncident, for_staff};
use crate::actions::reading::Protected;
use crate::actions::{Refusal, pressure as actions};
use crate::domain::form::Opt;
use crate::domain::organisation::Organisation;
use crate::domain::pressure::TypedAssessment;
use crate::domain::{IncidentId, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::pressure::MayRecord;
use crate::policy::{Actor, Reach};
use crate::store::incident::{self, IncidentRow};
use crate::store::{Reader, Tx, organisation};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::organisation::frame;
use crate::web::reading;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "pressure/incident.html")]
struct IncidentPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    incident: ShownIncident,
    former: Vec<ShownIncident>,
    /// The dossier of the application that states it.
    dossier: Option<Link>,
    form: Option<PressureForm>,
}

struct Loaded {
    organisation: Organisation,
    /// Latest first; never empty.
    versions: Vec<IncidentRow>,
    kinds: Vec<Opt>,
}

async fn load(
    visit: &Visit,
    actor: &Actor,
    (id, of): (OrganisationId, IncidentId),
) -> Result<Loaded, Fault> {
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| {
        let Some(organisation) = organisation::find(reader, reach, id)? else {
            return Ok(None);
        };
        let versions = incident::versions(reader, id, of)?;
        if versions.is_empty() {
            return Ok(None);
        }
        Ok(Some(Loaded {
            kinds: actions::kinds(reader)?,
            organisation,
            versions,
        }))
    };
    let read = Protected::Incidents(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

fn page(
    visit: &Visit,
    actor: &Actor,
    loaded: &Loaded,
    (typed, problems): (&TypedAssessment, &Problems),
) -> IncidentPage {
    let (t, of, latest) = (visit.t, loaded.organisation.id, &loaded.versions[0]);
    let shown = |row: &IncidentRow| for_staff(visit, &loaded.kinds, row);
    let incident = shown(latest);
    let may = MayRecord::about(actor, of).is_ok();
    let action = (place::incident(of, latest.id), latest.version);
    IncidentPage {
        chrome: frame(visit, &incident.kind)
            .back(Link::new(place::of(of), t.say("pressure-title")))
            .problems(t, problems),
        t,
        name: loaded.organisation.name(t.language()).to_owned(),
        incident,
        former: loaded.versions[1..].iter().map(shown).collect(),
        dossier: latest
            .application
            .map(|id| Link::new(url::dossier(id), t.say("pressure-stated-in"))),
        form: may.then(|| assessment_form((t, problems), action, typed)),
    }
}

fn ids(path: &(String, String)) -> Result<(OrganisationId, IncidentId), Fault> {
    let id = OrganisationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let of = IncidentId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((id, of))
}

/// An incident.
pub async fn show(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let about = ids(&path)?;
    let loaded = load(&visit, visit.actor(), about).await?;
    let fresh = (&TypedAssessment::default(), &Problems::default());
    visit.page(&page(&visit, visit.actor(), &loaded, fresh))
}

/// Says how sure it is, or that it is a mistake.
pub async fn assess(
    visit: Admin,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let (id, of) = ids(&path)?;
    let (actor, (typed, over)) = (visit.actor().clone(), typed_assessment(pairs));
    let posted = typed.clone();
    let write = move |tx: &mut Tx| actions::assess(tx, &actor, (id, of, over), &posted);
    let (status, problems) = match visit.act(write).await? {
        Ok(()) => {
            let here = place::incident(id, of);
            return Ok(visit.see_with(&here, "notice-incident-assessed"));
        }
        Err(Refusal::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, problems),
        Err(Refusal::Stale(message)) => (StatusCode::CONFLICT, Problems::one("", message)),
        Err(other) => return Err(other.into()),
    };
    let loaded = load(&visit, visit.actor(), (id, of)).await?;
    let refused = (&typed, &problems);
    visit.answer(status, &page(&visit, visit.actor(), &loaded, refused))
}
