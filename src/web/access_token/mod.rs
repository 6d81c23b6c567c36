//! Keys for programs: the list, a new one, and ending one at once.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::access::{Admin, JustNow};
use super::chrome::Chrome;
use super::errors::Fault;
use super::forms::{Fields, Form};
use super::registrar::Registrar;
use super::ui::{Badge, Choice, Control, Field, Link, Pager, Tone, Width};
use super::url;
use crate::actions::{Refusal, access_token as actions};
use crate::domain::access_token::{Scope, TokenDraft};
use crate::domain::{AccessTokenId, Message, Moment, Problems};
use crate::i18n::Locale;
use crate::store::access_token::{TokenRow, list};
use crate::store::{Reader, Tx};

/// Where keys are kept.
pub const PLACE: &str = "/admin/access-tokens";
/// Keys on one page.
const PAGE: usize = 50;

/// The routes of keys.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/access-tokens", show);
    routes.post("/admin/access-tokens", make);
    routes.post("/admin/access-tokens/{token}/end", end);
}

/// After which key the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
struct After {
    after: String,
}

/// A key as typed.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct TokenForm {
    name: String,
    scopes: Vec<String>,
    days: String,
}

struct Row {
    name: String,
    scopes: String,
    made: String,
    expires: String,
    state: Badge,
    /// Where it is ended; empty for one that does not open any more.
    end: String,
}

#[derive(Template)]
#[template(path = "access_token/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    /// The secret of a key that was just made; empty otherwise.
    secret: String,
    rows: Vec<Row>,
    pager: Pager,
    fields: Vec<Field>,
}

fn scope_key(scope: Scope) -> &'static str {
    match scope {
        Scope::Applications => "export-applications",
        Scope::Decisions => "export-decisions",
        Scope::Scores => "export-scores",
        Scope::Awards => "export-awards",
        Scope::Reviews => "export-reviews",
        Scope::Payments => "export-payments",
        Scope::Audit => "export-audit",
    }
}

fn fields(t: Locale, form: &TokenForm, problems: &Problems) -> Vec<Field> {
    let ask = Fields { t, problems };
    let choice = |scope: Scope| Choice {
        value: scope.code().to_owned(),
        label: t.say(scope_key(scope)),
        hint: None,
        chosen: form.scopes.iter().any(|code| code == scope.code()),
    };
    let scopes = Control::Checkboxes(Scope::ALL.map(choice).to_vec());
    let days = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    let name = Control::Line(Width::Full);
    vec![
        ask.hinted("name", "token-name", "token-name-hint", &form.name, name),
        ask.field("scopes", "token-scopes", "", scopes),
        ask.field("days", "token-days", &form.days, days),
    ]
}

fn row(visit: &Admin, one: &TokenRow, now: Moment) -> Row {
    let t = visit.t;
    let (key, tone) = match one.ended_at {
        Some(_) => ("token-ended", Tone::Neutral),
        None if one.expires_at <= now => ("token-expired", Tone::Neutral),
        None => ("token-stands", Tone::Good),
    };
    let scopes = one.scopes();
    let scopes: Vec<String> = scopes.0.iter().map(|one| t.say(scope_key(*one))).collect();
    let made = Message::new("decision-by")
        .with("name", one.made_by.as_str())
        .with("when", t.when(one.made_at, visit.zone()));
    Row {
        name: one.name.clone(),
        scopes: scopes.join(" · "),
        made: t.tell(&made),
        expires: t.when(one.expires_at, visit.zone()),
        state: Badge {
            text: t.say(key),
            tone,
        },
        end: match key {
            "token-stands" => format!("{PLACE}/{}/end", one.id),
            _ => String::new(),
        },
    }
}

async fn page(
    visit: &Admin,
    after: Option<AccessTokenId>,
    (form, problems): (&TokenForm, &Problems),
    secret: String,
) -> Result<ListPage, Fault> {
    let load = move |reader: &mut Reader| list(reader, after, PAGE as i64 + 1);
    let mut found = visit.read(load).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let last = found.last().filter(|_| more);
    let (t, now) = (visit.t, visit.now());
    Ok(ListPage {
        chrome: Chrome::new(visit, &t.say("tokens-title"))
            .wide()
            .back(Link::new(url::PEOPLE, t.say("people-title")))
            .problems(t, problems),
        t,
        secret,
        pager: Pager {
            earlier: after.map(|_| PLACE.to_owned()),
            later: last.map(|one| format!("{PLACE}?after={}", one.id)),
        },
        rows: found.iter().map(|one| row(visit, one, now)).collect(),
        fields: fields(t, form, problems),
    })
}

async fn show(visit: Admin, asked: Query<After>) -> Result<HttpResponse, Fault> {
    let after = AccessTokenId::parse(&asked.after).ok();
    let fresh = (&TokenForm::default(), &Problems::default());
    visit.page(&page(&visit, after, fresh, String::new()).await?)
}

/// Makes the key of somebody who showed just now that it is them: it opens longer than an
/// open browser does.
async fn make(visit: JustNow<Admin>, Form(form): Form<TokenForm>) -> Result<HttpResponse, Fault> {
    let draft = TokenDraft {
        name: form.name.clone(),
        scopes: form.scopes.clone(),
        days: form.days.clone(),
    };
    let actor = visit.actor().clone();
    match visit
        .act(move |tx: &mut Tx| actions::make(tx, &actor, &draft))
        .await?
    {
        // The answer holds the secret, so it can't be an address to come back to.
        Ok(secret) => {
            let fresh = (&TokenForm::default(), &Problems::default());
            visit.page(&page(&visit, None, fresh, secret).await?)
        }
        Err(Refusal::Invalid(problems)) => {
            let typed = (&form, &problems);
            visit.refused(&page(&visit, None, typed, String::new()).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn end(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = AccessTokenId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx: &mut Tx| actions::end(tx, &actor, id))
        .await?;
    Ok(visit.see_with(PLACE, "notice-token-ended"))
}
