//! The eligibility quiz of a round: a few questions that tell, before anybody
//! makes an account, whether an application could succeed. Answers come by post,
//! so that they stay out of addresses, and are neither kept nor written down.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::deadline::Deadline;
use super::public::{Start, public_round, start};
use crate::domain::answers::Posted;
use crate::domain::form::{Quiz, QuizOption, QuizQuestion};
use crate::domain::round::Round;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::store::{Reader, StoreError, form};
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs, named};
use crate::web::ui::{Choice, Control, Field, Link, Problem};
use crate::web::url;
use crate::web::visit::Visit;

/// An answer that speaks against applying.
struct ShownRefusal {
    question: String,
    answer: String,
    /// Why not, and what instead.
    text: String,
}

/// What the answers say.
struct Verdict {
    refusals: Vec<ShownRefusal>,
    start: Option<Start>,
}

#[derive(Template)]
#[template(path = "round/eligibility.html")]
struct EligibilityPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    round: Link,
    fields: Vec<Field>,
    verdict: Option<Verdict>,
}

fn load(reader: &mut Reader, slug: &str) -> Result<Option<(Round, Quiz)>, StoreError> {
    let Some(round) = public_round(reader, slug)? else {
        return Ok(None);
    };
    let form = form::by_id(reader, round.form_id)?;
    let quiz = form.map(|version| version.form.quiz.clone());
    let quiz = quiz.filter(|quiz| !quiz.is_empty());
    Ok(quiz.map(|quiz| (round, quiz)))
}

async fn asked(visit: &Visit, slug: &str) -> Result<(Round, Quiz), Fault> {
    let slug = slug.to_owned();
    let found = visit.read(move |reader| load(reader, &slug)).await?;
    found.ok_or(Fault::NotFound)
}

/// The questions.
pub async fn show(visit: Anyone, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (round, quiz) = asked(&visit, &slug).await?;
    let (posted, problems) = (Posted::default(), Problems::default());
    visit.page(&page(&visit, &round, &quiz, &posted, &problems))
}

/// What the answers say; nothing is kept of them.
pub async fn answer(
    visit: Anyone,
    slug: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let (round, quiz) = asked(&visit, &slug).await?;
    let posted: Posted = pairs.into_iter().collect();
    let mut problems = Problems::default();
    let mut refusals = Vec::new();
    for question in &quiz {
        match question.option(posted.first(&name(question))) {
            Some(option) => refusals.extend(refusal(visit.t, question, option)),
            None => problems.add(name(question), Message::new("error-choice")),
        }
    }
    let mut page = page(&visit, &round, &quiz, &posted, &problems);
    if !problems.is_empty() {
        return visit.refused(&page);
    }
    let deadline = Deadline::of(&visit, &round);
    page.verdict = Some(Verdict {
        start: start(&visit, &round, &deadline).filter(|_| refusals.is_empty()),
        refusals,
    });
    visit.page(&page)
}

/// The field of a question: apart from those that every form has.
fn name(question: &QuizQuestion) -> String {
    format!("quiz.{}", question.code)
}

fn refusal(t: Locale, question: &QuizQuestion, option: &QuizOption) -> Option<ShownRefusal> {
    let language = t.language();
    (!option.refusal.is_empty()).then(|| ShownRefusal {
        question: question.label.get(language).to_owned(),
        answer: option.label.get(language).to_owned(),
        text: option.refusal.get(language).to_owned(),
    })
}

fn page(
    visit: &Visit,
    round: &Round,
    quiz: &[QuizQuestion],
    posted: &Posted,
    problems: &Problems,
) -> EligibilityPage {
    let t = visit.t;
    let over = round.title.get(t.language()).to_owned();
    let place = Link::new(url::round(&round.slug), over.clone());
    let fields = quiz
        .iter()
        .map(|question| field(t, question, posted, problems));
    let mut chrome = Chrome::new(visit, &t.say("quiz-title"))
        .back(place.clone())
        .problems(t, problems);
    // Each lacks the same: it is named by its question.
    let lacking = quiz.iter().filter_map(|one| lacking(t, one, problems));
    chrome.problems = lacking.collect();
    EligibilityPage {
        chrome,
        t,
        over,
        action: url::eligibility(&round.slug),
        round: place,
        fields: fields.collect(),
        verdict: None,
    }
}

fn lacking(t: Locale, question: &QuizQuestion, problems: &Problems) -> Option<Problem> {
    let field = name(question);
    let what = t.tell(problems.of(&field)?);
    let label = question.label.get(t.language()).to_owned();
    Some(Problem {
        href: format!("#f-{}", field.replace('.', "-")),
        text: t.tell(&named(label, what)),
    })
}

fn field(t: Locale, question: &QuizQuestion, posted: &Posted, problems: &Problems) -> Field {
    let (language, name) = (t.language(), name(question));
    let choice = |option: &QuizOption| Choice {
        value: option.code.clone(),
        label: option.label.get(language).to_owned(),
        hint: None,
        chosen: posted.first(&name) == option.code,
    };
    let control = Control::Radios(question.options.iter().map(choice).collect());
    let hint = question.hint.get(language).to_owned();
    Field {
        label: question.label.get(language).to_owned(),
        hint: (!hint.is_empty()).then_some(hint),
        ..Fields { t, problems }.field(&name, "quiz-title", "", control)
    }
}
