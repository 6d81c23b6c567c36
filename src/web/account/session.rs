//! Signing in and out, and where to after it.

use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::form::{CodeForm, SignInForm, email_field, fresh};
use super::pages::{DemoSignIn, FormPage};
use super::passkey;
use super::people::role_key;
use super::{openid, second_step};
use crate::actions::Refusal;
use crate::actions::passkey::entrance;
use crate::actions::sign_in::{self, Attempt, Browser, CodeAttempt, Step};
use crate::domain::Problems;
use crate::domain::account::Role;
use crate::store::Database;
use crate::web::access::{Anyone, Arriving, SignedIn};
use crate::web::cookies::{self, Token};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, check};
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// Where to after signing in.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ReturnTo {
    pub return_to: String,
}

fn page(visit: &Visit, form: &SignInForm, problems: &Problems) -> FormPage {
    let ask = Fields {
        t: visit.t,
        problems,
    };
    let password = ask.field("password", "field-password", "", Control::Password);
    let fields = vec![
        Field {
            autocomplete: "username",
            ..email_field(&ask, &form.email)
        },
        Field {
            autocomplete: "current-password",
            ..password
        },
    ];
    let action = url::sign_in_to(&form.return_to);
    let words = ("sign-in-title", "", "sign-in-submit");
    let mut page = FormPage::new(visit, words, action, fields, problems);
    page.provider = openid::link(visit, url::openid_to(&form.return_to));
    page.links = vec![
        Link::new(url::PASSWORD_RESET, visit.t.say("sign-in-forgotten")),
        Link::new(url::SIGN_UP, visit.t.say("sign-in-new")),
    ];
    let button = |demo: &crate::config::DemoAccount| DemoSignIn {
        role: visit.t.say(role_key(demo.role)),
        name: demo.name.clone(),
        email: demo.email.clone(),
        password: demo.password.clone(),
    };
    page.demo = visit.site.config.demo_accounts.iter().map(button).collect();
    page
}

/// The sign-in page; people who are signed in are led on.
pub async fn show(visit: Anyone, to: Query<ReturnTo>) -> Result<HttpResponse, Fault> {
    if visit.actor.is_some() {
        return Ok(visit.see(url::HOME));
    }
    let form = SignInForm {
        return_to: to.into_inner().return_to,
        ..SignInForm::default()
    };
    visit.page(&page(&visit, &form, &fresh()))
}

/// Signs in; the browser gets a new token.
pub async fn sign_in(
    visit: Anyone,
    to: Query<ReturnTo>,
    Form(mut form): Form<SignInForm>,
) -> Result<HttpResponse, Fault> {
    form.return_to = to.into_inner().return_to;
    let problems = check(&form);
    if !problems.is_empty() {
        return visit.refused(&page(&visit, &form, &problems));
    }
    let token = Token::random();
    match attempt(&visit, &form, &token).await? {
        Ok(Step::Done) => arrived(&visit, &form.return_to, &token),
        Ok(Step::Code(begun)) => {
            let known = passkey::is_expected(&visit, &begun).await?;
            let held = (begun.as_str(), form.return_to.as_str());
            visit.page(&second_step::page(&visit, held, known, &fresh()))
        }
        Err(Refusal::Invalid(problems)) => visit.refused(&page(&visit, &form, &problems)),
        Err(other) => Err(other.into()),
    }
}

