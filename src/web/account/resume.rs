//! Signing in again, or choosing another language, with something typed: the page
//! holds it, and sends it on.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

use super::form::{CodeForm, SignInForm, email_field, fresh};
use super::passkey::{self, Button};
use super::second_step::{code_field, hidden, lead};
use super::session::{attempt, finish, hand_over};
use crate::actions::Refusal;
use crate::actions::sign_in::Step;
use crate::domain::{Language, Problems};
use crate::i18n::Locale;
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::cookies::Token;
use crate::web::errors::{Fault, bare};
use crate::web::forms::{Fields, Form, Pairs, check};
use crate::web::kept::Kept;
use crate::web::ui::{Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "account/resume.html")]
pub struct ResumePage {
    chrome: Chrome,
    t: Locale,
    heading: String,
    lead: String,
    action: String,
    /// A passkey may answer in place of the fields.
    passkey: Option<Button>,
    /// Asked while nobody is signed in.
    fields: Vec<Field>,
    hidden: Pairs,
    submit: String,
    /// What was typed, to be read and copied.
    texts: Vec<String>,
    /// What has to be done first, or may be done instead, in another tab.
    pub(super) first: Option<Link>,
}

impl ResumePage {
    /// The same page, where a passkey may answer instead, to what is asked at `place`.
    #[must_use]
    pub(super) fn with_passkey(mut self, place: &'static str, ask: &Fields) -> Self {
        self.passkey = Some(Button::put(&mut self.chrome, place, ask));
        self
    }
}

/// Sign-in with what was typed before it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ResumeForm {
    email: String,
    password: String,
    /// The secret of the first step, and the code or what a passkey answered, once the
    /// password was right.
    begun: String,
    one_time_code: String,
    passkey_asked: String,
    passkey: String,
    /// Where the text was to be sent.
    place: String,
    kept: String,
}

impl ResumeForm {
    fn held(&self) -> (&str, &str) {
        (self.place.as_str(), self.kept.as_str())
    }

    fn second_step(&self) -> CodeForm {
        CodeForm {
            begun: self.begun.clone(),
            one_time_code: self.one_time_code.clone(),
            passkey_asked: self.passkey_asked.clone(),
            passkey: self.passkey.clone(),
        }
    }
}

/// Answers a post whose session or token had ended, or that has to wait for a second step.
pub fn page_after(
    visit: &Visit,
    (status, fault): (StatusCode, &Fault),
    kept: &Kept,
) -> HttpResponse {
    let page = if visit.actor.is_some() {
        let owes = matches!(fault, Fault::SecondStepFirst);
        let words = if owes { &OWED } else { &LATER };
        let link = || Link::new(url::SECOND_FACTOR, visit.t.say("second-step-owed-link"));
        ResumePage {
            first: owes.then(link),
            ..again(visit, &visit.here, kept, (words, visit.token.csrf()))
        }
    } else {
        let form = ResumeForm {
            place: visit.here.clone(),
            kept: kept.sealed(),
            ..ResumeForm::default()
        };
        sign_in_page(visit, &form, kept, &fresh())
    };
    visit.answer(status, &page).unwrap_or_else(|_| bare(status))
}

/// Asks to sign in; the typed text stays in the page.
fn sign_in_page(visit: &Visit, form: &ResumeForm, kept: &Kept, problems: &Problems) -> ResumePage {
    let t = visit.t;
    let ask = Fields { t, problems };
    let email = Field {
        autocomplete: "username",
        ..email_field(&ask, &form.email)
    };
    let password = Field {
        autocomplete: "current-password",
        ..ask.field("password", "field-password", "", Control::Password)
    };
    let words = ["resume-title", "resume-lead", "resume-submit"];
    let (to, fields) = ((words, url::SIGN_IN_RESUME), vec![email, password]);
    asking(visit, to, form.held(), kept.texts(), (fields, problems))
}

/// Asks for the second step; the typed text stays in the page.
async fn code_page(
    visit: &Visit,
    form: &ResumeForm,
    kept: &Kept,
    problems: &Problems,
) -> Result<ResumePage, Fault> {
    let known = passkey::is_expected(visit, &form.begun).await?;
    let ask = Fields {
        t: visit.t,
        problems,
    };
    let words = ["second-step-title", lead(known), "resume-submit"];
    let fields = vec![
        hidden("begun", &form.begun),
        code_field(&ask, "field-code-hint"),
    ];
    let to = (words, url::SIGN_IN_RESUME);
    let page = asking(visit, to, form.held(), kept.texts(), (fields, problems));
    Ok(match known {
        true => page.with_passkey(url::SIGN_IN_PASSKEY, &ask),
        false => page,
    })
}

