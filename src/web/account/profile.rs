//! One's own account: profile, password, sessions.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::form::{PasswordForm, ProfileForm, fresh, new_password, profile_fields};
use super::joining::{hash, told_of};
use super::pages::{FormPage, ProfilePage, ShownSession, Time};
use super::present::{check_present, present_field};
use crate::actions::{Refusal, account, notices, reminders, sign_in};
use crate::domain::account::Role;
use crate::domain::password::check_password;
use crate::domain::{Language, Moment, Problems, SessionId, device};
use crate::policy::conflict::is_inside;
use crate::store::session::{self, SessionRow};
use crate::store::{self};
use crate::web::access::SignedIn;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;

async fn page(
    visit: &SignedIn,
    form: &ProfileForm,
    problems: &Problems,
) -> Result<ProfilePage, Fault> {
    let id = visit.actor().id;
    let load = move |reader: &mut store::Reader| {
        let since = store::second_factor::since(reader, id)?;
        Ok((session::of_account(reader, id)?, since))
    };
    let (rows, since) = visit.read(load).await?;
    let (second_factor, second_factor_link) = second_factor(visit, since);
    let t = visit.t;
    let time = |at: Moment| Time {
        said: t.when(at, visit.zone()),
        machine: at.rfc3339(),
    };
    let shown = |row: SessionRow| ShownSession {
        device: device::kind(&row.agent).map_or(row.agent, |kind| t.tell(&kind)),
        begun: time(row.created_at),
        seen: time(row.seen_at),
        current: Some(row.id) == visit.session,
        end: url::session_end(row.id),
    };
    let sessions = rows.into_iter().filter(|row| visit.is_alive(row));
    let sessions: Vec<ShownSession> = sessions.map(shown).collect();
    Ok(ProfilePage {
        chrome: Chrome::new(visit, &visit.t.say("account-title")).problems(visit.t, problems),
        t: visit.t,
        email: visit.actor().email.clone(),
        fields: profile_fields(
            &Fields {
                t: visit.t,
                problems,
            },
            form,
        ),
        reviews: visit.actor().is(Role::Reviewer),
        affiliations: is_inside(visit.actor())
            .then(|| Link::new(url::AFFILIATIONS, visit.t.say("affiliations-change"))),
        second_factor,
        second_factor_link,
        others: sessions.iter().any(|one| !one.current),
        sessions,
    })
}

/// How the second step stands, and where to.
fn second_factor(visit: &SignedIn, since: Option<Moment>) -> (String, Link) {
    let t = visit.t;
    let (said, words) = match since {
        Some(since) => (
            t.with("second-factor-since", "when", t.when(since, visit.zone())),
            "second-factor-see",
        ),
        None => (t.say("second-factor-off"), "second-factor-change"),
    };
    (said, Link::new(url::SECOND_FACTOR, t.say(words)))
}

/// The account page.
pub async fn show(visit: SignedIn) -> Result<HttpResponse, Fault> {
    let actor = visit.actor();
    let id = actor.id;
    let kept = visit.read(move |reader| {
        let frequency = store::notice::frequency(reader, id)?;
        Ok((frequency, reminders::chosen(reader, id)?))
    });
    let (frequency, wanted) = kept.await?;
    let reviews = actor.is(Role::Reviewer);
    let form = ProfileForm {
        notices: frequency.code().to_owned(),
        reminders: if reviews { wanted } else { "" }.to_owned(),
        name: actor.name.clone(),
        language: actor.language.code().to_owned(),
        time_zone: actor.time_zone.clone(),
    };
    visit.page(&page(&visit, &form, &fresh()).await?)
}

/// Changes the profile.
pub async fn change(visit: SignedIn, Form(form): Form<ProfileForm>) -> Result<HttpResponse, Fault> {
    let language = Language::from_code(&form.language).unwrap_or(visit.actor().language);
    let (id, typed) = (visit.actor().id, form.clone());
    let change = move |tx: &mut store::Tx| {
        account::change_profile(tx, id, &typed.name, language, &typed.time_zone)?;
        notices::choose(tx, id, &typed.notices)?;
        reminders::choose(tx, id, &typed.reminders)
    };
    match visit.act(change).await? {
        Ok(()) => Ok(visit.see_with(url::ACCOUNT, "notice-saved")),
        Err(Refusal::Invalid(problems)) => visit.refused(&page(&visit, &form, &problems).await?),
        Err(other) => Err(other.into()),
    }
}

fn password_page(visit: &SignedIn, problems: &Problems) -> FormPage {
    let ask = Fields {
        t: visit.t,
        problems,
    };
    let fields = vec![present_field(&ask), new_password(&ask)];
    let words = ("password-title", "password-lead", "password-submit");
    let mut page = FormPage::new(
        visit,
        words,
        "/account/password".to_owned(),
        fields,
        problems,
    );
    page.chrome = page
        .chrome
        .back(Link::new(url::ACCOUNT, visit.t.say("account-title")));
    page
}

/// The page to change the password.
pub async fn show_password(visit: SignedIn) -> Result<HttpResponse, Fault> {
    visit.page(&password_page(&visit, &fresh()))
}

/// Changes the password when the present one is right; ends other sessions.
pub async fn change_password(
    visit: SignedIn,
    Form(form): Form<PasswordForm>,
) -> Result<HttpResponse, Fault> {
    let actor = visit.actor();
    let told = told_of(&visit, Some(actor.id)).await?;
    if let Err(message) = check_password(&form.password, told.iter().map(String::as_str)) {
        return visit.refused(&password_page(&visit, &Problems::one("password", message)));
    }
    if let Err(Refusal::Invalid(problems)) = check_present(&visit, actor.id, form.present).await? {
        return visit.refused(&password_page(&visit, &problems));
    }
    let hash = hash(&visit, &form.password).await?;
    let (id, keep, site) = (actor.id, visit.session, visit.site.address.clone());
    visit
        .act_or_fault(move |tx| account::change_password(tx, id, &hash, keep, &site))
        .await?;
    Ok(visit.see_with(url::ACCOUNT, "notice-password-changed"))
}

/// Ends another of one's sessions.
pub async fn end_session(
    visit: SignedIn,
    session: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let session = SessionId::parse(&session).map_err(|_| Fault::NotFound)?;
    let id = visit.actor().id;
    visit
        .act_or_fault(move |tx| sign_in::end_session(tx, id, session))
        .await?;
    Ok(visit.see_with(url::ACCOUNT, "notice-session-ended"))
}

/// Ends every other of one's sessions.
pub async fn end_other_sessions(visit: SignedIn, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let (id, keep) = (visit.actor().id, visit.session);
    visit
        .act_or_fault(move |tx| sign_in::end_other_sessions(tx, id, keep))
        .await?;
    Ok(visit.see_with(url::ACCOUNT, "notice-sessions-ended"))
}
