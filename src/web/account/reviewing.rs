//! What a reviewer brings: on one's own account, and for staff on a person's page.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::pages::{FormPage, ReviewingPage};
use crate::actions::{Refusal, reviewer as act};
use crate::domain::account::Role;
use crate::domain::reviewer::TypedProfile;
use crate::domain::{AccountId, Language, Problems};
use crate::store::account::AccountRow;
use crate::store::term::Term;
use crate::store::{Tx, account, reviewer, term};
use crate::web::access::{Admin, Reviewer, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// The profile as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct ReviewingForm {
    languages: Vec<String>,
    places: Vec<String>,
    expertise: Vec<String>,
    cap: String,
}

impl ReviewingForm {
    fn typed(self) -> TypedProfile {
        TypedProfile {
            languages: self.languages,
            places: self.places,
            expertise: self.expertise,
            cap: self.cap,
        }
    }
}

fn fields(ask: &Fields, terms: &[Term], typed: &TypedProfile) -> Vec<Field> {
    let t = ask.t;
    let choice = |value: &str, label: &str, chosen: &[String]| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen: chosen.iter().any(|one| one == value),
    };
    let languages = Language::ALL.map(|one| choice(one.code(), one.own_name(), &typed.languages));
    let listed = |list: &str, chosen: &[String]| {
        let own = terms
            .iter()
            .filter(|term| term.list == list && term.code != "undisclosed");
        let own = own.map(|term| choice(&term.code, term.label.get(t.language()), chosen));
        Control::Checkboxes(own.collect())
    };
    let number = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    let optional = |field: Field| Field {
        optional: true,
        ..field
    };
    vec![
        ask.field(
            "languages",
            "reviewing-languages",
            "",
            Control::Checkboxes(languages.to_vec()),
        ),
        optional(ask.field(
            "places",
            "reviewing-places",
            "",
            listed("base", &typed.places),
        )),
        optional(ask.field(
            "expertise",
            "reviewing-expertise",
            "",
            listed("funding_type", &typed.expertise),
        )),
        optional(ask.hinted(
            "cap",
            "reviewing-cap",
            "reviewing-cap-hint",
            &typed.cap,
            number,
        )),
    ]
}

/// Whose profile it is, and where it is kept.
struct Place {
    /// The name where it is somebody else's.
    over: String,
    action: String,
    back: Link,
}

async fn page(
    visit: &Visit,
    place: Place,
    typed: &TypedProfile,
    problems: &Problems,
) -> Result<FormPage, Fault> {
    let t = visit.t;
    let terms = visit.read(term::all).await?;
    let words = ("reviewing-title", "reviewing-lead", "reviewing-submit");
    let fields = fields(&Fields { t, problems }, &terms, typed);
    let mut page = FormPage::new(visit, words, place.action, fields, problems);
    if !place.over.is_empty() {
        page.heading = t.with("reviewing-of", "name", place.over);
        page.lead = t.say("reviewing-lead-staff");
    }
    page.chrome = page.chrome.back(place.back);
    Ok(page)
}

fn own(visit: &Visit) -> Place {
    Place {
        over: String::new(),
        action: url::ACCOUNT_REVIEWING.to_owned(),
        back: Link::new(url::ACCOUNT, visit.t.say("account-title")),
    }
}

fn of_person(visit: &Visit, person: &AccountRow) -> Place {
    Place {
        over: person.name.clone(),
        action: url::person_reviewing(person.id),
        back: Link::new(url::PEOPLE, visit.t.say("people-title")),
    }
}

async fn known(visit: &Visit, person: AccountId) -> Result<TypedProfile, Fault> {
    let profile = visit
        .read(move |reader| reviewer::of(reader, person))
        .await?;
    Ok(TypedProfile::of(&profile))
}

/// One's own profile.
pub async fn show(visit: Reviewer) -> Result<HttpResponse, Fault> {
    let typed = known(&visit, visit.actor().id).await?;
    visit.page(&page(&visit, own(&visit), &typed, &Problems::default()).await?)
}

/// Changes one's own profile.
pub async fn change(
    visit: Reviewer,
    Form(form): Form<ReviewingForm>,
) -> Result<HttpResponse, Fault> {
    let (actor, typed) = (visit.actor().clone(), form.typed());
    let sent = typed.clone();
    let change = move |tx: &mut Tx| act::describe(tx, &actor, actor.id, &sent);
    match visit.act(change).await? {
        Ok(()) => Ok(visit.see_with(url::ACCOUNT_REVIEWING, "notice-saved")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, own(&visit), &typed, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn person(visit: &Visit, id: &str) -> Result<AccountRow, Fault> {
    let id = AccountId::parse(id).map_err(|_| Fault::NotFound)?;
    let found = visit.read(move |reader| account::by_id(reader, id)).await?;
    found.ok_or(Fault::NotFound)
}

/// A reviewer's profile for staff, who may change it or only read it.
pub async fn show_person(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let person = person(&visit, &id).await?;
    let typed = known(&visit, person.id).await?;
    let place = of_person(&visit, &person);
    if visit.actor().is(Role::Admin) {
        return visit.page(&page(&visit, place, &typed, &Problems::default()).await?);
    }
    visit.page(&read_page(&visit, place, &typed).await?)
}

/// What the form holds, without the form.
async fn read_page(
    visit: &Visit,
    place: Place,
    typed: &TypedProfile,
) -> Result<ReviewingPage, Fault> {
    let t = visit.t;
    let terms = visit.read(term::all).await?;
    let problems = Problems::default();
    let asked = fields(
        &Fields {
            t,
            problems: &problems,
        },
        &terms,
        typed,
    );
    let told = |field: Field| {
        let said = match field.control {
            Control::Checkboxes(choices) => {
                let chosen = choices.into_iter().filter(|one| one.chosen);
                chosen.map(|one| one.label).collect()
            }
            _ => vec![field.value],
        };
        let said: Vec<String> = said.into_iter().filter(|one| !one.is_empty()).collect();
        (field.label, said)
    };
    let heading = t.with("reviewing-of", "name", place.over);
    Ok(ReviewingPage {
        chrome: Chrome::new(visit, &heading).back(place.back),
        heading,
        facts: asked.into_iter().map(told).collect(),
        t,
    })
}

/// Changes a reviewer's profile for them.
pub async fn change_person(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<ReviewingForm>,
) -> Result<HttpResponse, Fault> {
    let person = person(&visit, &id).await?;
    let (actor, typed, whom) = (visit.actor().clone(), form.typed(), person.id);
    let sent = typed.clone();
    let change = move |tx: &mut Tx| act::describe(tx, &actor, whom, &sent);
    match visit.act(change).await? {
        Ok(()) => Ok(visit.see_with(&url::person_reviewing(whom), "notice-saved")),
        Err(Refusal::Invalid(problems)) => {
            let place = of_person(&visit, &person);
            visit.refused(&page(&visit, place, &typed, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}
