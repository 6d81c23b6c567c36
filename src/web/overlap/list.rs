//! What was found to overlap with an application, and looking again.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::words;
use crate::actions::overlap::{self as actions, Kept};
use crate::actions::reading::Protected;
use crate::domain::overlap::{Key, Work};
use crate::domain::{ApplicationId, Moment};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::ledger::MayJudgeOverlaps;
use crate::store::{Reader, StoreError, Tx, overlap};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::reading;
use crate::web::ui::{Badge, Link};
use crate::web::url;

/// An overlap in the list.
struct Row {
    href: String,
    title: String,
    funder: String,
    recipient: String,
    kind: String,
    when: String,
    amount: String,
    state: Badge,
    parts: Vec<String>,
    reason: String,
    /// 0 to 100.
    score: i64,
}

#[derive(Template)]
#[template(path = "overlap/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    reference: String,
    organisation: String,
    /// What the application asks for, to compare with.
    own: String,
    searched: String,
    grown: Option<String>,
    /// Where it is looked for again; empty for who may not.
    action: String,
    rows: Vec<Row>,
}

/// An application with what it overlaps with.
pub struct Loaded {
    pub subject: Subject,
    pub work: Option<Work>,
    pub kept: Vec<Kept>,
    searched: Option<(Moment, i64)>,
}

/// Reads it; nothing when the application is out of reach.
pub fn load(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
) -> Result<Option<Loaded>, StoreError> {
    let Some(subject) = subject(reader, reach, id)? else {
        return Ok(None);
    };
    let work = actions::work_of(reader, reach, id)?;
    Ok(Some(Loaded {
        kept: match &work {
            Some(work) => actions::kept(reader, reach, id, work)?,
            None => Vec::new(),
        },
        searched: overlap::searched(reader, id)?,
        work,
        subject,
    }))
}

/// The id in an address.
pub fn application(id: &str) -> Result<ApplicationId, Fault> {
    ApplicationId::parse(id).map_err(|_| Fault::NotFound)
}

/// The list.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let (id, reach) = (application(&id)?, Reach::staff(visit.actor()));
    let found = visit.read(move |reader| load(reader, reach, id)).await?;
    let loaded = found.ok_or(Fault::NotFound)?;
    reading::note(&visit, visit.actor(), Protected::Overlaps(id)).await?;
    let (t, subject) = (visit.t, &loaded.subject);
    let may = MayJudgeOverlaps::on(visit.actor(), id, subject.row.status);
    let back = Link::new(url::dossier(id), t.say("thread-dossier"));
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("overlaps-title"))
            .wide()
            .back(back),
        t,
        reference: subject.row.reference.clone(),
        organisation: subject.organisation.name(t.language()).to_owned(),
        own: loaded
            .work
            .as_ref()
            .map_or_else(String::new, |one| one.title.clone()),
        searched: match loaded.searched {
            Some((at, _)) => t.with("overlaps-searched", "when", t.when(at, visit.zone())),
            None => t.say("overlaps-not-searched"),
        },
        grown: loaded.searched.and_then(|(_, grown)| {
            let grown = usize::try_from(grown).unwrap_or(0);
            (grown > 0).then(|| t.count("overlaps-grown", grown))
        }),
        action: match may {
            Ok(_) => url::dossier_part(id, "overlaps"),
            Err(_) => String::new(),
        },
        rows: loaded.kept.iter().map(|kept| row(t, id, kept)).collect(),
    })
}

fn row(t: Locale, id: ApplicationId, kept: &Kept) -> Row {
    let (alike, entry) = (&kept.alike, &kept.alike.entry);
    let handle = Key::handle(&entry.grant.grant_id);
    Row {
        href: url::dossier_part(id, &format!("overlaps/{handle}")),
        title: entry.grant.title.clone(),
        funder: words::funder(t, alike),
        recipient: entry.grant.recipient.name.clone(),
        kind: words::kind(t, entry.kind),
        when: words::when(t, &entry.grant),
        amount: words::amount(t, entry.grant.amount),
        state: words::standing(t, kept.found.state),
        parts: words::parts(t, &alike.overlap, words::Reader::Staff),
        reason: kept.found.reason.clone(),
        score: words::percent(alike.overlap.score),
    }
}

/// Looks again.
pub async fn look_again(
    visit: Admin,
    id: Path<String>,
    Form(NoFields {}): Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (application(&id)?, visit.actor().clone());
    let look = move |tx: &mut Tx| actions::look_again(tx, &actor, id);
    visit.act_or_fault(look).await?;
    Ok(visit.see_with(
        &url::dossier_part(id, "overlaps"),
        "notice-overlaps-searched",
    ))
}
