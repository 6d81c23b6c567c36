//! The second step of one's own sign-in: setting it up, recovery codes, taking it away.

use actix_web::HttpResponse;
use askama::Template;
use qrcode::{Color, QrCode};
use serde::Deserialize;

use super::form::fresh;
use super::pages::FormPage;
use super::second_step::{code_field, hidden};
use super::session::second_step_of;
use crate::actions::token::random_bytes;
use crate::actions::{Refusal, second_factor as actions};
use crate::domain::second_factor::AppSecret;
use crate::domain::{Moment, Problems};
use crate::i18n::Locale;
use crate::store::{Reader, Tx, passkey, second_factor};
use crate::web::access::{Arriving, JustNow};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::{Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// The dark squares of a QR code as one path, in a box of `side` squares.
struct Picture {
    path: String,
    side: usize,
}

/// Light squares around it, without which no camera finds it.
const QUIET: usize = 4;

impl Picture {
    fn of(text: &str) -> Option<Self> {
        let code = QrCode::new(text).ok()?;
        let width = code.width();
        let dark = code.to_colors().into_iter().enumerate();
        let dark = dark.filter(|(_, color)| *color == Color::Dark);
        let square = |(at, _): (usize, Color)| {
            let (x, y) = (QUIET + at % width, QUIET + at / width);
            format!("M{x} {y}h1v1h-1z")
        };
        Some(Self {
            path: dark.map(square).collect(),
            side: width + 2 * QUIET,
        })
    }
}

#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct SetUpPage {
    chrome: Chrome,
    t: Locale,
    /// There is no way around it.
    owed: bool,
    /// How it stands; empty where nothing is set up.
    standing: Vec<String>,
    links: Vec<Link>,
    /// An app is set up already.
    anew: bool,
    /// Where passkeys are; nothing where there are none and browsers know none.
    passkeys: Option<Link>,
    secret: String,
    picture: Option<Picture>,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
pub(super) struct CodesPage {
    chrome: Chrome,
    t: Locale,
    codes: Vec<String>,
}

/// What is typed to set it up, with the secret that the page showed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SetUpForm {
    secret: String,
    one_time_code: String,
}

/// How one's second step stands: since when, whether by app or passkeys, codes left,
/// whether one has to have it.
struct Standing {
    since: Option<Moment>,
    app: bool,
    passkeys: usize,
    codes: i64,
    asked: bool,
}

async fn standing(visit: &Arriving) -> Result<Standing, Fault> {
    let (id, asked_of) = (visit.actor().id, second_step_of(visit)?);
    let load = move |reader: &mut Reader| {
        Ok(Standing {
            since: second_factor::since(reader, id)?,
            app: second_factor::app_since(reader, id)?.is_some(),
            passkeys: passkey::of_account(reader, id)?.len(),
            codes: second_factor::codes_left(reader, id)?,
            asked: actions::is_asked(reader, id, &asked_of)?,
        })
    };
    visit.read(load).await
}

async fn page(
    visit: &Arriving,
    secret: &AppSecret,
    problems: &Problems,
) -> Result<SetUpPage, Fault> {
    let found = standing(visit).await?;
    let t = visit.t;
    let mut chrome = Chrome::new(visit, &t.say("second-factor-title")).problems(t, problems);
    if !visit.owes_factor {
        chrome = chrome.back(Link::new(url::ACCOUNT, t.say("account-title")));
    }
    let mut links = Vec::new();
    let mut said = Vec::new();
    if let Some(since) = found.since {
        said.push(t.with("second-factor-since", "when", t.when(since, visit.zone())));
        let left = usize::try_from(found.codes).unwrap_or(0);
        said.push(t.count("recovery-codes-left", left));
        links.push(Link::new(
            url::RECOVERY_CODES,
            t.say("recovery-codes-renew"),
        ));
        if found.app && (found.passkeys > 0 || !found.asked) {
            let words = t.say("second-factor-remove");
            links.push(Link::new(url::SECOND_FACTOR_REMOVAL, words));
        }
    }
    let offered = found.passkeys > 0 || visit.site.passkeys.is_some();
    let passkeys = || Link::new(url::PASSKEYS, t.count("passkeys-see", found.passkeys));
    let ask = Fields { t, problems };
    let person = url::encode(&visit.actor().email);
    Ok(SetUpPage {
        picture: Picture::of(&secret.uri(chrome.service, &person)),
        chrome,
        t,
        owed: visit.owes_factor,
        standing: said,
        links,
        anew: found.app,
        passkeys: offered.then(passkeys),
        secret: secret.text(),
        fields: vec![
            // In one word: a page that asks who it is first shows no such thing.
            hidden("secret", &secret.text().replace(' ', "")),
            code_field(&ask, "field-code-app-hint"),
        ],
    })
}

