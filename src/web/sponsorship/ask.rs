//! The applicant's side: naming a fiscal sponsor, asking it, taking the question
//! back.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::words;
use crate::actions::{Refusal, sponsorship as asking};
use crate::domain::Problems;
use crate::i18n::Locale;
use crate::policy::sponsorship::MayAskSponsor;
use crate::store::Tx;
use crate::store::sponsorship::SponsorshipRow;
use crate::web::access::Applicant;
use crate::web::account::email_field;
use crate::web::application::{Opened, opened, sponsor};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link, Notice, Tone, Width};
use crate::web::url;

/// Whom to ask.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AskForm {
    sponsor: String,
    email: String,
}

#[derive(Template)]
#[template(path = "sponsorship/ask.html")]
struct AskPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    /// Where the latest question stands.
    state: Option<Notice>,
    /// Until when the link in the mail works.
    open_until: Option<String>,
    action: String,
    /// Empty where nobody can be asked now.
    fields: Vec<Field>,
    /// Where to take the question back; empty where that can't be.
    withdrawal: String,
    consented: bool,
}

#[derive(Template)]
#[template(path = "sponsorship/withdrawal.html")]
struct WithdrawalPage {
    chrome: Chrome,
    t: Locale,
    line: String,
    lead: String,
    action: String,
    back: String,
}

fn page(
    visit: &Applicant,
    opened: &Opened,
    row: Option<&SponsorshipRow>,
    (form, problems): (&AskForm, &Problems),
) -> AskPage {
    let (t, id) = (visit.t, opened.row.id);
    let about = (id, opened.row.status);
    let state = row.map(|row| row.state);
    let free = MayAskSponsor::on(visit.actor(), opened.standing, about, state).is_ok();
    let may = MayAskSponsor::on(visit.actor(), opened.standing, about, None).is_ok();
    let open = row.filter(|row| row.state.is_open() && may);
    let back = Link::new(url::application(id), t.say("application-back"));
    AskPage {
        chrome: Chrome::new(visit, &t.say("sponsor-title"))
            .back(back)
            .problems(t, problems),
        t,
        organisation: opened.names(t).0,
        state: row.map(|row| Notice {
            tone: words::state(t, Some(row)).tone,
            text: words::line(visit, row),
        }),
        open_until: open
            .filter(|row| row.answered_at.is_none())
            .map(|row| t.date(row.expires_at, visit.zone())),
        action: url::application_page(id, "sponsor"),
        fields: if free {
            fields(&Fields { t, problems }, form)
        } else {
            Vec::new()
        },
        withdrawal: open
            .map(|_| url::application_page(id, "sponsor/withdrawal"))
            .unwrap_or_default(),
        consented: row.is_some_and(|row| words::state(t, Some(row)).tone == Tone::Good),
    }
}

fn fields(ask: &Fields, form: &AskForm) -> Vec<Field> {
    vec![
        ask.field(
            "sponsor",
            "sponsor-name",
            &form.sponsor,
            Control::Line(Width::Full),
        ),
        Field {
            hint: Some(ask.t.say("sponsor-email-hint")),
            autocomplete: "off",
            ..email_field(ask, &form.email)
        },
    ]
}

/// The sponsor of an application, or the form to ask one.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let row = sponsor(&visit, &opened).await?;
    let (form, problems) = (AskForm::default(), Problems::default());
    visit.page(&page(&visit, &opened, row.as_ref(), (&form, &problems)))
}

/// Asks a sponsor.
pub async fn ask(
    visit: Applicant,
    id: Path<String>,
    Form(form): Form<AskForm>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let (id, actor, site) = (
        opened.row.id,
        visit.actor().clone(),
        visit.site.address.clone(),
    );
    let (name, email, language) = (form.sponsor.clone(), form.email.clone(), visit.t.language());
    let ask =
        move |tx: &mut Tx| asking::ask_sponsor(tx, &actor, id, (&name, &email), (language, &site));
    match visit.act(ask).await? {
        Ok(()) => Ok(visit.see_with(
            &url::application_page(id, "sponsor"),
            "notice-sponsor-asked",
        )),
        Err(Refusal::Invalid(problems)) => {
            let row = sponsor(&visit, &opened).await?;
            visit.refused(&page(&visit, &opened, row.as_ref(), (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Asks whether to take the question back.
pub async fn show_withdrawal(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let about = (opened.row.id, opened.row.status);
    MayAskSponsor::on(visit.actor(), opened.standing, about, None)?;
    let row = sponsor(&visit, &opened).await?;
    let row = row
        .filter(|row| row.state.is_open())
        .ok_or(Fault::NotFound)?;
    let (t, back) = (visit.t, url::application_page(opened.row.id, "sponsor"));
    visit.page(&WithdrawalPage {
        chrome: Chrome::new(&visit, &t.say("sponsor-drop-title"))
            .back(Link::new(back.clone(), t.say("sponsor-title"))),
        t,
        line: words::line(&visit, &row),
        lead: t.say("sponsor-drop-lead"),
        action: url::application_page(opened.row.id, "sponsor/withdrawal"),
        back,
    })
}

/// Takes the question back.
pub async fn withdraw(
    visit: Applicant,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = opened(&visit, &id).await?.row.id;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx: &mut Tx| asking::drop_sponsor(tx, &actor, id))
        .await?;
    let place = url::application_page(id, "sponsor");
    Ok(visit.see_with(&place, "notice-sponsor-dropped"))
}
