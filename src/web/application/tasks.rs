//! The page of one application: the task list of a draft, else where it stands.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::copy;
use super::load::{Opened, opened};
use super::outcome::outcome;
use super::status;
use super::timeline::facts;
use crate::actions::appeal;
use crate::domain::answers::{Hidden, SectionState, section_state};
use crate::domain::application::Status;
use crate::domain::form::Section;
use crate::i18n::Locale;
use crate::policy::application::may_discard;
use crate::policy::{Hindrance, Reach};
use crate::store::letter::{self, KeptLetter};
use crate::store::section::unconfirmed;
use crate::store::sponsorship::{self, SponsorshipRow};
use crate::web::access::Applicant;
use crate::web::appeal::asked;
use crate::web::chrome::Chrome;
use crate::web::decision::{ShownLetter, shown_letter};
use crate::web::errors::Fault;
use crate::web::round::deadline::Deadline;
use crate::web::round::public::amounts;
use crate::web::sponsorship::words;
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
    /// Empty for whoever may not discard it.
    discard: String,
    /// Why it can't be written.
    hindrance: Option<String>,
    sponsor: Link,
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
        let sponsor = sponsor(&visit, &opened).await?;
        return visit.page(&tasks(&visit, &opened, &copy, sponsor.as_ref()));
    }
    let (t, reach, row) = (visit.t, Reach::applicant(visit.actor()), opened.row.clone());
    let whose = (reach, visit.actor().id, visit.now());
    let read = visit.read(move |reader| {
        let facts = facts(reader, whose, &row)?;
        let told = appeal::told(reader, reach, row.id)?;
        let letters = letter::of_application(reader, reach, row.id)?;
        Ok((facts, outcome(reader, t, reach, &row)?, told, letters))
    });
    let (facts, outcome, told, letters) = read.await?;
    let released = status::Released {
        outcome,
        letters: own_letters(&visit, &letters),
        asked: asked(&visit, &opened, (told.0.as_ref(), told.1.as_ref())),
    };
    visit.page(&status::page(&visit, &opened, &facts, released))
}

/// The fiscal sponsor, as the reader is shown it.
pub async fn sponsor(visit: &Applicant, opened: &Opened) -> Result<Option<SponsorshipRow>, Fault> {
    let about = (opened.row.id, opened.row.organisation_id);
    let reach = Reach::applicant(visit.actor());
    let sponsor = visit.read(move |reader| sponsorship::seen(reader, reach, about));
    sponsor.await
}

/// The letters to the reader, or, where none went to them, the first about each
/// decision.
fn own_letters(visit: &Applicant, letters: &[KeptLetter]) -> Vec<ShownLetter> {
    let of_decision = letters.chunk_by(|a, b| a.decision == b.decision);
    let mine = |one: &&KeptLetter| one.account == visit.actor().id;
    let chosen = of_decision.filter_map(|all| all.iter().find(mine).or(all.first()));
    chosen.map(|one| shown_letter(visit, one)).collect()
}

fn tasks(
    visit: &Applicant,
    opened: &Opened,
    copy: &str,
    sponsor: Option<&SponsorshipRow>,
) -> TasksPage {
    let (t, row) = (visit.t, &opened.row);
    let (title, answers) = (opened.title(t), opened.answers());
    let (organisation, round) = opened.names(t);
    let hindrance = opened.hindrance(visit);
    let writable = hindrance.is_none();
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
        tasks: sections
            .iter()
            .map(task)
            .chain(sponsor_task(visit, opened, sponsor))
            .collect(),
        hindrance: hindrance.map(|hindrance| told(t, hindrance)),
        sponsor: Link::new(
            url::application_page(row.id, "sponsor"),
            t.say("sponsor-title"),
        ),
        done,
        total,
        progress: t.tell(&progress),
        check: url::application_page(row.id, "check"),
        answers: url::application_page(row.id, "answers"),
        discard: discard(opened),
        copy: copy.to_owned(),
        offline: url::application_page(row.id, "offline"),
        writable,
        title,
    }
}

/// Where to discard it; empty for whoever may not.
fn discard(opened: &Opened) -> String {
    let row = &opened.row;
    let may = may_discard(opened.standing, row.id, row.status);
    may.map(|_| url::application_page(row.id, "discard"))
        .unwrap_or_default()
}

/// Why the reader can't write: their role, or the round that is over.
fn told(t: Locale, hindrance: Hindrance) -> String {
    match hindrance {
        Hindrance::Denied(message) => t.tell(&message),
        Hindrance::Absent | Hindrance::Stale(_) => t.say("tasks-over"),
    }
}

/// The fiscal sponsor, where one is asked or expected.
fn sponsor_task(
    visit: &Applicant,
    opened: &Opened,
    sponsor: Option<&SponsorshipRow>,
) -> Option<Task> {
    let shown = sponsor.is_some() || words::needs_sponsor(&opened.organisation);
    shown.then(|| Task {
        href: url::application_page(opened.row.id, "sponsor"),
        title: visit.t.say("sponsor-title"),
        hint: sponsor.map(|row| words::line(visit, row)),
        state: words::state(visit.t, sponsor),
    })
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
