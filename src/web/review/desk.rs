//! The review page: an application beside the form that scores it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::compare::{comparison, history, score_card};
use super::declaration::{Subject, first_page, oneself, subject};
use super::due::left;
use super::form::{ReviewForm, as_posted, criteria, kept, named, posted};
use super::pages::{Fact, Newer, ReviewPage};
use crate::actions::Refusal;
use crate::actions::save_review::{ELSEWHERE, PostedReview, save_review};
use crate::actions::submit_review::submit_review;
use crate::domain::answers::{Answers, asked_form, for_reviewers};
use crate::domain::clarification::changed;
use crate::domain::form::Form as Questions;
use crate::domain::rubric::Rubric;
use crate::domain::{ApplicationId, Message, Moment, Problems};
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
use crate::web::ui::{Badge, Control, Field, Link, Notice, Tone};
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
    /// `None` until one's own review is sent.
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
    let (reach, me) = (Reach::reviewer(visit.actor()), oneself(visit.actor()));
    let today = visit.now().day(visit.zone());
    let find = move |reader: &mut Reader| {
        let Some(assigned) = declaration::assigned(reader, reach, me.id, application)? else {
            return Ok(None);
        };
        let subject = subject(reader, assigned, (&me, today))?;
        let open = subject.assigned.case.may_read().is_ok();
        let content = open.then(|| content(reader, reach, &subject)).transpose()?;
        Ok(Some((subject, content)))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn content(reader: &mut Reader, reach: Reach, subject: &Subject) -> Result<Content, StoreError> {
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
    let own_sent = own.as_ref().is_some_and(|own| own.submitted_at.is_some());
    let others = match MayCompare::on(case, own_sent) {
        Ok(may) => Some(review::others(reader, &may)?),
        Err(_) => None,
    };
    Ok(Content {
        questions: asked_form(&whole, &answers).for_reviewers(),
        answers: for_reviewers(&whole, &answers),
        scored: scored.map(|scored| for_reviewers(&whole, &scored)),
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
        MayDeclare::on(&subject.assigned.case).map_err(Fault::Stale)?;
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
    let own = content.own.as_ref();
    let task = t.with("review-title", "reference", application.reference.as_str());
    ReviewPage {
        chrome: Chrome::new(visit, &task)
            .wide()
            .back(Link::new(url::REVIEWS, t.say("reviews-title")))
            .problems(t, typed.problems),
        reference: application.reference.clone(),
        round: round.title.get(t.language()).to_owned(),
        title: application.title.clone(),
        organisation: subject.organisation.name(t.language()).to_owned(),
        facts: facts(visit, subject),
        due: t.when(round.reviews_due_at, visit.zone()),
        machine: round.reviews_due_at.rfc3339(),
        left: may
            .is_ok()
            .then(|| left(t, visit.now(), round.reviews_due_at)),
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
        comparison: content
            .others
            .as_ref()
            .zip(own)
            .map(|(others, own)| comparison(t, &content.rubric, visit.zone(), own, others)),
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

fn state(visit: &Reviewer, own: Option<&OwnReview>) -> Badge {
    let (key, tone) = match own.map(|own| own.submitted_at) {
        None => ("review-state-new", Tone::Neutral),
        Some(None) => ("review-state-draft", Tone::Info),
        Some(Some(_)) => ("review-state-sent", Tone::Good),
    };
    Badge {
        text: visit.t.say(key),
        tone,
    }
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

fn saved(visit: &Reviewer, own: &OwnReview) -> String {
    let (key, at) = match own.submitted_at {
        Some(at) => ("review-sent-at", at),
        None => ("review-saved-at", own.saved_at),
    };
    visit.t.with(key, "when", visit.t.when(at, visit.zone()))
}
