//! The page of one application: the task list of a draft, else where it stands.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::copy;
use super::load::{Opened, opened};
use super::outcome::outcome;
use super::status;
use super::timeline::facts;
use crate::domain::answers::{Hidden, SectionState, section_state};
use crate::domain::application::Status;
use crate::domain::form::Section;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::section::unconfirmed;
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::round::deadline::Deadline;
use crate::web::round::public::amounts;
use crate::web::ui::{Badge, Link, Task, Tone};
use crate::web::url;

#[derive(Template)]
#[template(path = "application/tasks.html")]
struct TasksPage {
    chrome: Chrome,
    t: Locale,
    title: String,
    organisation: String,
    round: String,
    round_href: String,
    reference: String,
    amounts: String,
    deadline: Deadline,
    tasks: Vec<Task>,
    done: usize,
    total: usize,
    progress: String,
    check: String,
    /// Where to read what was written, once the round is over.
    answers: String,
    discard: String,
    /// Where to copy answers from an earlier application; empty when there is none.
    copy: String,
    offline: String,
    writable: bool,
}

/// The page of one application.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    if opened.row.status == Status::Draft {
        let copy = copy::place(&visit, &opened).await?;
        return visit.page(&tasks(&visit, &opened, &copy));
    }
    let (t, reach, row) = (visit.t, Reach::applicant(visit.actor()), opened.row.clone());
    let whose = (reach, visit.actor().id, visit.now());
    let read = visit.read(move |reader| {
        let facts = facts(reader, whose, &row)?;
        Ok((facts, outcome(reader, t, reach, &row)?))
    });
    let (facts, released) = read.await?;
    visit.page(&status::page(&visit, &opened, &facts, released))
}

fn tasks(visit: &Applicant, opened: &Opened, copy: &str) -> TasksPage {
    let (t, row) = (visit.t, &opened.row);
    let (title, answers) = (opened.title(t), opened.answers());
    let (organisation, round) = opened.names(t);
    let writable = opened.is_writable(visit);
    let sections = &opened.form.sections;
    let hidden = Hidden::of(&opened.form, &answers);
    let state = |s: &Section| section_state(s, &answers, &hidden);
    let waits = |s: &Section| unconfirmed(&opened.saved).any(|code| code == s.code);
    let complete = |s: &&Section| state(s) == SectionState::Complete && !waits(s);
    let (done, total) = (sections.iter().filter(complete).count(), sections.len());
    let back = Link::new(url::APPLICATIONS, t.say("applications-title"));
    let task = |section| {
        let badge = if waits(section) {
            to_look_at(t)
        } else {
            section_badge(t, state(section))
        };
        task(t, opened, section, badge, writable)
    };
    let progress = crate::domain::Message::new("tasks-progress")
        .with("done", number(done))
        .with("total", number(total));
    TasksPage {
        chrome: Chrome::new(visit, &t.say("application-title")).back(back),
        t,
        organisation,
        round,
        round_href: url::round(&opened.round.slug),
        reference: row.reference.clone(),
        amounts: amounts(t, &opened.round),
        deadline: Deadline::of(visit, &opened.round),
        tasks: sections.iter().map(task).collect(),
        done,
        total,
        progress: t.tell(&progress),
        check: url::application_page(row.id, "check"),
        answers: url::application_page(row.id, "answers"),
        discard: url::application_page(row.id, "discard"),
        copy: copy.to_owned(),
        offline: url::application_page(row.id, "offline"),
        writable,
        title,
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn task(t: Locale, opened: &Opened, section: &Section, state: Badge, writable: bool) -> Task {
    Task {
        href: if writable {
            url::section(opened.row.id, &section.code)
        } else {
            String::new()
        },
        title: section.title.get(t.language()).to_owned(),
        hint: None,
        state,
    }
}

/// Answers came along from elsewhere and wait for a look.
fn to_look_at(t: Locale) -> Badge {
    Badge {
        text: t.say("section-unconfirmed"),
        tone: Tone::Warn,
    }
}

/// How far a section is, in words.
pub fn section_badge(t: Locale, state: SectionState) -> Badge {
    let (key, tone) = match state {
        SectionState::NotStarted => ("section-not-started", Tone::Neutral),
        SectionState::Incomplete => ("section-incomplete", Tone::Warn),
        SectionState::Complete => ("section-complete", Tone::Good),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}
