//! Checking what answers a clarification before it is sent, and sending it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::actions::Refusal;
use crate::actions::answer_clarification::{Prepared, prepare, send as send_answer};
use crate::domain::Problems;
use crate::domain::certification::Statement;
use crate::domain::form::{Form as Questions, Section};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::clarification::MayAnswer;
use crate::store::clarification::{self, Clarification};
use crate::store::{Tx, submission};
use crate::web::access::Applicant;
use crate::web::application::answers::{ShownSection, sections_to_change};
use crate::web::application::certify::{self, CertifyForm, Certifying, Known};
use crate::web::application::gaps;
use crate::web::application::load::{Opened, opened};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, summary};
use crate::web::list_screening::after_sending;
use crate::web::round::deadline::Deadline;
use crate::web::ui::{Link, Notice, Problem, Tone};
use crate::web::url;

#[derive(Template)]
#[template(path = "clarification/check.html")]
struct CheckPage {
    chrome: Chrome,
    t: Locale,
    over: Vec<String>,
    due: Deadline,
    question: String,
    answer: String,
    change: String,
    gaps: Vec<Problem>,
    /// Titles of the sections that differ from what was sent last.
    changed: Vec<String>,
    sections: Vec<ShownSection>,
    /// Above "Send": the officer's word, where answers changed.
    certifying: Option<Certifying>,
    action: String,
    back: String,
    can_send: bool,
}

struct Loaded {
    opened: Opened,
    last: Clarification,
    ready: Prepared,
    known: Known,
}

async fn load(visit: &Applicant, id: &str) -> Result<Loaded, Fault> {
    let opened = opened(visit, id).await?;
    let (reach, id) = (Reach::applicant(visit.actor()), opened.row.id);
    let find = move |reader: &mut _| {
        let last = clarification::of_application(reader, reach, id)?;
        Ok((
            last.into_iter().next(),
            submission::latest(reader, reach, id)?,
        ))
    };
    let (last, sent) = visit.read(find).await?;
    let (last, sent) = last.zip(sent).ok_or(Fault::NotFound)?;
    let about = (&*opened.form, &opened.bounds);
    let ready = prepare(about, &last, &sent.answers, &opened.answers());
    let known = certify::known(visit, &opened, &ready.answers).await?;
    Ok(Loaded {
        opened,
        last,
        ready,
        known,
    })
}

/// The answer before it is sent.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &id).await?;
    if !loaded.last.row.is_pending() {
        return Ok(visit.see(&url::clarification(loaded.opened.row.id)));
    }
    visit.page(&page(&visit, &loaded, &Statement::default(), None))
}

/// Sends the answer; a second press finds it sent.
pub async fn send(
    visit: Applicant,
    path: Path<String>,
    Form(form): Form<CertifyForm>,
) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &path).await?;
    let id = loaded.opened.row.id;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let (statement, typed) = (form.statement(), form.statement());
    let send = move |tx: &mut Tx| send_answer(tx, &actor, id, &statement, &site);
    match visit.act(send).await? {
        Ok(()) => {
            after_sending(&visit, id).await;
            Ok(visit.see_with(&url::clarification(id), "notice-clarification-sent"))
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &loaded, &typed, Some(&problems)))
        }
        Err(Refusal::Stale(message)) if loaded.last.row.is_pending() => {
            let mut page = page(&visit, &loaded, &typed, None);
            page.chrome.notice = Some(Notice {
                tone: Tone::Bad,
                text: [visit.t.tell(&message), visit.t.say("clarification-kept")].join(" "),
            });
            visit.answer(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// The page; `refused` are the problems of a post, told as such.
fn page(
    visit: &Applicant,
    loaded: &Loaded,
    typed: &Statement,
    refused: Option<&Problems>,
) -> CheckPage {
    let (of_answers, of_statement) = refused.map(certify::split).unwrap_or_default();
    let (t, opened, ready) = (visit.t, &loaded.opened, &loaded.ready);
    let (id, row) = (opened.row.id, &loaded.last.row);
    let (organisation, round) = opened.names(t);
    let place = url::clarification(id);
    let mut chrome = Chrome::new(visit, &t.say("clarification-check"))
        .back(Link::new(place.clone(), t.say("clarification-back")));
    if let Some(problems) = refused {
        chrome = chrome.problems(t, problems);
        chrome.problems = links(visit, opened, &of_answers);
        chrome.problems.extend(summary(t, &of_statement));
    }
    let asked = loaded.last.asked(visit.now());
    let may = MayAnswer::sending(
        visit.actor(),
        opened.standing,
        (id, opened.row.status),
        &asked,
    )
    .is_ok();
    let complete = ready.problems.is_empty();
    CheckPage {
        chrome,
        over: vec![organisation, round, opened.title(t)],
        due: super::due(visit, &opened.round, row.due_at),
        question: row.question.clone(),
        answer: row.answer.clone(),
        change: format!("{place}#f-answer"),
        gaps: if refused.is_some() || complete {
            Vec::new()
        } else {
            links(visit, opened, &ready.problems)
        },
        changed: titles(t, &opened.form, &ready.changed),
        sections: sections(t, loaded, may),
        certifying: certifying(visit, loaded, may, (typed, &of_statement)),
        action: url::application_page(id, "clarification/submission"),
        back: place,
        can_send: may && complete,
        t,
    }
}

/// The officer's word for what the answer changes, or who can give and send it;
/// words alone are a message and need none.
fn certifying(
    visit: &Applicant,
    loaded: &Loaded,
    may: bool,
    statement: (&Statement, &Problems),
) -> Option<Certifying> {
    let asked = certify::certifying(visit, &loaded.opened, &loaded.known, statement);
    let speaks = loaded.ready.problems.is_empty() && (may || asked.others.is_some());
    let changed = !loaded.ready.changed.is_empty();
    speaks.then(|| Certifying {
        given: asked.given.filter(|_| changed),
        fields: asked.fields.into_iter().filter(|_| changed).collect(),
        ..asked
    })
}

fn titles(t: Locale, form: &Questions, codes: &[String]) -> Vec<String> {
    let named = form.sections.iter().filter(|s| codes.contains(&s.code));
    named
        .map(|section| section.title.get(t.language()).to_owned())
        .collect()
}

/// The opened sections as they would be sent.
fn sections(t: Locale, loaded: &Loaded, may: bool) -> Vec<ShownSection> {
    let (opened, codes) = (&loaded.opened, loaded.last.codes());
    let mut form = Questions::clone(&opened.form);
    form.sections
        .retain(|section| codes.contains(&section.code));
    let change = |section: &Section, question: &crate::domain::form::Question| {
        let place = url::section(opened.row.id, &section.code);
        may.then(|| format!("{place}#f-{}", question.code))
    };
    sections_to_change(t, &form, &loaded.ready.answers, &change)
}

/// Each problem linked to where it is put right; of the words, to their field.
fn links(visit: &Applicant, opened: &Opened, problems: &Problems) -> Vec<Problem> {
    let (t, id) = (visit.t, opened.row.id);
    let mut links = gaps::links(t, &opened.form, id, problems);
    for (link, problem) in links.iter_mut().zip(&problems.0) {
        if problem.field == "answer" {
            link.href = format!("{}#f-answer", url::clarification(id));
            link.text = t.say("clarification-answer-missing");
        }
    }
    links
}