/// How it stands, and a new secret to set it up with.
pub async fn show(visit: Arriving) -> Result<HttpResponse, Fault> {
    let secret = AppSecret::new(random_bytes());
    visit.page(&page(&visit, &secret, &fresh()).await?)
}

/// Sets it up for somebody who showed just now that it is them, with a code that the app
/// shows. Where that is asked first, the secret comes along, and the app shows another code.
pub async fn set_up(
    visit: JustNow<Arriving>,
    Form(form): Form<SetUpForm>,
) -> Result<HttpResponse, Fault> {
    let read = || AppSecret::parse(&form.secret).ok_or(Fault::Unreadable);
    let (shown, secret) = (read()?, read()?);
    let id = visit.actor().id;
    let (keep, site) = (visit.session, visit.site.address.clone());
    let typed = form.one_time_code;
    let make = move |tx: &mut Tx| actions::set_up(tx, id, (&secret, &typed), keep, &site);
    match visit.act(make).await? {
        Ok(codes) => visit.page(&codes_page(&visit, codes)),
        Err(Refusal::Invalid(problems)) => visit.refused(&page(&visit, &shown, &problems).await?),
        Err(other) => Err(other.into()),
    }
}

/// The answer holds the codes, so it can't be an address to come back to.
pub(super) fn codes_page(visit: &Visit, codes: Vec<String>) -> CodesPage {
    let mut chrome = Chrome::new(visit, &visit.t.say("recovery-codes-title"));
    // It is done: another language must not do it again.
    chrome.typed = None;
    CodesPage {
        chrome,
        t: visit.t,
        codes,
    }
}

/// A page that asks before one thing is done.
fn asking(visit: &Visit, words: (&str, &str, &str), action: &str) -> FormPage {
    let mut page = FormPage::new(visit, words, action.to_owned(), Vec::new(), &fresh());
    let back = Link::new(url::SECOND_FACTOR, visit.t.say("second-factor-title"));
    page.chrome = page.chrome.back(back);
    page
}

/// Asks before new recovery codes are made.
pub async fn show_renewal(visit: Arriving) -> Result<HttpResponse, Fault> {
    let words = (
        "recovery-codes-renew",
        "recovery-codes-renew-lead",
        "recovery-codes-renew",
    );
    visit.page(&asking(&visit, words, url::RECOVERY_CODES))
}

/// Makes new recovery codes.
pub async fn renew_codes(
    visit: JustNow<Arriving>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, site) = (visit.actor().id, visit.site.address.clone());
    let make = move |tx: &mut Tx| actions::renew_codes(tx, id, &site);
    let codes = visit.act_or_fault(make).await?;
    visit.page(&codes_page(&visit, codes))
}

/// Asks before it is taken away.
pub async fn show_removal(visit: Arriving) -> Result<HttpResponse, Fault> {
    let words = (
        "second-factor-remove",
        "second-factor-remove-lead",
        "second-factor-remove",
    );
    visit.page(&asking(&visit, words, url::SECOND_FACTOR_REMOVAL))
}

/// Takes it away.
pub async fn remove(visit: JustNow<Arriving>, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let (id, asked_of) = (visit.actor().id, second_step_of(&visit)?);
    let (keep, site) = (visit.session, visit.site.address.clone());
    let take = move |tx: &mut Tx| actions::remove(tx, id, &asked_of, keep, &site);
    visit.act_or_fault(take).await?;
    Ok(visit.see_with(url::ACCOUNT, "notice-second-factor-removed"))
}
