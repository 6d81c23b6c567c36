//! An applicant asks to look again at the outcome.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use crate::actions::{Refusal, appeal as actions};
use crate::domain::appeal::{Appeal, TEXT_MOST};
use crate::domain::decision::Decision;
use crate::domain::{ApplicationId, Message, Problems};
use crate::policy::Reach;
use crate::policy::appeal::MayAppeal;
use crate::store::Tx;
use crate::web::access::Applicant;
use crate::web::application::{Opened, opened};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::ui::{Control, Field, Link};
use crate::web::url;

/// What the page of an application says about looking again.
#[derive(Default)]
pub struct Asked {
    /// Where to ask, while that is possible.
    pub ask: Option<Link>,
    /// What was asked, and when.
    pub words: String,
    pub when: String,
    /// What was answered; empty while it waits.
    pub answered: String,
    pub answer: String,
}

/// That of an application whose outcome its reader knows.
pub fn asked(
    visit: &Applicant,
    opened: &Opened,
    (released, appeal): (Option<&Decision>, Option<&Appeal>),
) -> Option<Asked> {
    let t = visit.t;
    let stands = (opened.row.status, released);
    let may = MayAppeal::on((visit.actor(), opened.standing), stands, appeal).is_ok();
    let ask = may.then(|| Link::new(place(opened.row.id), t.say("appeal-ask")));
    match appeal {
        None => ask.map(|ask| Asked {
            ask: Some(ask),
            ..Asked::default()
        }),
        Some(one) => {
            let answered = one.answer.as_ref();
            let key = |upheld: bool| match upheld {
                true => "appeal-told-upheld",
                false => "appeal-told-not-upheld",
            };
            Some(Asked {
                ask: None,
                words: one.words.clone(),
                when: t.when(one.raised_at, visit.zone()),
                answered: answered.map(|a| t.say(key(a.upheld))).unwrap_or_default(),
                answer: answered.map(|a| a.words.clone()).unwrap_or_default(),
            })
        }
    }
}

fn place(id: ApplicationId) -> String {
    url::application_page(id, "appeal")
}

/// A request as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AppealForm {
    words: String,
}

async fn load(visit: &Applicant, id: &str) -> Result<Opened, Fault> {
    let found = opened(visit, id).await?;
    let (id, reach) = (found.row.id, Reach::applicant(visit.actor()));
    let told = visit
        .read(move |reader| actions::told(reader, reach, id))
        .await?;
    let stands = (found.row.status, told.0.as_ref());
    MayAppeal::on((visit.actor(), found.standing), stands, told.1.as_ref())?;
    Ok(found)
}

fn page(visit: &Applicant, found: &Opened, (form, problems): (&AppealForm, &Problems)) -> FormPage {
    let (t, back) = (visit.t, url::application(found.row.id));
    let ask = Fields { t, problems };
    let heading = t.say("appeal-title");
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("application-back")))
            .problems(t, problems),
        over: found.title(t),
        heading,
        lead: t.say("appeal-lead"),
        action: place(found.row.id),
        fields: vec![Field {
            limit: Some(t.with("decision-limit", "most", TEXT_MOST)),
            ..ask.field("words", "appeal-words", &form.words, Control::Area(8))
        }],
        submit: t.say("appeal-send"),
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

/// The form.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let found = load(&visit, &id).await?;
    visit.page(&page(
        &visit,
        &found,
        (&AppealForm::default(), &Problems::default()),
    ))
}

/// Sends it.
pub async fn raise(
    visit: Applicant,
    id: Path<String>,
    Form(form): Form<AppealForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, typed) = (visit.actor().clone(), form.clone());
    let site = visit.site.address.clone();
    let act = visit.act(move |tx: &mut Tx| actions::raise(tx, &actor, id, &typed.words, &site));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&url::application(id), "notice-appeal-sent")),
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, id.as_str()).await?;
            visit.refused(&page(&visit, &found, (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// What was asked, for a reader of staff.
pub fn told(visit: &crate::web::visit::Visit, one: &Appeal) -> String {
    let words =
        Message::new("appeal-asked").with("when", visit.t.when(one.raised_at, visit.zone()));
    format!("{}\n\n{}", visit.t.tell(&words), one.words)
}
