//! The thread as the programme's people read and write it.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};

use super::page::{Before, MessageForm, PAGE, Press, Side, ThreadPage, cut, shown, write_form};
use crate::actions::Refusal;
use crate::actions::reading::Protected;
use crate::actions::thread::{self as actions, TypedMessage};
use crate::domain::{ApplicationId, MessageId, Problems};
use crate::policy::thread::MayWrite;
use crate::policy::{Actor, Reach};
use crate::store::thread::{self, MessageRow};
use crate::store::{Reader, Tx};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::reading;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

type Loaded = (Subject, Vec<MessageRow>);

async fn load(
    visit: &Visit,
    actor: &Actor,
    id: &str,
    before: Option<MessageId>,
) -> Result<Loaded, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| {
        let rows = thread::latest(reader, reach, id, before, PAGE + 1)?;
        Ok(subject(reader, reach, id)?.map(|subject| (subject, rows)))
    };
    let read = Protected::Thread(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

fn page(
    visit: &Visit,
    actor: &Actor,
    (subject, rows): Loaded,
    (typed, problems): (&MessageForm, &Problems),
) -> ThreadPage {
    let (t, row) = (visit.t, &subject.row);
    let place = url::dossier_part(row.id, "thread");
    let (rows, earlier) = cut(t, rows, &place);
    let messages = rows.iter().map(|row| shown(visit, Side::Staff, row));
    let messages: Vec<_> = messages.collect();
    let may = MayWrite::as_staff(actor, row.id).is_ok();
    let waiting = messages.iter().any(|message| message.mark.is_some());
    let organisation = subject.organisation.name(t.language()).to_owned();
    ThreadPage {
        chrome: Chrome::new(visit, &t.say("thread-title"))
            .back(Link::new(url::dossier(row.id), t.say("thread-dossier")))
            .problems(t, problems),
        t,
        over: vec![row.reference.clone(), organisation],
        lead: t.say("thread-staff-lead"),
        empty: t.say("thread-staff-empty"),
        messages,
        earlier,
        press: (may && waiting).then(|| Press {
            action: format!("{place}/settling"),
            text: t.say("thread-settle"),
        }),
        form: may.then(|| write_form(&Fields { t, problems }, place, typed)),
    }
}

/// The messages about an application.
pub async fn show(
    visit: Staff,
    id: Path<String>,
    before: Query<Before>,
) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, visit.actor(), &id, before.id()).await?;
    let fresh = (&MessageForm::default(), &Problems::default());
    visit.page(&page(&visit, visit.actor(), loaded, fresh))
}

/// Writes to the applicant.
pub async fn write(
    visit: Admin,
    path: Path<String>,
    Form(form): Form<MessageForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&path).map_err(|_| Fault::NotFound)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let typed = TypedMessage {
        body: form.body.clone(),
        press: form.press.clone(),
    };
    let write = move |tx: &mut Tx| actions::write_as_staff(tx, &actor, id, &typed, &site);
    match visit.act(write).await? {
        Ok(()) => {
            let place = url::dossier_part(id, "thread");
            Ok(visit.see_with(&place, "notice-message-sent"))
        }
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), &path, None).await?;
            visit.refused(&page(&visit, visit.actor(), loaded, (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Notes that what came needs no answer.
pub async fn settle(
    visit: Admin,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| actions::settle(tx, &actor, id))
        .await?;
    let place = url::dossier_part(id, "thread");
    Ok(visit.see_with(&place, "notice-messages-settled"))
}
