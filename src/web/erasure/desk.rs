//! The pages of who answers.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::WAITING;
use crate::actions::{Refusal, erasure_request as actions};
use crate::domain::erasure_request::Whose;
use crate::domain::purge::Standing;
use crate::domain::{AccountId, ErasureRequestId, Moment, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::erasure_request::{self as requests, RequestRow};
use crate::store::{Reader, StoreError, Tx, account, organisation, purge, retention};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::purge::{PART, badge};
use crate::web::ui::{Badge, Choice, Control, Link};
use crate::web::url;

/// Requests on the page, the oldest first: the others come up when these are answered.
const PAGE: i64 = 100;

struct Row {
    link: Link,
    kind: String,
    asked: String,
}

/// What was granted, and is still to be erased.
struct GrantedRow {
    link: Link,
    purge: Badge,
    granted: String,
}

#[derive(Template)]
#[template(path = "erasure/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    rows: Vec<Row>,
    granted: Vec<GrantedRow>,
}

/// A request with the name of whom it is about.
type Named = (RequestRow, Whose, String);

/// Of these requests, those about whom somebody may know of.
fn seen(
    reader: &mut Reader,
    (reach, t): (Reach, Locale),
    found: Vec<RequestRow>,
) -> Result<Vec<Named>, StoreError> {
    let mut rows = Vec::new();
    for row in found {
        rows.push((row.whose()?, row));
    }
    let people = rows.iter().filter_map(|(whose, _)| match whose {
        Whose::Person(id) => Some(*id),
        Whose::Organisation(_) => None,
    });
    let people: Vec<AccountId> = people.collect();
    let owners = rows.iter().filter_map(|(whose, _)| match whose {
        Whose::Person(_) => None,
        Whose::Organisation(id) => Some(*id),
    });
    let owners: Vec<OrganisationId> = owners.collect();
    let names = account::names(reader, &people)?;
    let within = retention::organisations_in_sight(reader, reach, &owners)?;
    let within = organisation::by_ids(reader, &within)?;
    let named = rows.into_iter().filter_map(|(whose, row)| {
        let name = match whose {
            Whose::Person(id) => names.get(&id).cloned()?,
            Whose::Organisation(id) => {
                let found = within.iter().find(|one| one.id == id)?;
                found.name(t.language()).to_owned()
            }
        };
        Some((row, whose, name))
    });
    Ok(named.collect())
}

/// Requests that wait, and those that were granted while nothing is erased yet, with
/// where their purges stand.
struct Listed {
    waiting: Vec<Named>,
    granted: Vec<(Named, Standing)>,
}

fn listed(reader: &mut Reader, sight: (Reach, Locale), now: Moment) -> Result<Listed, StoreError> {
    let found = requests::waiting(reader, PAGE)?;
    let waiting = seen(reader, sight, found)?;
    let found = requests::unfulfilled(reader, PAGE)?;
    let named = seen(reader, sight, found)?;
    let ids = named.iter().filter_map(|(_, whose, _)| match whose {
        Whose::Person(_) => None,
        Whose::Organisation(id) => Some(*id),
    });
    let ids: Vec<OrganisationId> = ids.collect();
    let purges = purge::latest_of(reader, &ids)?;
    let mut granted = Vec::new();
    for one in named {
        let standing = match purges.get(one.1.id()) {
            Some(row) => row.purge()?.standing(now),
            None => Standing::Lapsed,
        };
        granted.push((one, standing));
    }
    Ok(Listed { waiting, granted })
}

fn kind_key(whose: Whose) -> &'static str {
    match whose {
        Whose::Person(_) => "erasures-person",
        Whose::Organisation(_) => "erasures-organisation",
    }
}

/// Requests that wait, and what was granted and is still to be erased.
pub async fn list(visit: Staff) -> Result<HttpResponse, Fault> {
    let (t, reach, now) = (visit.t, Reach::staff(visit.actor()), visit.now());
    let found = visit.read(move |reader: &mut Reader| listed(reader, (reach, t), now));
    let found = found.await?;
    let row = |(row, whose, name): &Named| Row {
        link: Link::new(format!("{WAITING}/{}", row.id), name.as_str()),
        kind: t.say(kind_key(*whose)),
        asked: t.when(row.asked_at, visit.zone()),
    };
    let granted = |((row, whose, name), standing): &(Named, Standing)| GrantedRow {
        link: Link::new(purge_place(*whose), name.as_str()),
        purge: badge(t, *standing),
        granted: row
            .answered_at
            .map_or(String::new(), |at| t.when(at, visit.zone())),
    };
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("erasures-title"))
            .wide()
            .back(Link::new(url::PEOPLE, t.say("people-title"))),
        t,
        rows: found.waiting.iter().map(row).collect(),
        granted: found.granted.iter().map(granted).collect(),
    })
}

