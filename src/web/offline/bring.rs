//! Taking the file along, and bringing it back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::actions::Refusal;
use crate::actions::offline::{self, BroughtIn};
use crate::actions::section::Saved;
use crate::domain::{Message, Problems};
use crate::exchange::offline_form::{MOST_BYTES, OfflineAnswers};
use crate::i18n::Locale;
use crate::store::Tx;
use crate::web::access::Applicant;
use crate::web::application::gaps;
use crate::web::application::load::{Opened, opened};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::posted::{FileForm, next_file};
use crate::web::forms::Pairs;
use crate::web::ui::{Badge, Link, Problem, Tone};
use crate::web::url;

#[derive(Template)]
#[template(path = "offline/offline.html")]
struct OfflinePage {
    chrome: Chrome,
    t: Locale,
    action: String,
    empty: String,
    with_saved: String,
    /// Beside the file that was brought back.
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "offline/brought.html")]
struct BroughtPage {
    chrome: Chrome,
    t: Locale,
    sections: Vec<BroughtSection>,
    list: String,
}

/// What became of a section.
struct BroughtSection {
    title: String,
    state: Badge,
    problems: Vec<Problem>,
    /// Where what was typed is shown again, to be put right or compared.
    action: String,
    hidden: Pairs,
    button: String,
}

/// How it works, with the file to take along.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    if !opened.is_writable(&visit) {
        return Ok(visit.see(&url::application(opened.row.id)));
    }
    visit.page(&page(&visit, &opened, None))
}

fn page(visit: &Applicant, opened: &Opened, refused: Option<&Message>) -> OfflinePage {
    let (t, id) = (visit.t, opened.row.id);
    let mut problems = Problems::default();
    if let Some(message) = refused {
        problems.add("file", message.clone());
    }
    let file = url::application_page(id, "offline/form");
    OfflinePage {
        chrome: Chrome::new(visit, &t.say("offline-title"))
            .back(Link::new(url::application(id), t.say("tasks-back")))
            .problems(t, &problems),
        t,
        action: url::application_page(id, "offline"),
        with_saved: format!("{file}?with=saved"),
        empty: file,
        error: refused.map(|message| t.tell(message)),
    }
}

/// Reads the file and saves its sections, or says what is wrong with it.
pub async fn bring_in(
    visit: Applicant,
    id: Path<String>,
    form: FileForm,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let answers = match read(form).await? {
        Ok(answers) => answers,
        Err(message) => return visit.refused(&page(&visit, &opened, Some(&message))),
    };
    let (actor, id) = (visit.actor().clone(), opened.row.id);
    let bring = move |tx: &mut Tx| offline::bring_in(tx, &actor, id, &answers);
    match visit.act(bring).await? {
        Ok(brought) if brought.is_empty() => {
            let message = Message::new("error-offline-empty");
            visit.refused(&page(&visit, &opened, Some(&message)))
        }
        Ok(brought) => visit.page(&brought_page(&visit, &opened, &brought)),
        Err(Refusal::Invalid(problems)) => {
            let first = problems.0.into_iter().next().map(|problem| problem.message);
            visit.refused(&page(&visit, &opened, first.as_ref()))
        }
        Err(Refusal::Stale(message)) => {
            visit.answer(StatusCode::CONFLICT, &page(&visit, &opened, Some(&message)))
        }
        Err(other) => Err(other.into()),
    }
}

async fn read(form: FileForm) -> Result<Result<OfflineAnswers, Message>, Fault> {
    let wrong = |key| Ok(Err(Message::new(key)));
    let FileForm::Files(mut form) = form else {
        return wrong("error-offline-file");
    };
    let Some(mut file) = next_file(&mut form).await? else {
        return wrong("error-offline-none");
    };
    match file.text(MOST_BYTES).await? {
        Some(text) if text.is_empty() => wrong("error-offline-none"),
        Some(text) => Ok(OfflineAnswers::read(&text)),
        None => wrong("error-offline-file"),
    }
}

fn brought_page(visit: &Applicant, opened: &Opened, brought: &[BroughtIn]) -> BroughtPage {
    let (t, id) = (visit.t, opened.row.id);
    BroughtPage {
        chrome: Chrome::new(visit, &t.say("brought-title"))
            .back(Link::new(url::application(id), t.say("tasks-back"))),
        t,
        sections: brought.iter().map(|one| shown(t, opened, one)).collect(),
        list: url::application(id),
    }
}

fn shown(t: Locale, opened: &Opened, one: &BroughtIn) -> BroughtSection {
    let (id, code) = (opened.row.id, &one.section.code);
    let title = opened.form.section(code);
    let title = title.map_or(code.as_str(), |section| section.title.get(t.language()));
    let (key, tone, button) = match &one.saved {
        Some(Saved::Kept(_, problems)) if problems.is_empty() => ("brought-saved", Tone::Good, ""),
        Some(Saved::Kept(..)) => ("brought-problems", Tone::Warn, "brought-put-right"),
        Some(Saved::Overtaken(_)) => ("brought-overtaken", Tone::Warn, "brought-compare"),
        None => ("brought-not-asked", Tone::Neutral, ""),
    };
    let problems = match &one.saved {
        Some(Saved::Kept(_, problems)) => gaps::links(t, &opened.form, id, problems),
        _ => Vec::new(),
    };
    let hidden = match button {
        "" => Vec::new(),
        _ => posted_again(one),
    };
    BroughtSection {
        title: title.to_owned(),
        state: Badge {
            text: t.say(key),
            tone,
        },
        problems,
        action: url::section(id, code),
        hidden,
        button: if button.is_empty() {
            String::new()
        } else {
            t.say(button)
        },
    }
}

/// The fields of the file, as the page of the section posts them.
fn posted_again(one: &BroughtIn) -> Pairs {
    let version = match &one.saved {
        // What could be read is saved already.
        Some(Saved::Kept(kept, _)) => kept.version,
        _ => one.section.version,
    };
    let mut fields = one.section.filled();
    fields.push(("version".to_owned(), version.to_string()));
    fields.push(("asked".to_owned(), one.section.answered().join(" ")));
    fields
}
