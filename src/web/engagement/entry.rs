//! One entry with its versions and quotations, and its correction.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::fields::{EngagementForm, as_typed, correction_form, quote_form, typed};
use super::files::{FilesOfEntry, files_of_entry};
use super::log::{ShownEntry, shown};
use super::place;
use super::words::{ShownQuote, for_staff, head};
use crate::actions::reading::Protected;
use crate::actions::{Refusal, engagement as actions};
use crate::domain::engagement::{TypedEntry, TypedQuote};
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::rubric::Rubric;
use crate::domain::{EngagementId, Message, OrganisationId, Problems, RubricId};
use crate::i18n::Locale;
use crate::policy::engagement::MayQuote;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::engagement::{self, EngagementRow, Offered, QuoteRow, UploadedRow};
use crate::store::{Reader, StoreError, Tx, organisation, round, rubric};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::organisation::frame;
use crate::web::reading;
use crate::web::ui::Link;
use crate::web::visit::Visit;

/// Applications that can be quoted to, the latest ones.
const APPLICATIONS: i64 = 50;

/// An entry with what hangs on it.
pub struct Found {
    pub organisation: Organisation,
    /// Latest first; never empty.
    versions: Vec<EngagementRow>,
    files: BTreeMap<(EngagementId, i32), Vec<Offered>>,
    offered: Vec<Offered>,
    /// Files of its own, with who added each.
    pub uploads: Vec<(UploadedRow, String)>,
    quotes: Vec<QuoteRow>,
    applications: Vec<ApplicationRow>,
    rounds: Vec<Round>,
    rubrics: BTreeMap<RubricId, Rubric>,
}

impl Found {
    /// The version that stands.
    pub fn latest(&self) -> &EngagementRow {
        &self.versions[0]
    }

    fn files_of(&self, row: &EngagementRow) -> &[Offered] {
        self.files
            .get(&(row.id, row.version))
            .map_or(&[], Vec::as_slice)
    }

    fn rubric(&self, row: &QuoteRow) -> Option<&Rubric> {
        let application = self
            .applications
            .iter()
            .find(|one| one.id == row.application);
        let of = application?.round_id;
        let round = self.rounds.iter().find(|round| round.id == of)?;
        self.rubrics.get(&round.rubric_id)
    }
}

/// Loads an entry of an organisation within reach, to show it.
pub async fn load(
    visit: &Visit,
    actor: &Actor,
    of: (OrganisationId, EngagementId),
) -> Result<Found, Fault> {
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| found(reader, reach, of);
    let read = Protected::Engagements(of.0);
    reading::open(visit, actor, find, |_| Some(read)).await
}

/// Passes where an entry is within reach; nothing of it is shown.
pub async fn within_reach(
    visit: &Visit,
    actor: &Actor,
    of: (OrganisationId, EngagementId),
) -> Result<(), Fault> {
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| found(reader, reach, of);
    visit.read(find).await?.map(drop).ok_or(Fault::NotFound)
}

fn found(
    reader: &mut Reader,
    reach: Reach,
    (id, entry): (OrganisationId, EngagementId),
) -> Result<Option<Found>, StoreError> {
    let Some(organisation) = organisation::find(reader, reach, id)? else {
        return Ok(None);
    };
    let versions = engagement::versions(reader, id, entry)?;
    if versions.is_empty() {
        return Ok(None);
    }
    let filter = Filter {
        organisation: Some(id),
        ..Filter::default()
    };
    let applications = application::list(reader, reach, &filter, None, APPLICATIONS)?;
    let rounds: Vec<_> = applications.iter().map(|row| row.round_id).collect();
    let rounds = round::by_ids(reader, &rounds)?;
    let rubrics: Vec<RubricId> = rounds.iter().map(|round| round.rubric_id).collect();
    Ok(Some(Found {
        files: engagement::pointed_at(reader, &[entry])?,
        offered: engagement::offered(reader, reach, id)?,
        uploads: engagement::uploads(reader, &[entry])?,
        quotes: engagement::of_entry(reader, entry)?,
        rubrics: rubric::by_ids(reader, &rubrics)?,
        organisation,
        versions,
        applications,
        rounds,
    }))
}

/// The ids in an address.
pub fn ids(path: &(String, String)) -> Result<(OrganisationId, EngagementId), Fault> {
    let id = OrganisationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let entry = EngagementId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((id, entry))
}

/// The page of an entry.
#[derive(Template)]
#[template(path = "engagement/entry.html")]
pub struct EntryPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    title: String,
    entry: ShownEntry,
    former: Vec<ShownEntry>,
    files: FilesOfEntry,
    quotes: Vec<ShownQuote>,
    correct: Option<Link>,
    form: Option<EngagementForm>,
}