/// A page that asks who it is, and holds what was typed and where it goes.
pub(super) fn asking(
    visit: &Visit,
    (words, action): (Words, &str),
    (place, kept): (&str, &str),
    texts: Vec<String>,
    (fields, problems): (Vec<Field>, &Problems),
) -> ResumePage {
    let t = visit.t;
    let [heading, lead, submit] = words.map(|key| t.say(key));
    ResumePage {
        chrome: Chrome::new(visit, &heading).problems(t, problems),
        t,
        heading,
        lead,
        action: action.to_owned(),
        passkey: None,
        fields,
        hidden: vec![
            ("place".to_owned(), place.to_owned()),
            ("kept".to_owned(), kept.to_owned()),
        ],
        submit,
        texts,
        first: None,
    }
}

/// Heading, lead and button of a page that sends once more what was typed.
pub(super) type Words = [&'static str; 3];

const LATER: Words = [
    "resume-again-title",
    "resume-again-lead",
    "resume-again-submit",
];
const OWED: Words = [
    "second-step-owed",
    "second-step-owed-text",
    "resume-again-submit",
];
const TRANSLATED: Words = [
    "resume-language-title",
    "resume-language-lead",
    "resume-language-submit",
];

const AWAY: Words = [
    "fault-unavailable",
    "resume-away-lead",
    "resume-again-submit",
];
const LOCKED: Words = ["fault-locked", "resume-locked-lead", "resume-again-submit"];
const UNCERTAIN: Words = [
    "fault-uncertain",
    "resume-uncertain-lead",
    "resume-again-submit",
];

/// Answers a post of which nothing was kept because the database or its master key is away,
/// or of which that is uncertain.
pub fn page_later(
    visit: &Visit,
    (status, fault): (StatusCode, &Fault),
    kept: &Kept,
) -> HttpResponse {
    let words = match fault {
        Fault::Uncertain => &UNCERTAIN,
        Fault::Locked => &LOCKED,
        _ => &AWAY,
    };
    let page = again(visit, &visit.here, kept, (words, visit.token.csrf()));
    visit.answer(status, &page).unwrap_or_else(|_| bare(status))
}

/// Shows what was typed in the language that was chosen, on the way back to its form.
pub fn page_in(visit: &Visit, language: Language, place: &str, kept: &Kept) -> ResumePage {
    let visit = visit.in_language(language);
    again(&visit, place, kept, (&TRANSLATED, visit.token.csrf()))
}

/// Asks to send once more what could not be sent.
pub(super) fn again(
    visit: &Visit,
    place: &str,
    kept: &Kept,
    (words, csrf): (&Words, String),
) -> ResumePage {
    let t = visit.t;
    let [heading, lead, submit] = words.map(|key| t.say(key));
    let mut chrome = Chrome::new(visit, &heading);
    chrome.csrf = csrf;
    // Another language takes the same text along to the same place.
    place.clone_into(&mut chrome.here);
    chrome.typed = Some(kept.sealed());
    ResumePage {
        chrome,
        t,
        heading,
        lead,
        action: place.to_owned(),
        passkey: None,
        fields: Vec::new(),
        hidden: kept.0.clone(),
        submit,
        texts: kept.texts(),
        first: None,
    }
}

/// Signs in, and offers to send what was typed.
pub async fn sign_in(visit: Anyone, Form(form): Form<ResumeForm>) -> Result<HttpResponse, Fault> {
    let kept = Kept::open(&form.kept).ok_or(Fault::Unreadable)?;
    let place = url::safe_place(&form.place).ok_or(Fault::Unreadable)?;
    let token = Token::random();
    let tried = if form.begun.is_empty() {
        let asked = SignInForm {
            email: form.email.clone(),
            password: form.password.clone(),
            ..SignInForm::default()
        };
        let problems = check(&asked);
        if !problems.is_empty() {
            return visit.refused(&sign_in_page(&visit, &form, &kept, &problems));
        }
        attempt(&visit, &asked, &token).await?
    } else {
        let typed = form.second_step();
        finish(&visit, &typed, &token).await?.map(|()| Step::Done)
    };
    match tried {
        Ok(Step::Done) => {
            let page = again(&visit, place, &kept, (&LATER, token.csrf()));
            let mut answer = visit.page(&page)?;
            hand_over(&visit, &token, &mut answer)?;
            Ok(answer)
        }
        Ok(Step::Code(begun)) => {
            let form = ResumeForm { begun, ..form };
            visit.page(&code_page(&visit, &form, &kept, &fresh()).await?)
        }
        Err(Refusal::Invalid(problems)) if form.begun.is_empty() => {
            visit.refused(&sign_in_page(&visit, &form, &kept, &problems))
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&code_page(&visit, &form, &kept, &problems).await?)
        }
        // It took too long: the first step is asked for again.
        Err(Refusal::Stale(message)) => {
            let problems = Problems::one("email", message);
            visit.refused(&sign_in_page(&visit, &form, &kept, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
