//! The review page: an application beside the form that scores it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::blind::covered;
use super::compare::{comparison, history, score_card};
use super::declaration::{Subject, first_page, oneself, subject};
use super::due::left;
use super::form::{ReviewForm, as_posted, criteria, kept, named, posted};
use super::pages::{Fact, Newer, ReviewPage};
use super::rules::{others, shown_rules};
use super::standing::{saved, state};
use crate::actions::Refusal;
use crate::actions::save_review::{ELSEWHERE, PostedReview, save_review};
use crate::actions::submit_review::submit_review;
use crate::domain::answers::{Answers, asked_form, for_reviewers};
use crate::domain::blind::{outside_profile, without_profile};
use crate::domain::clarification::changed;
use crate::domain::form::Form as Questions;
use crate::domain::rubric::Rubric;
use crate::domain::{ApplicationId, Message, Moment, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::review::{MayCompare, MayDeclare, MayReview};
use crate::store::own_review::{OwnReview, ReviewVersion};
use crate::store::review::WrittenReview;
use crate::store::{Reader, StoreError, declaration, form, own_review, review, rubric, submission};
use crate::web::access::Reviewer;
use crate::web::application::answers::{ShownSection, open_files, sections};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::shown::Door;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ui::{Control, Field, Link, Notice, Tone};
use crate::web::{url, words};

/// What is on the desk once the declaration is made.
struct Content {
    rubric: Rubric,
    questions: Questions,
    answers: Answers,
    own: Option<OwnReview>,
    /// Number of the version of the application, and when it came.
    sent: Option<(i32, Moment)>,
    /// The answers that were scored, where newer ones came since.
    scored: Option<Answers>,
    versions: Vec<ReviewVersion>,
    /// `None` while the phase hides them.
    others: Option<Vec<(usize, WrittenReview)>>,
}

/// What was typed and what is wrong with it.
struct Typed<'a> {
    review: PostedReview,
    problems: &'a Problems,
    /// Another window saved meanwhile.
    elsewhere: bool,
}

