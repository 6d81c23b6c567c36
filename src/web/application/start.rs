//! Starting an application: for which organisation, and what it takes.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::actions::application;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{Message, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::store::{Reader, Tx, organisation};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::round::deadline::Deadline;
use crate::web::round::public::public_round;
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::url;

/// For which organisation; empty when there is only one.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct StartForm {
    organisation: String,
}

#[derive(Template)]
#[template(path = "application/start.html")]
struct StartPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    deadline: Deadline,
    action: String,
    /// Where to make an organisation first; empty when there is one.
    found: String,
    field: Field,
}

async fn load(visit: &Applicant, slug: &str) -> Result<(Round, Vec<Organisation>), Fault> {
    let (slug, me) = (slug.to_owned(), visit.actor().id);
    let load = move |reader: &mut Reader| match public_round(reader, &slug)? {
        Some(round) => Ok(Some((round, organisation::of_member(reader, me)?))),
        None => Ok(None),
    };
    visit.read(load).await?.ok_or(Fault::NotFound)
}

fn page(
    visit: &Applicant,
    round: &Round,
    organisations: &[Organisation],
    problems: &Problems,
) -> StartPage {
    let t = visit.t;
    let choice = |organisation: &Organisation| Choice {
        value: organisation.id.to_string(),
        label: organisation.name(t.language()).to_owned(),
        hint: None,
        chosen: organisations.len() == 1,
    };
    let control = Control::Radios(organisations.iter().map(choice).collect());
    let place = url::round_applications(&round.slug);
    let title = round.title.get(t.language());
    let back = Link::new(url::round(&round.slug), t.say("start-back"));
    StartPage {
        chrome: Chrome::new(visit, &t.say("start-title"))
            .back(back)
            .problems(t, problems),
        t,
        round: title.to_owned(),
        deadline: Deadline::of(visit, round),
        found: if organisations.is_empty() {
            url::new_organisation_to(&place)
        } else {
            String::new()
        },
        field: Fields { t, problems }.field("organisation", "start-organisation", "", control),
        action: place,
    }
}

/// The page before an application is started.
pub async fn show(visit: Applicant, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (round, organisations) = load(&visit, &slug).await?;
    visit.page(&page(&visit, &round, &organisations, &Problems::default()))
}

/// Starts an application or leads to the one that is there; asks first where it
/// isn't clear for which organisation.
pub async fn start(
    visit: Applicant,
    slug: Path<String>,
    Form(form): Form<StartForm>,
) -> Result<HttpResponse, Fault> {
    let (round, organisations) = load(&visit, &slug).await?;
    let chosen = match (organisations.as_slice(), form.organisation.as_str()) {
        ([], _) => {
            let place = url::round_applications(&slug);
            return Ok(visit.see(&url::new_organisation_to(&place)));
        }
        ([only], "") => Ok(only.id),
        (_, code) => OrganisationId::parse(code),
    };
    let Ok(organisation) = chosen else {
        let problems = Problems::one("organisation", Message::new("error-choice"));
        return visit.refused(&page(&visit, &round, &organisations, &problems));
    };
    let actor = visit.actor().clone();
    let start = move |tx: &mut Tx| application::start(tx, &actor, &slug, organisation);
    let started = visit.act_or_fault(start).await?;
    let notice = if started.known {
        "notice-application-known"
    } else {
        "notice-application-started"
    };
    Ok(visit.see_with(&url::application(started.id), notice))
}