/// Where what was granted is carried out.
fn purge_place(whose: Whose) -> String {
    match whose {
        Whose::Person(_) => WAITING.to_owned(),
        Whose::Organisation(id) => url::desk_part(id, PART),
    }
}

/// An answer as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AnswerForm {
    answer: String,
    reason: String,
}

/// What is answered.
struct Asked {
    whose: Whose,
    name: String,
    paid: i64,
}

async fn load(visit: &Admin, id: ErasureRequestId) -> Result<Asked, Fault> {
    let (t, reach) = (visit.t, Reach::staff(visit.actor()));
    let find = move |reader: &mut Reader| -> Result<Option<Asked>, StoreError> {
        let Some((row, paid)) = actions::find(reader, reach, id)? else {
            return Ok(None);
        };
        let whose = row.whose()?;
        let name = match whose {
            Whose::Person(one) => account::names(reader, &[one])?.remove(&one),
            Whose::Organisation(one) => organisation::find(reader, reach, one)?
                .map(|found| found.name(t.language()).to_owned()),
        };
        Ok(name.map(|name| Asked { whose, name, paid }))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn page(
    visit: &Admin,
    (id, asked): (ErasureRequestId, &Asked),
    (form, problems): (&AnswerForm, &Problems),
) -> FormPage {
    let t = visit.t;
    let ask = Fields { t, problems };
    let choice = |(code, key): (&str, &str)| Choice {
        value: code.to_owned(),
        label: t.say(key),
        hint: None,
        chosen: form.answer == code,
    };
    let answers = [("grant", "erasures-grant"), ("refuse", "erasures-refuse")];
    let answers = Control::Radios(answers.map(choice).into());
    let heading = t.say("erasures-answer");
    let lead = match (asked.whose, asked.paid) {
        (Whose::Person(_), _) => t.say("erasures-lead-person"),
        (Whose::Organisation(_), 0) => t.say("erasures-lead-organisation"),
        (Whose::Organisation(_), paid) => {
            t.count("erasures-lead-paid", usize::try_from(paid).unwrap_or(0))
        }
    };
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(WAITING, t.say("erasures-title")))
            .problems(t, problems),
        over: asked.name.clone(),
        heading,
        lead,
        action: format!("{WAITING}/{id}"),
        fields: vec![
            ask.field("answer", "erasures-what", "", answers),
            ask.hinted(
                "reason",
                "hold-reason",
                "erasures-reason-hint",
                &form.reason,
                Control::Area(3),
            ),
        ],
        submit: t.say("erasures-save"),
        cancel: Link::new(WAITING, t.say("admin-cancel")),
    }
}

/// Asks what is answered.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = ErasureRequestId::parse(&id).map_err(|_| Fault::NotFound)?;
    let asked = load(&visit, id).await?;
    let fresh = (&AnswerForm::default(), &Problems::default());
    visit.page(&page(&visit, (id, &asked), fresh))
}

/// Answers; what an organisation asked for leads on to its purge.
pub async fn answer(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<HttpResponse, Fault> {
    let id = ErasureRequestId::parse(&id).map_err(|_| Fault::NotFound)?;
    let asked = load(&visit, id).await?;
    let (actor, typed, site) = (
        visit.actor().clone(),
        form.clone(),
        visit.site.address.clone(),
    );
    let write = move |tx: &mut Tx| {
        let answer = (typed.answer.as_str(), typed.reason.as_str());
        actions::answer(tx, &actor, id, answer, &site)
    };
    match visit.act(write).await? {
        Ok(()) => {
            let place = match form.answer.as_str() {
                "grant" => purge_place(asked.whose),
                _ => WAITING.to_owned(),
            };
            Ok(visit.see_with(&place, "notice-erasure-answered"))
        }
        Err(Refusal::Invalid(problems)) => {
            let typed = (&form, &problems);
            visit.refused(&page(&visit, (id, &asked), typed))
        }
        Err(other) => Err(other.into()),
    }
}
