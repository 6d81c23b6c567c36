//! How somebody else signs in, for admins: signing them out, and what happens when they
//! lost their second step.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::form::fresh;
use crate::actions::{Refusal, second_step_loss as actions};
use crate::domain::{AccountId, Message, Moment, Problems};
use crate::i18n::Locale;
use crate::store::account::AccountRow;
use crate::store::second_step_loss::LossRow;
use crate::store::{Reader, StoreError, Tx, account, openid, second_factor, second_step_loss};
use crate::web::access::{Admin, Fresh};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// How it is known that somebody lost it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LossForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "account/lost.html")]
struct LostPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    /// Base of the addresses of its forms.
    place: String,
    /// Whether there is a second step, in words.
    standing: String,
    /// Since when the account opens at the provider, in words.
    linked: Option<String>,
    /// What one admin said: when and who, and the reason.
    said: Option<(String, String)>,
    /// The reader said it and waits for another admin.
    own: bool,
    /// Asks for the reason, where there is a second step to lose.
    asked: Option<Field>,
}

/// What is known of how a person signs in.
struct Known {
    row: AccountRow,
    since: Option<Moment>,
    linked: Option<Moment>,
    said: Option<(LossRow, String)>,
}

fn load(reader: &mut Reader, id: AccountId) -> Result<Option<Known>, StoreError> {
    let Some(row) = account::by_id(reader, id)? else {
        return Ok(None);
    };
    let since = second_factor::since(reader, id)?;
    let linked = openid::linked_at(reader, id)?;
    let said = match second_step_loss::of(reader, id)? {
        Some(loss) => {
            let by = account::by_id(reader, loss.said_by)?;
            Some((loss, by.map(|by| by.name).unwrap_or_default()))
        }
        None => None,
    };
    Ok(Some(Known {
        row,
        since,
        linked,
        said,
    }))
}

fn person(id: &str) -> Result<AccountId, Fault> {
    AccountId::parse(id).map_err(|_| Fault::NotFound)
}

async fn page(
    visit: &Visit,
    id: AccountId,
    (form, problems): (&LossForm, &Problems),
) -> Result<LostPage, Fault> {
    let found = visit.read(move |reader| load(reader, id)).await?;
    let Known {
        row,
        since,
        linked,
        said,
    } = found.ok_or(Fault::NotFound)?;
    let t = visit.t;
    let ask = Fields { t, problems };
    let asks = since.is_some() && said.is_none();
    let field = || {
        let control = Control::Area(3);
        let (label, hint) = ("loss-reason", "loss-reason-hint");
        ask.hinted("reason", label, hint, &form.reason, control)
    };
    let own = visit.actor.as_ref().map(|actor| actor.id);
    Ok(LostPage {
        chrome: Chrome::new(visit, &t.say("loss-title"))
            .back(Link::new(url::PEOPLE, t.say("people-title")))
            .problems(t, problems),
        t,
        name: row.name,
        place: url::person_sign_in(id),
        standing: match since {
            Some(since) => t.with("second-factor-since", "when", t.when(since, visit.zone())),
            None => t.say("second-factor-off"),
        },
        linked: linked.map(|at| t.with("openid-linked", "when", t.when(at, visit.zone()))),
        own: said.as_ref().map(|(loss, _)| loss.said_by) == own,
        said: said.map(|(loss, by)| {
            let line = Message::new("loss-said")
                .with("name", by)
                .with("when", t.when(loss.said_at, visit.zone()));
            (t.tell(&line), loss.reason)
        }),
        asked: asks.then(field),
    })
}

/// How somebody signs in.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let form = LossForm::default();
    visit.page(&page(&visit, person(&id)?, (&form, &fresh())).await?)
}

/// Says that somebody lost their second step.
pub async fn say(
    visit: Fresh<Admin>,
    id: Path<String>,
    Form(form): Form<LossForm>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (person(&id)?, visit.actor().clone());
    let (reason, site) = (form.reason.clone(), visit.site.address.clone());
    let say = move |tx: &mut Tx| actions::say(tx, &actor, id, &reason, &site);
    match visit.act(say).await? {
        Ok(()) => Ok(visit.see_with(&url::person_sign_in(id), "notice-loss-said")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, id, (&form, &problems)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes the second step away, as the second of two admins.
pub async fn end(
    visit: Fresh<Admin>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (person(&id)?, visit.actor().clone());
    let site = visit.site.address.clone();
    visit
        .act_or_fault(move |tx| actions::end(tx, &actor, id, &site))
        .await?;
    Ok(visit.see_with(&url::person_sign_in(id), "notice-loss-ended"))
}

/// Takes back what was said.
pub async fn take_back(
    visit: Fresh<Admin>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (person(&id)?, visit.actor().clone());
    visit
        .act_or_fault(move |tx| actions::take_back(tx, &actor, id))
        .await?;
    Ok(visit.see_with(&url::person_sign_in(id), "notice-loss-taken-back"))
}

/// Signs somebody out everywhere.
pub async fn sign_out(
    visit: Fresh<Admin>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (person(&id)?, visit.actor().clone());
    visit
        .act_or_fault(move |tx| actions::sign_out(tx, &actor, id))
        .await?;
    Ok(visit.see_with(&url::person_sign_in(id), "notice-person-signed-out"))
}
