//! The version of its programme's form that a round uses.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::actions::Refusal;
use crate::actions::form_version::choose_form;
use crate::domain::account::Role;
use crate::domain::programme::Programme;
use crate::domain::round::Round;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::form::{MayEditForms, why_pinned};
use crate::policy::{Actor, Reach};
use crate::store::form::VersionRow;
use crate::store::{Reader, StoreError, Tx, application, form, programme, round};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// Versions that can be chosen.
const LISTED: i64 = 50;

#[derive(Template)]
#[template(path = "form_editor/round.html")]
struct RoundFormPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    version: String,
    /// Why it can't be changed any more.
    pinned: Option<String>,
    /// The versions to choose from, for those who may.
    choose: Option<Field>,
    action: String,
    links: Vec<Link>,
}

struct Found {
    round: Round,
    programme: Programme,
    versions: Vec<VersionRow>,
    sent: bool,
}

fn find(reader: &mut Reader, reach: Reach, slug: &str) -> Result<Option<Found>, StoreError> {
    let Some(round) = round::by_slug(reader, slug)? else {
        return Ok(None);
    };
    let Some(programme) = programme::by_id(reader, round.programme_id)? else {
        return Ok(None);
    };
    Ok(Some(Found {
        versions: form::versions(reader, programme.id, LISTED)?,
        sent: !application::taken_up(reader, reach, &[round.id])?.is_empty(),
        round,
        programme,
    }))
}

async fn load(visit: &Visit, actor: &Actor, slug: &str) -> Result<Found, Fault> {
    let (reach, slug) = (Reach::staff(actor), slug.to_owned());
    let found = visit.read(move |reader| find(reader, reach, &slug)).await?;
    found.ok_or(Fault::NotFound)
}

impl Found {
    /// The version in use.
    fn current(&self) -> i32 {
        let own = self.versions.iter().find(|v| v.id == self.round.form_id);
        own.map_or(1, |own| own.version)
    }

    fn field(&self, t: Locale, zone: &str, problems: &Problems) -> Field {
        let choice = |version: &VersionRow| {
            let words = Message::new("form-version-of")
                .with("version", i64::from(version.version))
                .with("when", t.date(version.created_at, zone));
            Choice {
                value: version.version.to_string(),
                label: t.tell(&words),
                hint: None,
                chosen: version.id == self.round.form_id,
            }
        };
        let control = Control::Radios(self.versions.iter().map(choice).collect());
        Fields { t, problems }.field("version", "form-field-version", "", control)
    }

    fn page(&self, visit: &Visit, admin: bool, problems: &Problems) -> RoundFormPage {
        let (t, slug) = (visit.t, &self.programme.slug);
        let over = self.round.title.get(t.language()).to_owned();
        let hub = url::admin_round(&self.round.slug);
        let pinned = why_pinned(&self.round, self.sent);
        let choose = admin && pinned.is_none() && self.versions.len() > 1;
        let of = |page: &str| {
            let page = format!("{page}?version={}", self.current());
            url::form_page(slug, &page)
        };
        RoundFormPage {
            chrome: Chrome::new(visit, &t.say("form-of-round"))
                .back(Link::new(hub, over.clone()))
                .problems(t, problems),
            t,
            over,
            version: t.with("form-version", "version", self.current()),
            pinned: pinned.map(|reason| t.tell(&reason)),
            choose: choose.then(|| self.field(t, visit.zone(), problems)),
            action: url::admin_round_part(&self.round.slug, "form"),
            links: vec![
                Link::new(of("preview"), t.say("form-preview")),
                Link::new(of("questions"), t.say("form-questions-title")),
                Link::new(of("file"), t.say("form-download")),
                Link::new(url::form(slug), t.say("form-all-versions")),
            ],
        }
    }
}

/// Which version a round uses.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let found = load(&visit, visit.actor(), &slug).await?;
    let admin = visit.actor().is(Role::Admin);
    visit.page(&found.page(&visit, admin, &Problems::default()))
}

/// A version.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Choosing {
    version: String,
}

/// Lets a round use another version.
pub async fn choose(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<Choosing>,
) -> Result<HttpResponse, Fault> {
    let (actor, of) = (visit.actor().clone(), slug.clone());
    let version = form.version.parse().unwrap_or(0);
    let choose = move |tx: &mut Tx| {
        let may = MayEditForms::by(&actor).map_err(Refusal::Denied)?;
        choose_form(tx, &may, &of, version)
    };
    match visit.act(choose).await? {
        Ok(()) => Ok(visit.see_with(&url::admin_round_part(&slug, "form"), "notice-saved")),
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, visit.actor(), &slug).await?;
            visit.refused(&found.page(&visit, true, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
