//! The code name of an organisation: asked for by its own people or by an admin, with
//! what it hides and what it does not; and who it is, opened on a page of its own.

mod identity;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::access::{Admin, Applicant, Staff};
use super::chrome::Chrome;
use super::errors::Fault;
use super::forms::Form;
use super::ops::NoFields;
use super::registrar::Registrar;
use super::ui::Link;
use super::url;
use crate::actions::code_name::{conceal_for, conceal_own};
use crate::domain::account::Role;
use crate::domain::member::Verb;
use crate::domain::{Message, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::web::organisation::{desk, desk_of, frame, own, standing, tabs};

/// The last part of the address of an organisation's page.
pub const PART: &str = "confidential";

/// The routes of code names.
pub fn routes(routes: &mut Registrar) {
    routes.get("/organisations/{organisation}/confidential", show_own);
    routes.post("/organisations/{organisation}/confidential", give_own);
    routes.get("/admin/organisations/{organisation}/confidential", show);
    routes.post("/admin/organisations/{organisation}/confidential", give);
    routes.post(
        "/admin/organisations/{organisation}/identity",
        identity::open,
    );
}

/// The code name of one's own organisation.
pub fn own_place(id: OrganisationId) -> String {
    format!("{}/{PART}", url::organisation(id))
}

fn place(id: OrganisationId) -> String {
    url::desk_part(id, PART)
}

#[derive(Template)]
#[template(path = "code_name/page.html")]
struct CodeNamePage {
    chrome: Chrome,
    t: Locale,
    name: String,
    lead: String,
    tabs: Vec<Link>,
    /// How it stands by now, in words.
    stands: String,
    hidden: Vec<String>,
    open: Vec<String>,
    /// Where a code name is asked for; empty where there is one, and for who only reads.
    give: String,
    /// Where it is opened who it is; empty for who may not.
    identify: String,
}

/// What a code name hides, and what it does not.
const HIDDEN: [&str; 4] = [
    "code-name-hides-name",
    "code-name-hides-profile",
    "code-name-hides-from-reviewers",
    "code-name-hides-identity",
];
const OPEN: [&str; 5] = [
    "code-name-open-answers",
    "code-name-open-people",
    "code-name-open-earlier",
    "code-name-open-others",
    "code-name-open-server",
];

impl CodeNamePage {
    fn new(t: Locale, chrome: Chrome, (name, code_name): (String, Option<String>)) -> Self {
        let stands = match code_name {
            Some(name) => t.tell(&Message::new("code-name-is").with("name", name)),
            None => t.say("code-name-none"),
        };
        Self {
            chrome,
            t,
            name,
            lead: t.say("code-name-lead"),
            tabs: Vec::new(),
            stands,
            hidden: HIDDEN.map(|key| t.say(key)).into(),
            open: OPEN.map(|key| t.say(key)).into(),
            give: String::new(),
            identify: String::new(),
        }
    }
}

/// The code name of one's own organisation, or the way to one.
async fn show_own(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = own(&visit, &id).await?;
    let may = standing(&visit, organisation.id).await?.may(Verb::Profile);
    let (t, of) = (visit.t, organisation.id);
    let name = organisation.name(t.language()).to_owned();
    let code_name = organisation.code_name.map(|one| one.to_string());
    let give = match (may, &code_name) {
        (Ok(()), None) => own_place(of),
        _ => String::new(),
    };
    let back = Link::new(url::organisation(of), t.say("organisation-back"));
    let chrome = Chrome::new(&visit, &t.say("code-name-title")).back(back);
    visit.page(&CodeNamePage {
        give,
        ..CodeNamePage::new(t, chrome, (name, code_name))
    })
}

/// Puts one's own organisation under a code name.
async fn give_own(
    visit: Applicant,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let of = own(&visit, &id).await?.id;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| conceal_own(tx, &actor, of))
        .await?;
    Ok(visit.see_with(&own_place(of), "notice-code-name-given"))
}

/// The code name of an organisation, or the way to one; and the way to who it is.
async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = desk(&visit, &id).await?;
    let (t, of) = (visit.t, organisation.id);
    let name = organisation.name(t.language()).to_owned();
    let code_name = organisation.code_name.map(|one| one.to_string());
    let (give, identify) = match (visit.actor().is(Role::Admin), &code_name) {
        (true, Some(_)) => (String::new(), url::desk_part(of, identity::PART)),
        (true, None) => (place(of), String::new()),
        (false, _) => (String::new(), String::new()),
    };
    let chrome = frame(&visit, &t.say("code-name-title"));
    visit.page(&CodeNamePage {
        tabs: tabs(t, of, PART),
        give,
        identify,
        ..CodeNamePage::new(t, chrome, (name, code_name))
    })
}

/// Puts an organisation within reach under a code name.
async fn give(visit: Admin, id: Path<String>, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let reach = Reach::staff(visit.actor());
    let of = desk_of(&visit, reach, &id).await?.id;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| conceal_for(tx, &actor, of))
        .await?;
    Ok(visit.see_with(&place(of), "notice-code-name-given"))
}
