//! The pages of who asks.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{ACCOUNT, own_place};
use crate::actions::erasure_request as actions;
use crate::domain::erasure_request::Whose;
use crate::domain::purge::{Standing, Subject};
use crate::domain::{Message, Moment};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::erasure_request::{self as requests, RequestRow};
use crate::store::{Reader, StoreError, Tx, purge};
use crate::web::access::{Applicant, Fresh, SignedIn};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::organisation::own;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// What a page is about.
struct Target {
    whose: Whose,
    over: String,
    place: String,
    back: Link,
}

#[derive(Template)]
#[template(path = "erasure/own.html")]
struct OwnPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    lead: String,
    /// Where the last request stands; empty without one.
    state: String,
    /// Why it was answered so; may be empty.
    reason: String,
    action: String,
    waits: bool,
}

fn of_account(visit: &Visit, actor: &Actor) -> Target {
    Target {
        whose: Whose::Person(actor.id),
        over: visit.t.say("account-title"),
        place: ACCOUNT.to_owned(),
        back: Link::new(url::ACCOUNT, visit.t.say("account-title")),
    }
}

async fn of_organisation(visit: &Applicant, id: &str) -> Result<Target, Fault> {
    let found = own(visit, id).await?;
    let name = found.name(visit.t.language()).to_owned();
    Ok(Target {
        whose: Whose::Organisation(found.id),
        place: own_place(found.id),
        back: Link::new(url::organisation(found.id), name.as_str()),
        over: name,
    })
}

/// A request, and where the purge stands that it led to.
type Followed = (RequestRow, Option<Standing>);

/// The last request about somebody.
fn last(reader: &mut Reader, whose: Whose, now: Moment) -> Result<Option<Followed>, StoreError> {
    let Some(row) = requests::latest(reader, whose)? else {
        return Ok(None);
    };
    let purge = match (row.granted, whose) {
        (Some(true), Whose::Organisation(id)) => purge::latest(reader, Subject::Organisation(id))?,
        _ => None,
    };
    let purge = purge.map(|row| row.purge()).transpose()?;
    Ok(Some((row, purge.map(|purge| purge.standing(now)))))
}

async fn page(visit: &Visit, target: &Target) -> Result<OwnPage, Fault> {
    let (whose, now) = (target.whose, visit.now());
    let latest = visit.read(move |reader: &mut Reader| last(reader, whose, now));
    let latest = latest.await?;
    let t = visit.t;
    let waits = latest.as_ref().is_some_and(|(row, _)| row.waits());
    let lead = match whose {
        Whose::Person(_) => "erasure-lead-own",
        Whose::Organisation(_) => "erasure-lead-organisation",
    };
    Ok(OwnPage {
        chrome: Chrome::new(visit, &t.say("erasure-title")).back(target.back.clone()),
        t,
        over: target.over.clone(),
        lead: t.say(lead),
        state: latest
            .as_ref()
            .map_or(String::new(), |last| state(visit, last)),
        reason: latest.map_or(String::new(), |(row, _)| row.reason),
        action: target.place.clone(),
        waits,
    })
}

fn state(visit: &Visit, (row, purge): &Followed) -> String {
    let t = visit.t;
    let key = match (row.withdrawn_at, row.granted) {
        (Some(_), _) => "erasure-taken-back",
        (None, None) => "erasure-asked",
        (None, Some(true)) => granted_key(*purge),
        (None, Some(false)) => "erasure-refused",
    };
    let told = Message::new("erasure-state")
        .with("state", t.say(key))
        .with("when", t.when(row.asked_at, visit.zone()));
    t.tell(&told)
}

/// What was granted about an organisation is not erased before a purge is.
fn granted_key(purge: Option<Standing>) -> &'static str {
    match purge {
        Some(Standing::Waiting) => "erasure-granted-waiting",
        Some(Standing::Lapsed | Standing::Dropped) => "erasure-granted-open",
        Some(Standing::Erasing | Standing::Done) | None => "erasure-granted",
    }
}

async fn ask(visit: &Visit, actor: &Actor, target: &Target) -> Result<HttpResponse, Fault> {
    let (asker, whose) = (actor.clone(), target.whose);
    let write = move |tx: &mut Tx| match whose {
        Whose::Person(_) => actions::ask_about_oneself(tx, &asker),
        Whose::Organisation(id) => actions::ask_about_organisation(tx, &asker, id),
    };
    visit.act_or_fault(write).await?;
    Ok(visit.see_with(&target.place, "notice-erasure-asked"))
}

async fn take_back(visit: &Visit, actor: &Actor, target: &Target) -> Result<HttpResponse, Fault> {
    let (actor, whose) = (actor.clone(), target.whose);
    let write = move |tx: &mut Tx| actions::take_back(tx, &actor, whose);
    visit.act_or_fault(write).await?;
    Ok(visit.see_with(&target.place, "notice-erasure-taken-back"))
}

/// Where one's own request stands.
pub async fn show_account(visit: SignedIn) -> Result<HttpResponse, Fault> {
    let target = of_account(&visit, visit.actor());
    visit.page(&page(&visit, &target).await?)
}

/// Asks about one's own account.
pub async fn ask_account(visit: Fresh<SignedIn>, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let target = of_account(&visit, visit.actor());
    ask(&visit, visit.actor(), &target).await
}

/// Takes that back.
pub async fn take_back_account(visit: SignedIn, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let target = of_account(&visit, visit.actor());
    take_back(&visit, visit.actor(), &target).await
}

/// Where the request of one's organisation stands.
pub async fn show_organisation(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let target = of_organisation(&visit, &id).await?;
    visit.page(&page(&visit, &target).await?)
}

/// Asks about one's organisation.
pub async fn ask_organisation(
    visit: Fresh<Applicant>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let target = of_organisation(&visit, &id).await?;
    ask(&visit, visit.actor(), &target).await
}

/// Takes that back.
pub async fn take_back_organisation(
    visit: Applicant,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let target = of_organisation(&visit, &id).await?;
    take_back(&visit, visit.actor(), &target).await
}
