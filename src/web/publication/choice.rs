//! The choice for one award.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::{of_application, of_round, words};
use crate::actions::{Refusal, publication as actions};
use crate::domain::publication::Publication;
use crate::domain::{ApplicationId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::{Reader, Tx, decision, publication};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::ui::{Choice, Control, Link};

/// The choice as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct ChoiceForm {
    publication: String,
}

/// The award, what was chosen, and the most that its organisation lets be published where
/// it was asked.
type Loaded = (Subject, Publication, Option<Publication>);

async fn load(visit: &Admin, id: ApplicationId) -> Result<Loaded, Fault> {
    let reach = Reach::staff(visit.actor());
    let find = move |reader: &mut Reader| {
        let Some(found) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let awards = decision::told_awards(reader, reach, &[id])?;
        let kept = publication::of_applications(reader, &[id])?;
        let kept = kept.get(&id).copied().unwrap_or_default();
        let most = actions::allowed(reader, &[&found.row])?.remove(&id);
        let award = awards.values().any(|own| !own.is_empty());
        Ok(Some((award, (found, kept, most))))
    };
    match visit.read(find).await?.ok_or(Fault::NotFound)? {
        (true, loaded) => Ok(loaded),
        (false, _) => Err(Fault::Stale(Message::new("stale-no-award"))),
    }
}

/// What the organisation lets be published, in words.
fn lead(t: Locale, most: Option<Publication>) -> String {
    let lead = t.say("publication-lead");
    let said = match most {
        None => return lead,
        Some(Publication::Full) => "publication-allowed-full",
        Some(Publication::Anonymised) => "publication-allowed-anonymised",
        Some(Publication::Withheld) => "publication-allowed-withheld",
    };
    format!("{lead} {}", t.say(said))
}

fn page(
    visit: &Admin,
    (found, most): (&Subject, Option<Publication>),
    chosen: &str,
    problems: &Problems,
) -> FormPage {
    let t = visit.t;
    let ask = Fields { t, problems };
    let choice = |one: Publication| {
        let (key, hint) = words(one);
        Choice {
            value: one.code().to_owned(),
            label: t.say(key),
            hint: Some(t.say(hint)),
            chosen: one.code() == chosen,
        }
    };
    let choices = Control::Radios(Publication::ALL.map(choice).to_vec());
    let back = of_round(&found.round.slug);
    let heading = t.say("publication-of-award");
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("publication-title")))
            .problems(t, problems),
        over: found.organisation.name(t.language()).to_owned(),
        heading,
        lead: lead(t, most),
        action: of_application(found.row.id),
        fields: vec![ask.field("publication", "publication-what", chosen, choices)],
        submit: t.say("publication-save"),
        cancel: Link::new(&back, t.say("admin-cancel")),
    }
}

/// The form.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (found, kept, most) = load(&visit, id).await?;
    let fresh = Problems::default();
    visit.page(&page(&visit, (&found, most), kept.code(), &fresh))
}

/// Keeps the choice.
pub async fn choose(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<ChoiceForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (found, _, most) = load(&visit, id).await?;
    let (actor, code) = (visit.actor().clone(), form.publication.clone());
    let write = move |tx: &mut Tx| actions::choose(tx, &actor, id, &code);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&of_round(&found.round.slug), "notice-publication")),
        Err(Refusal::Invalid(problems)) => {
            let chosen = form.publication.as_str();
            visit.refused(&page(&visit, (&found, most), chosen, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
