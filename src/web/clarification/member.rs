//! What an application is asked, as its organisation reads it: the question, the
//! sections that it opens, the answer in words.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::ask::words_field;
use super::shown::{ShownClarification, heading, shown};
use crate::actions::Refusal;
use crate::actions::answer_clarification::{Kept, save_answer};
use crate::domain::answers::{Hidden, section_state};
use crate::domain::clarification::{Kind, Standing};
use crate::domain::{Moment, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::clarification::MayAnswer;
use crate::store::Tx;
use crate::store::clarification::{self, Clarification};
use crate::web::access::Applicant;
use crate::web::application::load::{Opened, opened};
use crate::web::application::tasks::section_badge;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::round::deadline::Deadline;
use crate::web::ui::{Control, Field, Link, Notice, Task, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// The due date of a clarification with the time left.
pub fn due(visit: &Visit, round: &crate::domain::round::Round, at: Moment) -> Deadline {
    Deadline::at(visit, round, at)
}

/// An answer as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    answer: String,
    version: String,
    then: String,
}

/// The form of the answer in words.
struct AnswerFields {
    field: Field,
    version: i32,
    /// Nothing can be saved any more; the text stays to be copied.
    shut: bool,
}

#[derive(Template)]
#[template(path = "clarification/member.html")]
struct MemberPage {
    chrome: Chrome,
    t: Locale,
    over: Vec<String>,
    heading: String,
    shown: ShownClarification,
    due: Option<Deadline>,
    full_form: bool,
    tasks: Vec<Task>,
    /// `None` once it is answered or ended.
    form: Option<AnswerFields>,
    action: String,
    answers: String,
    thread: String,
    /// What somebody else saved meanwhile.
    theirs: Option<String>,
    earlier: Vec<ShownClarification>,
}

/// An application with everything that it was asked, the latest first.
struct Loaded {
    opened: Opened,
    all: Vec<Clarification>,
}

impl Loaded {
    fn last(&self) -> Result<&Clarification, Fault> {
        self.all.first().ok_or(Fault::NotFound)
    }
}

async fn load(visit: &Applicant, id: &str) -> Result<Loaded, Fault> {
    let opened = opened(visit, id).await?;
    let (reach, id) = (Reach::applicant(visit.actor()), opened.row.id);
    let find = move |reader: &mut _| clarification::of_application(reader, reach, id);
    let all = visit.read(find).await?;
    Ok(Loaded { opened, all })
}

/// What was typed, beside what is kept.
struct Typed<'a> {
    answer: String,
    problems: &'a Problems,
    theirs: Option<String>,
}

fn page(visit: &Applicant, loaded: &Loaded, typed: Typed) -> Result<MemberPage, Fault> {
    let (t, opened) = (visit.t, &loaded.opened);
    let last = loaded.last()?;
    let about = (&opened.round, &*opened.form);
    // Who of the programme asked is not told.
    let nobody = BTreeMap::new();
    let mut all = loaded
        .all
        .iter()
        .map(|one| shown(visit, about, one, &nobody));
    let latest = all.next().ok_or(Fault::NotFound)?;
    let row = &opened.row;
    let (organisation, round) = opened.names(t);
    let pending = last.row.is_pending();
    let open = MayAnswer::on(
        visit.actor(),
        opened.standing,
        (row.id, row.status),
        &last.asked(visit.now()),
    );
    let heading = t.say(heading(last.row.kind));
    Ok(MemberPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(
                url::application(row.id),
                t.say("application-back"),
            ))
            .problems(t, typed.problems),
        t,
        over: vec![organisation, round, opened.title(t)],
        heading,
        due: pending.then(|| due(visit, &opened.round, last.row.due_at)),
        full_form: last.row.kind == Kind::FullForm,
        tasks: tasks(t, opened, last, open.is_ok()),
        form: pending.then(|| fields(t, last, &typed, open.is_err())),
        action: url::clarification(row.id),
        answers: url::application_page(row.id, "answers"),
        thread: url::thread(row.id),
        theirs: typed.theirs,
        earlier: all.collect(),
        shown: latest,
    })
}

fn fields(t: Locale, last: &Clarification, typed: &Typed, shut: bool) -> AnswerFields {
    let ask = Fields {
        t,
        problems: typed.problems,
    };
    let label = "clarification-answer-label";
    let field = ask.field("answer", label, &typed.answer, Control::Area(6));
    AnswerFields {
        field: Field {
            optional: last.row.kind == Kind::FullForm,
            ..words_field(t, field)
        },
        version: last.row.answer_version,
        shut,
    }
}

/// The opened sections with how far they are; links while they can be written.
fn tasks(t: Locale, opened: &Opened, last: &Clarification, open: bool) -> Vec<Task> {
    if !last.row.is_pending() {
        return Vec::new();
    }
    let answers = opened.answers();
    let hidden = Hidden::of(&opened.form, &answers);
    let codes = last.codes();
    let sections = opened.form.sections.iter();
    sections
        .filter(|section| codes.contains(&section.code))
        .map(|section| Task {
            href: if open {
                url::section(opened.row.id, &section.code)
            } else {
                String::new()
            },
            title: section.title.get(t.language()).to_owned(),
            hint: None,
            state: section_badge(t, section_state(section, &answers, &hidden)),
        })
        .collect()
}

/// What one's application is asked.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &id).await?;
    let typed = Typed {
        answer: loaded.last()?.row.answer.clone(),
        problems: &Problems::default(),
        theirs: None,
    };
    let mut page = page(&visit, &loaded, typed)?;
    let overdue = loaded.last()?.row.standing(visit.now()) == Standing::Overdue;
    if overdue && page.chrome.notice.is_none() {
        page.chrome.notice = Some(Notice {
            tone: Tone::Warn,
            text: visit.t.say("clarification-overdue-lead"),
        });
    }
    visit.page(&page)
}

/// Keeps the answer in words and leads on, or shows again what was typed.
pub async fn save(
    visit: Applicant,
    path: Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<HttpResponse, Fault> {
    let before = load(&visit, &path).await?;
    let (actor, id) = (visit.actor().clone(), before.opened.row.id);
    let (over, text) = (form.version.parse().unwrap_or(0), form.answer.clone());
    let save = move |tx: &mut Tx| save_answer(tx, &actor, id, (over, &text));
    let none = Problems::default();
    let typed = |problems, theirs| Typed {
        answer: form.answer.clone(),
        problems,
        theirs,
    };
    match visit.act(save).await? {
        Ok(Kept::Saved) if form.then == "check" => {
            Ok(visit.see(&url::application_page(id, "clarification/check")))
        }
        Ok(Kept::Saved) => Ok(visit.see_with(&url::clarification(id), "notice-saved")),
        Ok(Kept::Overtaken(theirs)) => {
            let loaded = load(&visit, &path).await?;
            let page = page(&visit, &loaded, typed(&none, Some(theirs)))?;
            visit.answer(StatusCode::CONFLICT, &page)
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &before, typed(&problems, None))?)
        }
        Err(Refusal::Stale(message)) => {
            let mut page = page(&visit, &before, typed(&none, None))?;
            page.chrome.notice = Some(Notice {
                tone: Tone::Bad,
                text: [visit.t.tell(&message), visit.t.say("section-shut")].join(" "),
            });
            visit.answer(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}
