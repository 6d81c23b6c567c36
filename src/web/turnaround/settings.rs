//! What a programme promises and when its places rest, and changing it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{milestone_key, place};
use crate::actions::Refusal;
use crate::actions::turnaround::set as keep;
use crate::domain::account::Role;
use crate::domain::programme::Programme;
use crate::domain::turnaround::{Milestone, Place, SettingsDraft, Start};
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::store::turnaround::{self as store, Promise};
use crate::store::{Reader, Tx, programme};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ui::{Choice, Control, Field, Link, Width};
use crate::web::url;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "turnaround/settings.html")]
struct PromisePage {
    chrome: Chrome,
    t: Locale,
    programme: String,
    /// Each milestone with its days, as it stands.
    now: Vec<(String, String)>,
    /// Day, place and name.
    holidays: Vec<[String; 3]>,
    /// Empty for who only reads.
    fields: Vec<Field>,
    action: String,
}

async fn load(visit: &Visit, slug: &str) -> Result<(Programme, Promise), Fault> {
    let slug = slug.to_owned();
    let find = move |reader: &mut Reader| {
        let Some(programme) = programme::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        let own = store::promises(reader)?.remove(&programme.id);
        Ok(Some((programme, own.unwrap_or_else(Promise::standard))))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn place_key(place: Place) -> &'static str {
    match place {
        Place::Israel => "place-il",
        Place::Palestine => "place-ps",
        Place::Elsewhere => "place-other",
    }
}

fn page(
    visit: &Visit,
    (programme, promise): &(Programme, Promise),
    (draft, problems): (Option<&SettingsDraft>, &Problems),
) -> PromisePage {
    let t = visit.t;
    let ask = Fields { t, problems };
    let days = |one: Milestone| {
        let days = usize::try_from(promise.settings.target(one)).unwrap_or(0);
        (t.say(milestone_key(one)), t.count("turnaround-days", days))
    };
    let kept = promise.holidays.iter();
    PromisePage {
        chrome: Chrome::new(visit, &t.say("promise-title"))
            .back(Link::new(url::ADMIN_PROGRAMMES, t.say("programme-title")))
            .problems(t, problems),
        t,
        programme: programme.name.get(t.language()).to_owned(),
        now: Milestone::ALL.map(days).to_vec(),
        holidays: kept
            .map(|one| {
                [
                    t.day(one.day),
                    t.say(place_key(one.place)),
                    one.name.clone(),
                ]
            })
            .collect(),
        fields: draft.map(|draft| fields(&ask, draft)).unwrap_or_default(),
        action: place(&programme.slug),
    }
}

fn fields(ask: &Fields, draft: &SettingsDraft) -> Vec<Field> {
    let number = || Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    let targets = Milestone::ALL.into_iter().zip(&draft.targets);
    let mut fields: Vec<Field> = targets
        .map(|(milestone, text)| {
            let name = format!("target.{}", milestone.code());
            let hint = match milestone.start() {
                Start::Sending => "promise-from-sending",
                Start::Award => "promise-from-award",
            };
            ask.hinted(&name, milestone_key(milestone), hint, text, number())
        })
        .collect();
    let choice = |place: Place| Choice {
        value: place.code().to_owned(),
        label: ask.t.say(place_key(place)),
        hint: None,
        chosen: draft.offices.iter().any(|code| code == place.code()),
    };
    let places = Control::Checkboxes(Place::ALL.map(choice).to_vec());
    let offices = ask.hinted(
        "offices",
        "promise-offices",
        "promise-offices-hint",
        "",
        places,
    );
    fields.push(Field {
        optional: true,
        ..offices
    });
    let lines = Control::Area(12);
    let (label, hint) = ("promise-holidays", "promise-holidays-hint");
    let codes = Message::new(hint).with("codes", "il, ps, other");
    fields.push(Field {
        hint: Some(ask.t.tell(&codes)),
        optional: true,
        ..ask.field("holidays", label, &draft.holidays, lines)
    });
    fields
}

fn read(posted: &Pairs) -> SettingsDraft {
    let mut draft = SettingsDraft::default();
    for (name, value) in posted {
        match name.as_str() {
            "offices" => draft.offices.push(value.clone()),
            "holidays" => draft.holidays.clone_from(value),
            other => {
                let code = other.strip_prefix("target.").unwrap_or_default();
                let mut known = Milestone::ALL.into_iter().zip(&mut draft.targets);
                if let Some((_, target)) = known.find(|(one, _)| one.code() == code) {
                    target.clone_from(value);
                }
            }
        }
    }
    draft
}

/// What a programme promises.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &slug).await?;
    let draft = SettingsDraft::of(&loaded.1.settings, &loaded.1.holidays);
    let draft = visit.actor().is(Role::Admin).then_some(&draft);
    visit.page(&page(&visit, &loaded, (draft, &Problems::default())))
}

/// Keeps it.
pub async fn set(
    visit: Admin,
    slug: Path<String>,
    Form(posted): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &slug).await?;
    let (actor, draft) = (visit.actor().clone(), read(&posted));
    let (slug, typed) = (loaded.0.slug.clone(), draft.clone());
    let write = move |tx: &mut Tx| keep(tx, &actor, &slug, &typed);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place(&loaded.0.slug), "notice-promise-set")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &loaded, (Some(&draft), &problems)))
        }
        Err(other) => Err(other.into()),
    }
}
