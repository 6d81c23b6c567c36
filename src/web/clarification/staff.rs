//! Everything that an application was asked, as staff read it, with the due date
//! to move.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::ask::due_field;
use super::shown::{ShownClarification, shown};
use crate::actions::Refusal;
use crate::actions::clarification as actions;
use crate::actions::reading::Protected;
use crate::domain::clarification::Kind;
use crate::domain::form::Form as Questions;
use crate::domain::{AccountId, ApplicationId, ClarificationId, Problems};
use crate::i18n::Locale;
use crate::policy::clarification::{MayAsk, MayRun};
use crate::policy::{Actor, Reach};
use crate::store::clarification::{self, Clarification};
use crate::store::{Reader, Tx, account, form};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::reading;
use crate::web::ui::{Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// A clarification with what staff can do about it.
struct Entry {
    shown: ShownClarification,
    /// Where to move the due date and where to end it, while that is possible.
    run: Option<Running>,
}

struct Running {
    action: String,
    due: Field,
    end: String,
}

#[derive(Template)]
#[template(path = "clarification/staff.html")]
struct StaffPage {
    chrome: Chrome,
    t: Locale,
    reference: String,
    organisation: String,
    ask: String,
    versions: String,
    entries: Vec<Entry>,
}

/// An application with everything that it was asked.
struct Loaded {
    subject: Subject,
    form: Arc<Questions>,
    all: Vec<Clarification>,
    names: BTreeMap<AccountId, String>,
}

async fn load(visit: &Visit, actor: &Actor, id: &str) -> Result<Loaded, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let version = form::by_id(reader, subject.row.form_id)?;
        let all = clarification::of_application(reader, reach, id)?;
        let people: Vec<AccountId> = all
            .iter()
            .flat_map(|one| [Some(one.row.asked_by), one.row.answered_by])
            .flatten()
            .collect();
        let names = account::names(reader, &people)?;
        Ok(version.map(|version| Loaded {
            subject,
            form: version.form,
            all,
            names,
        }))
    };
    let read = Protected::Clarifications(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

fn page(
    visit: &Visit,
    actor: &Actor,
    loaded: &Loaded,
    (due, problems): (Option<&str>, &Problems),
) -> StaffPage {
    let (t, row) = (visit.t, &loaded.subject.row);
    let pending = loaded.all.iter().any(|one| one.row.is_pending());
    let may = MayAsk::on(actor, row.id, row.status, pending).is_ok();
    let ask = Fields { t, problems };
    let entry = |one: &Clarification| Entry {
        shown: ShownClarification {
            heading: t.say(match one.row.kind {
                Kind::Question => "clarification-staff-question",
                Kind::FullForm => "clarification-full-form",
            }),
            ..shown(
                visit,
                (&loaded.subject.round, &*loaded.form),
                one,
                &loaded.names,
            )
        },
        run: running(visit, actor, loaded, one, (due, &ask)),
    };
    StaffPage {
        chrome: Chrome::new(visit, &t.say("clarifications-title"))
            .back(Link::new(url::dossier(row.id), t.say("thread-dossier")))
            .problems(t, problems),
        t,
        reference: row.reference.clone(),
        organisation: loaded.subject.organisation.name(t.language()).to_owned(),
        ask: if may {
            url::dossier_part(row.id, "clarifications/new")
        } else {
            String::new()
        },
        versions: url::dossier_part(row.id, "versions"),
        entries: loaded.all.iter().map(entry).collect(),
    }
}

fn running(
    visit: &Visit,
    actor: &Actor,
    loaded: &Loaded,
    one: &Clarification,
    (due, ask): (Option<&str>, &Fields),
) -> Option<Running> {
    MayRun::on(actor, &one.asked(visit.now())).ok()?;
    let (id, zone) = (loaded.subject.row.id, &loaded.subject.round.time_zone);
    let part = |name: &str| url::dossier_part(id, &format!("clarifications/{}/{name}", one.row.id));
    let kept = one.row.due_at.local_text(zone);
    Some(Running {
        action: part("due"),
        due: due_field(ask, zone, due.unwrap_or(&kept)),
        end: part("end"),
    })
}

/// What was asked and what came back.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, visit.actor(), &id).await?;
    let fresh = (None, &Problems::default());
    visit.page(&page(&visit, visit.actor(), &loaded, fresh))
}

/// A due date as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DueForm {
    due_at: String,
}

/// The ids in the path of one clarification.
pub fn ids(path: &(String, String)) -> Result<(ApplicationId, ClarificationId), Fault> {
    let application = ApplicationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let one = ClarificationId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((application, one))
}

/// Moves the due date.
pub async fn extend(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<DueForm>,
) -> Result<HttpResponse, Fault> {
    let ids = ids(&path)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let due = form.due_at.clone();
    let extend = move |tx: &mut Tx| actions::extend(tx, &actor, ids, &due, &site);
    match visit.act(extend).await? {
        Ok(()) => {
            let place = url::dossier_part(ids.0, "clarifications");
            Ok(visit.see_with(&place, "notice-clarification-extended"))
        }
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), &path.0).await?;
            let typed = (Some(form.due_at.as_str()), &problems);
            visit.refused(&page(&visit, visit.actor(), &loaded, typed))
        }
        Err(other) => Err(other.into()),
    }
}
