//! Checking the answers before they are sent, and sending them.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::answers::{ShownSection, open_files, sections_to_change};
use super::certify::{self, CertifyForm, Certifying};
use super::gaps;
use super::load::{Opened, opened};
use super::tasks::sponsor;
use crate::actions::{Refusal, submission};
use crate::domain::answers::{Answer, Answers, check_submission};
use crate::domain::application::Status;
use crate::domain::certification::Statement;
use crate::domain::form::{Question, Section};
use crate::domain::round::Window;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::Hindrance;
use crate::store::{Tx, section};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::shown::Door;
use crate::web::forms::{Form, summary};
use crate::web::list_screening::after_sending;
use crate::web::round::deadline::Deadline;
use crate::web::sponsorship::words;
use crate::web::ui::{Link, Notice, Problem, Tone};
use crate::web::url;

#[derive(Template)]
#[template(path = "application/check.html")]
struct CheckPage {
    chrome: Chrome,
    t: Locale,
    title: String,
    organisation: String,
    round: String,
    deadline: Deadline,
    standing: Option<Notice>,
    /// Why the reader's role doesn't let them write.
    hindrance: Option<String>,
    /// The fiscal sponsor, where there is something to say.
    sponsor: Option<Notice>,
    certifying: Certifying,
    gaps: Vec<Problem>,
    /// The statements that were confirmed.
    declarations: Vec<String>,
    sections: Vec<ShownSection>,
    action: String,
    list: String,
    writable: bool,
}

/// The answers before they are sent, with what they still lack.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    if opened.row.status != Status::Draft {
        return Ok(visit.see(&url::application(opened.row.id)));
    }
    visit.page(&page(&visit, &opened, &Statement::default(), None).await?)
}

/// Sends the application; a second press leads to the same receipt.
pub async fn submit(
    visit: Applicant,
    id: Path<String>,
    Form(form): Form<CertifyForm>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let (statement, typed) = (form.statement(), form.statement());
    let (id, actor, site) = (
        opened.row.id,
        visit.actor().clone(),
        visit.site.address.clone(),
    );
    let send = move |tx: &mut Tx| submission::submit(tx, &actor, id, &statement, &site);
    match visit.act(send).await? {
        Ok(()) => {
            after_sending(&visit, id).await;
            Ok(visit.see(&url::application_page(id, "receipt")))
        }
        Err(refusal) => refused(&visit, &opened, &typed, refusal).await,
    }
}

/// The page after a refusal, with the statement as it was typed.
pub async fn refused(
    visit: &Applicant,
    opened: &Opened,
    typed: &Statement,
    refusal: Refusal,
) -> Result<HttpResponse, Fault> {
    match refusal {
        Refusal::Invalid(problems) => {
            visit.refused(&page(visit, opened, typed, Some(&problems)).await?)
        }
        Refusal::Stale(message) if opened.row.status == Status::Draft => {
            let mut page = page(visit, opened, typed, None).await?;
            // The refusal says it; the standing remark would say it twice.
            page.standing = None;
            page.chrome.notice = Some(Notice {
                tone: Tone::Bad,
                text: visit.t.tell(&message),
            });
            visit.answer(StatusCode::CONFLICT, &page)
        }
        other => Err(other.into()),
    }
}

/// The page; `refused` are the problems of a post, told as such.
async fn page(
    visit: &Applicant,
    opened: &Opened,
    typed: &Statement,
    refused: Option<&Problems>,
) -> Result<CheckPage, Fault> {
    let known = certify::known(visit, opened, &opened.answers()).await?;
    let sponsor = sponsor(visit, opened).await?;
    let (of_answers, of_statement) = refused.map(certify::split).unwrap_or_default();
    let (t, id, answers) = (visit.t, opened.row.id, opened.answers());
    let (organisation, round) = opened.names(t);
    let mut lacking = check_submission(&opened.form, &answers, &opened.bounds);
    for code in section::unconfirmed(&opened.saved) {
        lacking.add(code, Message::new("error-section-unconfirmed"));
    }
    let mut chrome = Chrome::new(visit, &t.say("check-title"))
        .back(Link::new(url::application(id), t.say("tasks-back")));
    if let Some(problems) = refused {
        chrome = chrome.problems(t, problems);
        chrome.problems = gaps::links(t, &opened.form, id, &of_answers);
        chrome.problems.extend(summary(t, &of_statement));
    }
    let writable = opened.is_writable(visit);
    let change = |section: &Section, question: &Question| {
        let place = url::section(id, &section.code);
        writable.then(|| format!("{place}#f-{}", question.code))
    };
    let mut shown = sections_to_change(t, &opened.form, &answers, &change);
    open_files(&mut shown, &Door::Own(id));
    Ok(CheckPage {
        chrome,
        t,
        title: opened.title(t),
        organisation,
        round,
        deadline: Deadline::of(visit, &opened.round),
        standing: standing(visit, opened),
        hindrance: match opened.hindrance(visit) {
            Some(Hindrance::Denied(message)) => Some(t.tell(&message)),
            _ => None,
        },
        sponsor: words::remark(visit, &opened.organisation, sponsor.as_ref()),
        certifying: certify::certifying(visit, opened, &known, (typed, &of_statement)),
        gaps: if refused.is_some() {
            Vec::new()
        } else {
            gaps::links(t, &opened.form, id, &lacking)
        },
        declarations: declarations(t, opened, &answers),
        sections: shown,
        action: url::application_page(id, "submission"),
        list: url::application(id),
        writable: writable && lacking.is_empty(),
    })
}

fn standing(visit: &Applicant, opened: &Opened) -> Option<Notice> {
    let key = match opened.round.window(visit.now()) {
        Window::Open => return None,
        Window::Late => "check-late",
        Window::NotYet => "stale-round-not-open",
        Window::Over => "stale-round-over",
    };
    Some(Notice {
        tone: Tone::Warn,
        text: visit.t.say(key),
    })
}

fn declarations(t: Locale, opened: &Opened, answers: &Answers) -> Vec<String> {
    let questions = opened.form.questions();
    let declared = questions.filter(|q| answers.get(&q.code) == Some(&Answer::Declared));
    declared
        .map(|question| question.label.get(t.language()).to_owned())
        .collect()
}