/// The page of an entry, with what was typed to quote it and what was wrong with that
/// or with files.
pub fn page(
    visit: &Visit,
    actor: &Actor,
    found: &Found,
    (typed, problems): (&TypedQuote, &Problems),
) -> EntryPage {
    let (t, latest, of) = (visit.t, found.latest(), found.organisation.id);
    let name = found.organisation.name(t.language()).to_owned();
    let title = head(t, latest.kind, latest.day);
    let writes = actor.is(crate::domain::account::Role::Admin);
    let may = |row: &ApplicationRow| MayQuote::on(actor, (row.id, row.status)).is_ok();
    let open: Vec<ApplicationRow> = found
        .applications
        .iter()
        .filter(|row| may(row))
        .cloned()
        .collect();
    let ends = |quote: &QuoteRow| open.iter().any(|row| row.id == quote.application);
    let quote = |row: &QuoteRow| for_staff(visit, found.rubric(row), row, ends(row));
    let version = |row: &EngagementRow| shown(visit, row, found.files_of(row));
    let rubrics: Vec<Rubric> = found.rubrics.values().cloned().collect();
    let quotable = !open.is_empty() && !latest.mistaken;
    let action = place::quotation(of, latest.id);
    EntryPage {
        chrome: frame(visit, &title)
            .back(Link::new(place::log(of), t.say("engagement-title")))
            .problems(t, problems),
        t,
        entry: version(latest),
        former: found.versions[1..].iter().map(version).collect(),
        files: files_of_entry(visit, found, (writes, problems)),
        quotes: found.quotes.iter().map(quote).collect(),
        correct: writes.then(|| {
            let href = place::correction(of, latest.id);
            Link::new(href, t.say("engagement-correct"))
        }),
        form: quotable.then(|| quote_form((t, problems), action, typed, (&open, &rubrics))),
        name,
        title,
    }
}

/// An entry.
pub async fn show(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let found = load(&visit, visit.actor(), ids(&path)?).await?;
    let fresh = (&TypedQuote::default(), &Problems::default());
    visit.page(&page(&visit, visit.actor(), &found, fresh))
}

#[derive(Template)]
#[template(path = "engagement/correction.html")]
struct CorrectionPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    title: String,
    form: EngagementForm,
    back: String,
}

fn correction(
    visit: &Visit,
    found: &Found,
    (typed, over, problems): (&TypedEntry, i32, &Problems),
) -> CorrectionPage {
    let (t, latest, of) = (visit.t, found.latest(), found.organisation.id);
    let mut files = found.offered.clone();
    let kept = found.files_of(latest).iter();
    let kept = kept.filter(|one| found.offered.iter().all(|file| file.id != one.id));
    files.extend(kept.cloned());
    let back = place::entry(of, latest.id);
    let action = (place::correction(of, latest.id), over);
    CorrectionPage {
        chrome: frame(visit, &t.say("engagement-correct"))
            .back(Link::new(&back, t.say("engagement-back")))
            .problems(t, problems),
        t,
        name: found.organisation.name(t.language()).to_owned(),
        title: head(t, latest.kind, latest.day),
        form: correction_form((t, problems), action, typed, &files),
        back,
    }
}

/// Asks what the entry should say.
pub async fn show_correction(
    visit: Admin,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let found = load(&visit, visit.actor(), ids(&path)?).await?;
    let latest = found.latest();
    let typed = as_typed(latest, found.files_of(latest));
    let fresh = (&typed, latest.version, &Problems::default());
    visit.page(&correction(&visit, &found, fresh))
}

/// Corrects an entry.
pub async fn correct(
    visit: Admin,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let (id, entry) = ids(&path)?;
    let (actor, today) = (visit.actor().clone(), visit.now().day(visit.zone()));
    let (typed, over) = typed(pairs);
    let posted = typed.clone();
    let write =
        move |tx: &mut Tx| actions::correct(tx, &actor, (id, entry, over), (&posted, today));
    let (status, problems) = match visit.act(write).await? {
        Ok(()) => {
            let here = place::entry(id, entry);
            return Ok(visit.see_with(&here, "notice-engagement-corrected"));
        }
        Err(Refusal::Invalid(problems)) => {
            (actix_web::http::StatusCode::UNPROCESSABLE_ENTITY, problems)
        }
        Err(Refusal::Stale(message)) => (actix_web::http::StatusCode::CONFLICT, stale(message)),
        Err(other) => return Err(other.into()),
    };
    let found = load(&visit, visit.actor(), (id, entry)).await?;
    let refused = (&typed, found.latest().version, &problems);
    visit.answer(status, &correction(&visit, &found, refused))
}

/// Told above the form, which keeps what was typed.
fn stale(message: Message) -> Problems {
    Problems::one("", message)
}
