//! One's own passkeys: which there are, a new one, taking one away.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::Refusal;
use crate::actions::passkey::{self as actions, Asked, NAME};
use crate::domain::passkey::Purpose;
use crate::domain::{Message, PasskeyId, Problems};
use crate::i18n::Locale;
use crate::store::Tx;
use crate::store::passkey::{PasskeyRow, of_account};
use crate::web::access::{Arriving, JustNow};
use crate::web::account::form::fresh;
use crate::web::account::pages::FormPage;
use crate::web::account::second_factor::codes_page;
use crate::web::account::second_step::hidden;
use crate::web::account::session::second_step_of;
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Control, Field, Link, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// A passkey in the list.
struct ShownPasskey {
    name: String,
    /// Since when it is there, and the day of its last use.
    said: String,
    /// Where it is asked before it is taken away.
    removal: String,
}

#[derive(Template)]
#[template(path = "account/passkeys.html")]
struct PasskeysPage {
    chrome: Chrome,
    t: Locale,
    list: Vec<ShownPasskey>,
    /// What is asked before a new one is made; empty where browsers know none.
    fields: Vec<Field>,
}

/// Asks the browser to make one.
#[derive(Template)]
#[template(path = "account/passkey_new.html")]
struct NewPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    /// The question, in JSON, and the secret with which its answer comes back.
    options: String,
    asked: String,
}

/// What is typed before a passkey is made.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewForm {
    passkey_name: String,
}

/// What a device answered that made one.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MadeForm {
    passkey_name: String,
    passkey_asked: String,
    passkey: String,
}

/// Which one is to be taken away.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Which {
    passkey: String,
}

/// The same, as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RemovalForm {
    id: String,
}

fn shown(visit: &Visit, row: PasskeyRow) -> ShownPasskey {
    let (t, zone) = (visit.t, visit.zone());
    let added = t.with("passkey-added", "day", t.date(row.created_at, zone));
    let used = match row.used_at {
        Some(at) => t.with("passkey-used", "day", t.date(at, zone)),
        None => t.say("passkey-unused"),
    };
    ShownPasskey {
        said: format!("{added} {used}"),
        removal: url::passkey_removal(row.id),
        name: row.name,
    }
}

async fn page(visit: &Arriving, name: &str, problems: &Problems) -> Result<PasskeysPage, Fault> {
    let (t, id) = (visit.t, visit.actor().id);
    let rows = visit.read(move |reader| of_account(reader, id)).await?;
    let ask = Fields { t, problems };
    let fields = || {
        let control = Control::Line(Width::Medium);
        let (label, hint) = ("passkey-name", "passkey-name-hint");
        vec![ask.hinted(NAME, label, hint, name, control)]
    };
    let offered = visit.site.passkeys.is_some();
    Ok(PasskeysPage {
        chrome: Chrome::new(visit, &t.say("passkeys-title"))
            .back(Link::new(url::SECOND_FACTOR, t.say("second-factor-title")))
            .problems(t, problems),
        t,
        list: rows.into_iter().map(|row| shown(visit, row)).collect(),
        fields: if offered { fields() } else { Vec::new() },
    })
}

/// Which passkeys there are.
pub async fn show(visit: Arriving) -> Result<HttpResponse, Fault> {
    visit.page(&page(&visit, "", &fresh()).await?)
}

/// The answer holds a question that is answered once, so it is no address to come back to.
fn new_page(visit: &Visit, asked: Asked, name: String) -> NewPage {
    let t = visit.t;
    let mut chrome = Chrome::new(visit, &t.say("passkey-new-title"))
        .back(Link::new(url::PASSKEYS, t.say("passkeys-title")));
    chrome.scripts.push(&ASSETS.passkey.address);
    chrome.typed = None;
    NewPage {
        chrome,
        t,
        name,
        options: asked.options.to_string(),
        asked: asked.secret,
    }
}

/// Asks a device to make one, of somebody who showed just now that it is them: it opens
/// longer than their browser does.
pub async fn ask(
    visit: JustNow<Arriving>,
    Form(form): Form<NewForm>,
) -> Result<HttpResponse, Fault> {
    let id = visit.actor().id;
    let place = visit.site.passkeys.clone().ok_or(Fault::NotFound)?;
    let name = form.passkey_name.clone();
    let ask = move |tx: &mut Tx| actions::ask_for_new(tx, &place, id, &name);
    match visit.act(ask).await? {
        Ok((asked, name)) => visit.page(&new_page(&visit, asked, name)),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &form.passkey_name, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Keeps the passkey that a device made.
pub async fn add(visit: Arriving, Form(form): Form<MadeForm>) -> Result<HttpResponse, Fault> {
    let id = visit.actor().id;
    let place = visit.site.passkeys.clone().ok_or(Fault::NotFound)?;
    let whose = (id, Purpose::Add);
    let secret = form.passkey_asked;
    let take = move |tx: &mut Tx| Ok(actions::take(tx, whose, &secret)?);
    let done = match visit.act_or_fault(take).await? {
        Some(state) => {
            let (keep, site) = (visit.session, visit.site.address.clone());
            let (name, answer) = (form.passkey_name.clone(), form.passkey);
            let add = move |tx: &mut Tx| {
                actions::add(tx, &place, id, (&name, &state, &answer), keep, &site)
            };
            visit.act(add).await?
        }
        None => Err(Refusal::field(NAME, Message::new("error-passkey-late"))),
    };
    match done {
        Ok(Some(codes)) => visit.page(&codes_page(&visit, codes)),
        Ok(None) => Ok(visit.see_with(url::PASSKEYS, "notice-passkey-added")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &form.passkey_name, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn removal(visit: &Arriving, id: &str) -> Result<FormPage, Fault> {
    let id = PasskeyId::parse(id).map_err(|_| Fault::NotFound)?;
    let (t, owner) = (visit.t, visit.actor().id);
    let rows = visit.read(move |reader| of_account(reader, owner)).await?;
    let row = rows.into_iter().find(|row| row.id == id);
    let row = row.ok_or(Fault::NotFound)?;
    let fields = vec![hidden("id", id.as_str())];
    let words = ("passkey-remove-title", "", "passkey-remove");
    let action = url::PASSKEY_REMOVAL.to_owned();
    let mut page = FormPage::new(visit, words, action, fields, &fresh());
    page.lead = t.with("passkey-remove-lead", "name", row.name);
    let back = Link::new(url::PASSKEYS, t.say("passkeys-title"));
    page.chrome = page.chrome.back(back);
    Ok(page)
}

/// Asks before one is taken away.
pub async fn show_removal(visit: Arriving, which: Query<Which>) -> Result<HttpResponse, Fault> {
    visit.page(&removal(&visit, &which.passkey).await?)
}

/// Takes one away.
pub async fn remove(
    visit: JustNow<Arriving>,
    Form(form): Form<RemovalForm>,
) -> Result<HttpResponse, Fault> {
    let id = PasskeyId::parse(&form.id).map_err(|_| Fault::NotFound)?;
    let (owner, asked_of) = (visit.actor().id, second_step_of(&visit)?);
    let (keep, site) = (visit.session, visit.site.address.clone());
    let take = move |tx: &mut Tx| actions::remove(tx, owner, (id, &asked_of), keep, &site);
    visit.act_or_fault(take).await?;
    Ok(visit.see_with(url::PASSKEYS, "notice-passkey-removed"))
}