async fn load(
    visit: &Reviewer,
    application: ApplicationId,
) -> Result<(Subject, Option<Content>), Fault> {
    let reach = Reach::reviewer(visit.actor(), visit.now());
    let (t, me) = (visit.t, oneself(visit.actor()));
    let today = visit.now().day(visit.zone());
    let find = move |reader: &mut Reader| {
        let Some(assigned) = declaration::assigned(reader, reach, application)? else {
            return Ok(None);
        };
        let subject = subject(reader, t, assigned, (&me, today))?;
        let open = subject.assigned.case.may_read().is_ok();
        let content = open
            .then(|| content(reader, (reach, t), &subject))
            .transpose()?;
        Ok(Some((subject, content)))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn content(
    reader: &mut Reader,
    (reach, t): (Reach, Locale),
    subject: &Subject,
) -> Result<Content, StoreError> {
    let missing = || StoreError::Damaged("a form or rubric is missing".to_owned());
    let (case, round) = (&subject.assigned.case, &subject.assigned.round);
    let rubric = rubric::by_id(reader, round.rubric_id)?.ok_or_else(missing)?;
    let whole = form::of_application(reader, &subject.assigned.application)?.ok_or_else(missing)?;
    let sent = submission::latest(reader, reach, case.application)?;
    let version = sent.as_ref().map(|sent| (sent.version, sent.submitted_at));
    let answers = sent.map(|sent| sent.answers).unwrap_or_default();
    let own = own_review::find(reader, case.application, case.reviewer)?;
    let scored = own.as_ref().and_then(|own| own.scored);
    let older = scored.filter(|scored| version.is_some_and(|(latest, _)| *scored < latest));
    let scored = match older {
        Some(older) => {
            submission::of_version(reader, reach, case.application, older)?.map(|sent| sent.answers)
        }
        None => None,
    };
    let versions = match &own {
        Some(own) => own_review::versions(reader, own.id)?,
        None => Vec::new(),
    };
    let others = match MayCompare::on(case) {
        Ok(may) => Some(review::others(reader, &may)?),
        Err(_) => None,
    };
    let seen = |answers: &Answers| match &subject.mask {
        Some(mask) => {
            let answers = outside_profile(&whole, for_reviewers(&whole, answers));
            covered(t, mask, &answers)
        }
        None => for_reviewers(&whole, answers),
    };
    let asked = asked_form(&whole, &answers).for_reviewers();
    Ok(Content {
        questions: match subject.mask {
            Some(_) => without_profile(asked),
            None => asked,
        },
        answers: seen(&answers),
        scored: scored.map(|scored| seen(&scored)),
        sent: version,
        rubric,
        own,
        versions,
        others,
    })
}

/// The review page; before the declaration, the page that asks for it.
pub async fn show(visit: Reviewer, application: Path<String>) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (subject, content) = load(&visit, application).await?;
    let Some(content) = content else {
        let case = &subject.assigned.case;
        if case.declared.is_some() {
            case.may_read().map_err(Fault::Stale)?;
        }
        MayDeclare::on(case).map_err(Fault::Stale)?;
        return visit.page(&first_page(&visit, &subject));
    };
    let typed = Typed {
        review: as_posted(&content.rubric, content.own.as_ref()),
        problems: &Problems::default(),
        elsewhere: false,
    };
    visit.page(&page(&visit, &subject, &content, &typed))
}

/// Saves a draft.
pub async fn save(
    visit: Reviewer,
    application: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (actor, review) = (visit.actor().clone(), posted(pairs));
    let keep = review.clone();
    let done = visit.act(move |tx| save_review(tx, &actor, application, &keep));
    let done = done.await?;
    answer(&visit, application, review, done, "notice-review-saved").await
}

/// Sends a review, or changes to it.
pub async fn submit(
    visit: Reviewer,
    application: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (actor, review) = (visit.actor().clone(), posted(pairs));
    let send = review.clone();
    let done = visit.act(move |tx| submit_review(tx, &actor, application, &send));
    let done = done.await?;
    answer(&visit, application, review, done, "notice-review-sent").await
}

/// Leads on, or shows again what was typed with what is wrong with it.
async fn answer(
    visit: &Reviewer,
    application: ApplicationId,
    mut review: PostedReview,
    done: Result<(), Refusal>,
    notice: &'static str,
) -> Result<HttpResponse, Fault> {
    let problems = match done {
        Ok(()) => return Ok(visit.see_with(&url::review(application), notice)),
        Err(Refusal::Invalid(problems)) => problems,
        Err(other) => return Err(other.into()),
    };
    let (subject, content) = load(visit, application).await?;
    let content = content.ok_or(Fault::NotFound)?;
    let elsewhere = problems.of(ELSEWHERE).is_some();
    if elsewhere {
        // Having seen what the other window saved, the next save may replace it.
        review.saves = content.own.as_ref().map_or(0, |own| own.saves);
    }
    let problems = named(visit.t, &content.rubric, problems);
    let typed = Typed {
        review,
        problems: &problems,
        elsewhere,
    };
    let page = page(visit, &subject, &content, &typed);
    if elsewhere {
        visit.answer(StatusCode::CONFLICT, &page)
    } else {
        visit.refused(&page)
    }
}

fn page(visit: &Reviewer, subject: &Subject, content: &Content, typed: &Typed) -> ReviewPage {
    let (t, assigned) = (visit.t, &subject.assigned);
    let (application, round) = (&assigned.application, &assigned.round);
    let may = MayReview::on(&assigned.case);
    let due = assigned.case.phase.due(round.reviews_due_at);
    let own = content.own.as_ref();
    let task = t.with("review-title", "reference", application.reference.as_str());
    ReviewPage {
        chrome: Chrome::new(visit, &task)
            .wide()
            .back(Link::new(url::REVIEWS, t.say("reviews-title")))
            .problems(t, typed.problems),
        reference: application.reference.clone(),
        round: round.title.get(t.language()).to_owned(),
        title: subject.covered(&application.title),
        organisation: match subject.mask {
            Some(_) => t.say("phase-applicant-hidden"),
            None => subject.organisation.name(t.language()).to_owned(),
        },
        facts: facts(visit, subject),
        due: t.when(due, visit.zone()),
        machine: due.rfc3339(),
        left: may.is_ok().then(|| left(t, visit.now(), due)),
        state: state(visit, own),
        newer: newer(visit, content),
        sections: answered(visit, application.id, content),
        score: own.map(|own| score_card(t, &content.rubric, &own.draft, may.is_ok())),
        kept: own
            .filter(|_| may.is_err())
            .map(|own| kept(t, &content.rubric, &own.draft))
            .unwrap_or_default(),
        comment: own.map_or_else(String::new, |own| own.draft.comment.clone()),
        form: may.is_ok().then(|| fields(visit, subject, content, typed)),
        closed: may.err().map(|message| Notice {
            tone: Tone::Info,
            text: t.tell(&message),
        }),
        history: history(t, &content.rubric, visit.zone(), &content.versions),
        comparison: content.others.as_ref().map(|others| {
            let named = assigned.case.shows_reviewers();
            comparison(t, &content.rubric, (visit.zone(), named), own, others)
        }),
        others: t.say(others(assigned.case.phase.others)),
        phase: shown_rules(visit, &assigned.case.phase, &round.time_zone),
        conflict: url::declaration(application.id),
        t,
    }
}

/// What was answered, with the way to the files among it.
fn answered(visit: &Reviewer, id: ApplicationId, content: &Content) -> Vec<ShownSection> {
    let mut shown = sections(visit.t, &content.questions, &content.answers);
    open_files(&mut shown, &Door::Reviewer(id, &visit.token.csrf()));
    shown
}

/// What came after the scores, of what reviewers see.
fn newer(visit: &Reviewer, content: &Content) -> Option<Newer> {
    let t = visit.t;
    let (version, at) = content.sent?;
    let old = content.own.as_ref()?.scored?;
    let before = content.scored.as_ref()?;
    let text = Message::new("review-newer")
        .with("old", i64::from(old))
        .with("new", i64::from(version))
        .with("when", t.when(at, visit.zone()));
    let changed = changed(&content.questions, before, &content.answers);
    let named = changed.iter().map(|section| {
        let title = section.title.get(t.language());
        (section.code.clone(), title.to_owned())
    });
    Some(Newer {
        text: t.tell(&text),
        changed: named.collect(),
    })
}

fn facts(visit: &Reviewer, subject: &Subject) -> Vec<Fact> {
    let (t, one) = (visit.t, &subject.organisation);
    let assigned = &subject.assigned;
    let requested = words::requested(t, &assigned.application, assigned.round.currency);
    let term = |list: &str, code: &str| vec![words::term(t, &subject.terms, list, code)];
    let facts = [
        Fact::new(t.say("review-requested"), requested.into_iter().collect()),
        Fact::new(t.say("declare-base"), term("base", &one.base)),
        Fact::new(t.say("review-community"), term("community", &one.community)),
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect()
}

fn fields(visit: &Reviewer, subject: &Subject, content: &Content, typed: &Typed) -> ReviewForm {
    let t = visit.t;
    let id = subject.assigned.application.id;
    let own = content.own.as_ref();
    let ask = Fields {
        t,
        problems: typed.problems,
    };
    let elsewhere = own.filter(|_| typed.elsewhere).map(|own| &own.draft);
    let comment = ask.hinted(
        "comment",
        "review-comment",
        "review-comment-hint",
        &typed.review.text("comment"),
        Control::Area(4),
    );
    ReviewForm {
        action: url::review(id),
        send: url::review_submission(id),
        saves: typed.review.saves,
        scored: content.sent.map_or(1, |(version, _)| version),
        criteria: criteria(&ask, &content.rubric, &typed.review, elsewhere),
        comment: Field {
            optional: true,
            ..comment
        },
        sent: own.is_some_and(|own| own.submitted_at.is_some()),
        saved: own.map_or_else(String::new, |own| saved(visit, own)),
    }
}
