//! The sponsor's side of the link in the mail: signing in or up, reading who
//! asks for what, consenting or declining. Nothing of the application itself is
//! shown here.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::actions::join_by_link::Letter;
use crate::actions::sponsorship as answering;
use crate::domain::member::{MemberRole, Verb};
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::{Message, Money, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::section::{self, merged};
use crate::store::sponsorship::SponsorshipRow;
use crate::store::{Reader, StoreError, Tx, application, member, organisation, round};
use crate::web::access::{Anyone, SignedIn};
use crate::web::account::{JoinForm, by_link};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field};
use crate::web::url;
use crate::web::visit::Visit;

/// Codes of the answers that say when the grant begins and for how many months.
const START: &str = "start";
const MONTHS: &str = "months";

async fn asked(visit: &Visit, secret: &str) -> Result<SponsorshipRow, Fault> {
    let (now, secret) = (visit.now(), secret.to_owned());
    let found = visit.read(move |reader| answering::asked(reader, &secret, now));
    let found = found.await?;
    found.ok_or_else(|| Fault::Stale(Message::new("error-link-used")))
}

/// The page behind the link.
pub async fn show(visit: Anyone, secret: Path<String>) -> Result<HttpResponse, Fault> {
    let row = asked(&visit, &secret).await?;
    let Some(actor) = visit.actor.clone() else {
        return by_link::show(&visit, (Letter::Sponsorship, &secret), row.email);
    };
    let fresh = Problems::default();
    let page = page(&visit, &secret, (&actor, &row), &fresh).await?;
    visit.page(&page)
}

/// Makes an account and leads to signing in.
pub async fn sign_up(
    visit: Anyone,
    secret: Path<String>,
    Form(form): Form<JoinForm>,
) -> Result<HttpResponse, Fault> {
    by_link::sign_up(&visit, (Letter::Sponsorship, &secret), &form).await
}

/// What a sponsor may see of an application.
pub struct Request {
    applicant: Organisation,
    amount: Option<Money>,
    start: Option<Day>,
    months: Option<i64>,
}

/// Loads it: who asks for how much and for how long. That is all a sponsor needs
/// to consent, and all that leaves the application; no reach is asked because the
/// holder of the link has none.
pub fn request(
    reader: &mut Reader,
    id: crate::domain::ApplicationId,
) -> Result<Option<Request>, StoreError> {
    let reach = Reach::operator();
    let Some(row) = application::find(reader, reach, id)? else {
        return Ok(None);
    };
    let round = round::by_id(reader, row.round_id)?;
    let applicant = organisation::by_ids(reader, &[row.organisation_id])?.pop();
    let answers = merged(&section::of_application(reader, reach, id)?);
    Ok(round.zip(applicant).map(|(round, applicant)| Request {
        applicant,
        amount: row
            .requested_minor
            .map(|minor| Money::new(minor, round.currency)),
        start: match answers.get(START) {
            Some(crate::domain::answers::Answer::Day(day)) => Some(*day),
            _ => None,
        },
        months: answers.number(MONTHS),
    }))
}

impl Request {
    /// The applicant's name for a reader.
    pub fn name(&self, t: Locale) -> String {
        self.applicant.name(t.language()).to_owned()
    }

    /// The amount in words, or that it is still open.
    pub fn amount(&self, t: Locale) -> String {
        let open = || t.say("sponsor-open-question");
        self.amount.map_or_else(open, |amount| t.money(amount))
    }

    /// When it would begin and for how long, or that it is still open.
    pub fn period(&self, t: Locale) -> String {
        let months = usize::try_from(self.months.unwrap_or(0)).unwrap_or(0);
        match (self.start, months) {
            (_, 0) => t.say("sponsor-open-question"),
            (None, months) => t.count("sponsor-months", months),
            (Some(day), months) => {
                let words = Message::new("sponsor-period")
                    .with("day", t.day(day))
                    .with("months", t.count("sponsor-months", months));
                t.tell(&words)
            }
        }
    }
}

#[derive(Template)]
#[template(path = "sponsorship/answer.html")]
struct AnswerPage {
    chrome: Chrome,
    t: Locale,
    applicant: String,
    amount: String,
    period: String,
    action: String,
    /// For which organisation; none where the reader owns none.
    choice: Option<Field>,
    /// Where to make an organisation first.
    found: String,
}

async fn page(
    visit: &Visit,
    secret: &str,
    (actor, row): (&Actor, &SponsorshipRow),
    problems: &Problems,
) -> Result<AnswerPage, Fault> {
    let (id, me) = (row.application_id, actor.id);
    let load = move |reader: &mut Reader| {
        let roles = member::roles_of(reader, me)?;
        let owned = roles
            .into_iter()
            .filter(|(_, role)| role.allows(Verb::Sponsor));
        let owned: Vec<OrganisationId> = owned.map(|(id, _): (_, MemberRole)| id).collect();
        Ok((request(reader, id)?, organisation::named(reader, &owned)?))
    };
    let (request, own) = visit.read(load).await?;
    let request = request.ok_or(Fault::NotFound)?;
    let (t, place) = (visit.t, url::sponsor_question(secret));
    let own = own.iter().filter(|own| own.id != request.applicant.id);
    let options: Vec<Choice> = own.map(|own| option(t, own)).collect();
    let ask = Fields { t, problems };
    let control = |options| Control::Radios(options);
    Ok(AnswerPage {
        chrome: Chrome::new(visit, &t.say("sponsor-answer-title")).problems(t, problems),
        t,
        applicant: request.name(t),
        amount: request.amount(t),
        period: request.period(t),
        action: format!("{place}/answer"),
        choice: (!options.is_empty())
            .then(|| ask.field("organisation", "sponsor-answer-as", "", control(options))),
        found: url::new_organisation_to(&place),
    })
}

fn option(t: Locale, organisation: &Organisation) -> Choice {
    Choice {
        value: organisation.id.to_string(),
        label: organisation.name(t.language()).to_owned(),
        hint: None,
        chosen: false,
    }
}

/// The answer, and for which organisation.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    organisation: String,
    answer: String,
}

/// Consents or declines.
pub async fn answer(
    visit: SignedIn,
    secret: Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<HttpResponse, Fault> {
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    if form.answer == "decline" {
        let decline = move |tx: &mut Tx| answering::decline(tx, &actor, &secret, &site);
        visit.act_or_fault(decline).await?;
        return Ok(visit.see_with(url::HOME, "notice-sponsor-declined"));
    }
    let Ok(id) = OrganisationId::parse(&form.organisation) else {
        let row = asked(&visit, &secret).await?;
        let problems = Problems::one("organisation", Message::new("error-choice"));
        let page = page(&visit, &secret, (&actor, &row), &problems);
        return visit.refused(&page.await?);
    };
    let consent = move |tx: &mut Tx| answering::consent(tx, &actor, &secret, id, &site);
    visit.act_or_fault(consent).await?;
    Ok(visit.see_with(&url::sponsorships(id), "notice-sponsor-consented"))
}
