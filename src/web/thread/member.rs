//! The thread as the organisation's people read and write it.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};

use super::page::{Before, MessageForm, PAGE, Press, Side, ThreadPage, cut, shown, write_form};
use crate::actions::Refusal;
use crate::actions::thread::{self as actions, TypedMessage};
use crate::domain::{ApplicationId, MessageId, Moment, Problems};
use crate::policy::Reach;
use crate::policy::thread::MayWrite;
use crate::store::Tx;
use crate::store::thread::{self, MessageRow};
use crate::web::access::Applicant;
use crate::web::application::load::{Opened, opened};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;

struct Loaded {
    opened: Opened,
    rows: Vec<MessageRow>,
    read: Option<Moment>,
}

async fn load(visit: &Applicant, id: &str, before: Option<MessageId>) -> Result<Loaded, Fault> {
    let opened = opened(visit, id).await?;
    let (reach, me) = (Reach::applicant(visit.actor()), visit.actor().id);
    let id = opened.row.id;
    let find = move |reader: &mut _| {
        let rows = thread::latest(reader, reach, id, before, PAGE + 1)?;
        Ok((rows, thread::read_at(reader, me, id)?))
    };
    let (rows, read) = visit.read(find).await?;
    Ok(Loaded { opened, rows, read })
}

fn page(visit: &Applicant, loaded: Loaded, typed: &MessageForm, problems: &Problems) -> ThreadPage {
    let (t, row) = (visit.t, &loaded.opened.row);
    let place = url::thread(row.id);
    let side = Side::Member(loaded.read);
    let (rows, earlier) = cut(t, loaded.rows, &place);
    let messages: Vec<_> = rows.iter().map(|row| shown(visit, side, row)).collect();
    let may = MayWrite::as_member(visit.actor(), row.id, row.status).is_ok();
    let (organisation, round) = loaded.opened.names(t);
    let unread = messages.iter().any(|message| message.mark.is_some());
    ThreadPage {
        chrome: Chrome::new(visit, &t.say("thread-title"))
            .back(Link::new(
                url::application(row.id),
                t.say("application-back"),
            ))
            .problems(t, problems),
        t,
        over: vec![organisation, round],
        lead: t.say(if may { "thread-lead" } else { "thread-later" }),
        empty: t.say("thread-empty"),
        messages,
        earlier,
        press: unread.then(|| Press {
            action: format!("{place}/reading"),
            text: t.say("thread-mark-read"),
        }),
        form: may.then(|| write_form(&Fields { t, problems }, place, typed)),
    }
}

/// The messages about one's application.
pub async fn show(
    visit: Applicant,
    id: Path<String>,
    before: Query<Before>,
) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &id, before.id()).await?;
    let (typed, problems) = (MessageForm::default(), Problems::default());
    visit.page(&page(&visit, loaded, &typed, &problems))
}

/// Sends a message to the programme.
pub async fn write(
    visit: Applicant,
    path: Path<String>,
    Form(form): Form<MessageForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&path).map_err(|_| Fault::NotFound)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let typed = TypedMessage {
        body: form.body.clone(),
        press: form.press.clone(),
    };
    let write = move |tx: &mut Tx| actions::write_as_member(tx, &actor, id, &typed, &site);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&url::thread(id), "notice-message-sent")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, &path, None).await?;
            visit.refused(&page(&visit, loaded, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

/// Notes that everything so far is read.
pub async fn mark_read(
    visit: Applicant,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| actions::mark_read(tx, &actor, id))
        .await?;
    Ok(visit.see_with(&url::thread(id), "notice-messages-read"))
}