/// Takes the code of the second step, or the answer of a passkey; the browser gets a new
/// token.
pub async fn sign_in_by_code(
    visit: Anyone,
    to: Query<ReturnTo>,
    Form(form): Form<CodeForm>,
) -> Result<HttpResponse, Fault> {
    let place = to.into_inner().return_to;
    let token = Token::random();
    match finish(&visit, &form, &token).await? {
        Ok(()) => arrived(&visit, &place, &token),
        Err(Refusal::Invalid(problems)) => {
            let known = passkey::is_expected(&visit, &form.begun).await?;
            let held = (form.begun.as_str(), place.as_str());
            visit.refused(&second_step::page(&visit, held, known, &problems))
        }
        // It took too long: the first step is asked for again.
        Err(Refusal::Stale(message)) => {
            let form = SignInForm {
                return_to: place,
                ..SignInForm::default()
            };
            visit.refused(&page(&visit, &form, &Problems::one("email", message)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Leads on, with the token of the session.
pub(super) fn arrived(visit: &Visit, place: &str, token: &Token) -> Result<HttpResponse, Fault> {
    let mut answer = visit.see(url::safe_place(place).unwrap_or(url::HOME));
    hand_over(visit, token, &mut answer)?;
    Ok(answer)
}

/// Gives the browser the token of its session, and the mark by which it is known again.
pub(super) fn hand_over(
    visit: &Visit,
    token: &Token,
    answer: &mut HttpResponse,
) -> Result<(), Fault> {
    let https = visit.site.config.is_https();
    for cookie in [
        cookies::session(token, https),
        cookies::mark(mark(visit, token), https),
    ] {
        answer.add_cookie(&cookie).map_err(|_| Fault::Lost)?;
    }
    Ok(())
}

fn mark(visit: &Visit, token: &Token) -> String {
    visit.mark.clone().unwrap_or_else(|| token.mark())
}

/// Tries a sign-in; a good one gives `token` its session, at once or after a code.
pub(super) async fn attempt(
    visit: &Visit,
    form: &SignInForm,
    token: &Token,
) -> Result<Result<Step, Refusal>, Fault> {
    let _turn = visit
        .site
        .hashing
        .acquire()
        .await
        .map_err(|_| Fault::Lost)?;
    let (site, stamp) = (visit.site.clone(), visit.stamp());
    let attempt = Attempt {
        email: form.email.clone(),
        password: form.password.clone(),
        browser: browser(visit, token)?,
        tries: site.config.sign_in_tries,
    };
    let done = visit
        .run(move |database| sign_in::sign_in(database, &site.hasher, &stamp, &attempt))
        .await?;
    match &done {
        Ok(Step::Done) => visit.site.metrics.tried_to_sign_in(true),
        Err(Refusal::Invalid(_)) => visit.site.metrics.tried_to_sign_in(false),
        // Its code is still to come.
        Ok(Step::Code(_)) | Err(_) => {}
    }
    Ok(done)
}

/// Tries the second step of a sign-in; a good one gives `token` its session.
pub(super) async fn finish(
    visit: &Visit,
    form: &CodeForm,
    token: &Token,
) -> Result<Result<(), Refusal>, Fault> {
    let (site, stamp) = (visit.site.clone(), visit.stamp());
    let (begun, browser) = (form.begun.clone(), browser(visit, token)?);
    let done = if form.passkey.is_empty() {
        let attempt = CodeAttempt {
            begun,
            code: form.one_time_code.clone(),
            browser,
        };
        let work = move |database: &Database| sign_in::finish(database, &stamp, &attempt);
        visit.run(work).await?
    } else {
        let attempt = entrance::Attempt {
            begun,
            asked: form.passkey_asked.clone(),
            answer: form.passkey.clone(),
            browser,
        };
        let work = move |database: &Database| {
            let place = site.passkeys.as_ref().ok_or(Refusal::NotFound)?;
            let at = (place, site.address.as_str());
            entrance::finish((database, &stamp), at, &attempt)
        };
        visit.run(work).await?
    };
    match &done {
        Ok(()) => visit.site.metrics.tried_to_sign_in(true),
        Err(Refusal::Invalid(_)) => visit.site.metrics.tried_to_sign_in(false),
        Err(_) => {}
    }
    Ok(done)
}

/// The browser of a visit, to which `token` is given.
pub(super) fn browser(visit: &Visit, token: &Token) -> Result<Browser, Fault> {
    Ok(Browser {
        client: visit.client.clone(),
        agent: visit.agent.clone(),
        secret: token.secret().to_owned(),
        second_step_of: second_step_of(visit)?,
        mark: mark(visit, token),
        told_from: visit
            .site
            .config
            .sign_in_letters
            .then(|| visit.site.address.clone()),
    })
}

/// The roles that have to sign in with a second step.
pub(super) fn second_step_of(visit: &Visit) -> Result<Vec<Role>, Fault> {
    let roles = visit.site.config.second_factor_roles();
    roles.map_err(|problem| {
        tracing::error!(problem, "nobody signs in");
        Fault::Lost
    })
}

/// Ends the session on the server and empties the browser's memory of the site; whoever
/// signed in at the provider too is sent on to sign out there.
pub async fn sign_out(
    visit: Arriving,
    request: HttpRequest,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    if let Some(session) = visit.session {
        let id = visit.actor().id;
        visit
            .act_or_fault(move |tx| sign_in::sign_out(tx, id, session))
            .await?;
    }
    let https = visit.site.config.is_https();
    let there = visit.site.openid.is_some() && cookies::is_at_provider(&request, https);
    let mut answer = match there {
        true => visit.see(url::OPENID_OUT),
        false => visit.see_with(url::ROOT, "notice-signed-out"),
    };
    let fresh = cookies::session(&Token::random(), https);
    answer.add_cookie(&fresh).map_err(|_| Fault::Lost)?;
    let clear = actix_web::http::header::HeaderValue::from_static("\"cache\", \"storage\"");
    answer
        .headers_mut()
        .insert("clear-site-data".parse().map_err(|_| Fault::Lost)?, clear);
    Ok(answer)
}

/// Leads a person to the page where their work is.
pub async fn home(visit: SignedIn) -> Result<HttpResponse, Fault> {
    let actor = visit.actor();
    let place = if actor.is_staff() {
        "/admin/rounds"
    } else if actor.is(Role::Reviewer) {
        "/reviews"
    } else {
        "/applications"
    };
    Ok(visit.see(place))
}
