//! The applicant's home: what needs them now, what is sent, what is over.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::load::title;
use super::status::{known, standing};
use crate::domain::application::Status;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, OrganisationId, RoundId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::clarification::ASKABLE;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::clarification::{self, ClarificationRow};
use crate::store::{Reader, StoreError, decision, organisation, round};
use crate::web::access::Applicant;
use crate::web::award::{Asked, AwardTask, asked, tasks};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::round::deadline::Deadline;
use crate::web::ui::{Badge, Pager, Tone};
use crate::web::{url, words};

/// Applications on one page.
const PAGE: i64 = 50;

/// An application in a list.
struct ShownApplication {
    href: String,
    title: String,
    organisation: String,
    round: String,
    reference: String,
    amount: String,
    state: Badge,
    deadline: Deadline,
    /// What is to be done until then.
    task: String,
    group: Group,
}

/// Under which heading an application stands.
#[derive(PartialEq, Eq)]
enum Group {
    Now,
    Sent,
    Over,
}

#[derive(Template)]
#[template(path = "application/home.html")]
struct HomePage {
    chrome: Chrome,
    t: Locale,
    /// What awards ask.
    awards: Vec<AwardTask>,
    now: Vec<ShownApplication>,
    sent: Vec<ShownApplication>,
    over: Vec<ShownApplication>,
    empty: bool,
    pager: Pager,
}

/// After which application the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    after: String,
}

struct Loaded {
    rows: Vec<ApplicationRow>,
    rounds: BTreeMap<RoundId, Round>,
    organisations: BTreeMap<OrganisationId, Organisation>,
    /// What waits for an answer.
    asked: BTreeMap<ApplicationId, ClarificationRow>,
    /// What was told an outcome.
    told: BTreeSet<ApplicationId>,
    /// What awards ask; on the first page only.
    awards: Option<Asked>,
}

/// The person's applications.
pub async fn list(visit: Applicant, from: Query<From>) -> Result<HttpResponse, Fault> {
    let reach = Reach::applicant(visit.actor());
    let after = ApplicationId::parse(&from.after).ok();
    let (now, zone) = (visit.now(), visit.zone().to_owned());
    let find = move |reader: &mut Reader| {
        let awards = match after {
            None => Some(asked(reader, reach, (now, &zone))?),
            Some(_) => None,
        };
        load(reader, reach, after, awards)
    };
    let mut loaded = visit.read(find).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = loaded.rows.len() > page;
    loaded.rows.truncate(page);
    let last = loaded.rows.last().map(|row| row.id);
    let later = last
        .filter(|_| more)
        .map(|id| format!("{}?after={id}", url::APPLICATIONS));
    let pager = Pager {
        earlier: after.map(|_| url::APPLICATIONS.to_owned()),
        later,
    };
    visit.page(&page_of(&visit, &loaded, pager))
}

fn load(
    reader: &mut Reader,
    reach: Reach,
    after: Option<ApplicationId>,
    awards: Option<Asked>,
) -> Result<Loaded, StoreError> {
    let rows = application::list(reader, reach, &Filter::default(), after, PAGE + 1)?;
    let rounds: Vec<RoundId> = rows.iter().map(|row| row.round_id).collect();
    let rounds = round::by_ids(reader, &rounds)?.into_iter();
    let owners: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
    let organisations = organisation::seen_by(reader, reach, &owners)?.into_iter();
    let ids: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
    let asked = clarification::pending(reader, &ids)?;
    let told = decision::released_to(reader, reach, &owners)?;
    Ok(Loaded {
        awards,
        told,
        rows,
        rounds: rounds.map(|round| (round.id, round)).collect(),
        organisations: organisations.map(|o| (o.id, o)).collect(),
        asked,
    })
}

fn page_of(visit: &Applicant, loaded: &Loaded, pager: Pager) -> HomePage {
    let t = visit.t;
    let rows = loaded.rows.iter();
    let mut shown: Vec<_> = rows.filter_map(|row| shown(visit, loaded, row)).collect();
    let empty = shown.is_empty();
    let mut group = |wanted: Group| shown.extract_if(.., |a| a.group == wanted).collect();
    HomePage {
        chrome: Chrome::new(visit, &t.say("applications-title")),
        t,
        awards: loaded
            .awards
            .as_ref()
            .map(|asked| tasks(visit, asked))
            .unwrap_or_default(),
        now: group(Group::Now),
        sent: group(Group::Sent),
        over: group(Group::Over),
        empty,
        pager,
    }
}

fn shown(visit: &Applicant, loaded: &Loaded, row: &ApplicationRow) -> Option<ShownApplication> {
    let t = visit.t;
    let round = loaded.rounds.get(&row.round_id)?;
    let organisation = loaded.organisations.get(&row.organisation_id)?;
    let asked = loaded.asked.get(&row.id);
    let asked = asked.filter(|_| ASKABLE.contains(&row.status));
    let (deadline, task) = match asked {
        Some(asked) => {
            let due = Deadline::at(visit, round, asked.due_at);
            (due, t.say("applications-asked-text"))
        }
        None => {
            let deadline = Deadline::of(visit, round);
            let task = match deadline.at {
                Some(_) => "applications-now-text",
                None => "applications-now-rolling",
            };
            (deadline, t.say(task))
        }
    };
    let status = known(row.status, loaded.told.contains(&row.id));
    let (group, state) = match status {
        _ if asked.is_some() => (Group::Now, standing(t, status)),
        Status::Draft if deadline.open => (Group::Now, standing(t, status)),
        Status::Draft => (Group::Over, unsent(t)),
        Status::Discarded | Status::Withdrawn => (Group::Over, standing(t, status)),
        _ => (Group::Sent, standing(t, status)),
    };
    Some(ShownApplication {
        href: match asked {
            Some(_) => url::clarification(row.id),
            None => url::application(row.id),
        },
        title: title(t, &row.title),
        organisation: organisation.name(t.language()).to_owned(),
        round: round.title.get(t.language()).to_owned(),
        reference: row.reference.clone(),
        amount: words::requested(t, row, round.currency).unwrap_or_default(),
        state,
        deadline,
        task,
        group,
    })
}

/// A draft whose round has ended.
fn unsent(t: Locale) -> Badge {
    Badge {
        text: t.say("standing-unsent"),
        tone: Tone::Neutral,
    }
}
