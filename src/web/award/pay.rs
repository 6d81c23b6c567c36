//! Transfers of an award: preparing one, and the steps on its way.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::{award, desk, number, words};
use crate::actions::Refusal;
use crate::actions::award::{
    Case, PayConcern, approve, case, drop_payment, note_paid, pay_concern, prepare as make,
};
use crate::domain::award::{PayStage, PayText, SCREENING_DAYS};
use crate::domain::{AwardId, Currency, DisbursementId, Message, Problems};
use crate::policy::Reach;
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::list_screening::before_payment;
use crate::web::ui::{Choice, Control, Field, Link, Width};

/// How a tranche is paid, as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct PayForm {
    currency: String,
    rate: String,
    day: String,
    source: String,
}

/// A step as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct StepForm {
    /// The account that was read before approving.
    account: String,
    reason: String,
    day: String,
}

/// A step of a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Approve,
    Execute,
    Drop,
}

impl Step {
    fn from_code(code: &str) -> Option<Self> {
        match code {
            "approval" => Some(Self::Approve),
            "execution" => Some(Self::Execute),
            "drop" => Some(Self::Drop),
            _ => None,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Approve => "award-approve",
            Self::Execute => "award-note-paid",
            Self::Drop => "award-take-back",
        }
    }
}

struct Loaded {
    case: Case,
    concern: Option<PayConcern>,
}

async fn load(visit: &Admin, id: AwardId) -> Result<Loaded, Fault> {
    let (reach, now) = (Reach::staff(visit.actor()), visit.now());
    let find = move |reader: &mut Reader| {
        let Some(case) = case(reader, reach, id)? else {
            return Ok(None);
        };
        let concern = pay_concern(reader, reach, &case, now)?;
        Ok(Some(Loaded { case, concern }))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn frame(
    visit: &Admin,
    case: &Case,
    (heading, lead): (String, String),
    problems: &Problems,
) -> FormPage {
    let (t, back) = (visit.t, desk(case.award.id));
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("award-title")))
            .problems(t, problems),
        over: case.owner.name(t.language()).to_owned(),
        lead,
        action: String::new(),
        fields: Vec::new(),
        submit: heading.clone(),
        heading,
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

fn page(
    visit: &Admin,
    (case, position): (&Case, i32),
    (form, problems): (&PayForm, &Problems),
) -> Result<FormPage, Fault> {
    let (t, ask) = (
        visit.t,
        Fields {
            t: visit.t,
            problems,
        },
    );
    let left = case.left_of(position).ok_or(Fault::NotFound)?;
    let lead = Message::new("award-prepare-lead").with("amount", left);
    let words = (t.say("award-prepare"), t.tell(&lead));
    let option = |currency: Currency| Choice {
        value: currency.code().to_owned(),
        label: currency.code().to_owned(),
        hint: None,
        chosen: form.currency == currency.code(),
    };
    let currencies = Currency::all().map(option).collect();
    Ok(FormPage {
        action: format!("{}/tranches/{position}", desk(case.award.id)),
        fields: vec![
            ask.field(
                "currency",
                "award-pay-currency",
                "",
                Control::Select(currencies),
            ),
            ask.hinted(
                "rate",
                "award-rate",
                "award-rate-hint",
                &form.rate,
                words::latin(Width::Short),
            ),
            ask.field("day", "award-rate-day", &form.day, words::day()),
            ask.field(
                "source",
                "award-rate-source",
                &form.source,
                Control::Line(Width::Medium),
            ),
        ],
        ..frame(visit, case, words, problems)
    })
}

/// How a tranche is to be paid.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let (id, position) = (award(&path.0)?, number(&path.1)?);
    let loaded = load(&visit, id).await?;
    let form = PayForm {
        currency: loaded.case.award.amount().currency.code().to_owned(),
        ..PayForm::default()
    };
    let fresh = (&form, &Problems::default());
    visit.page(&page(&visit, (&loaded.case, position), fresh)?)
}

/// Prepares the transfer of a tranche.
pub async fn prepare(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<PayForm>,
) -> Result<HttpResponse, Fault> {
    let (id, position) = (award(&path.0)?, number(&path.1)?);
    let actor = visit.actor().clone();
    let text = PayText {
        currency: form.currency.clone(),
        rate: form.rate.clone(),
        day: form.day.clone(),
        source: form.source.clone(),
    };
    let write = move |tx: &mut Tx| make(tx, &actor, (id, position), &text);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&desk(id), "notice-disbursement-prepared")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, id).await?;
            visit.refused(&page(&visit, (&loaded.case, position), (&form, &problems))?)
        }
        Err(other) => Err(other.into()),
    }
}

type Ids = (AwardId, DisbursementId, Step);

fn ids(path: &(String, String, String)) -> Result<Ids, Fault> {
    let payment = DisbursementId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let step = Step::from_code(&path.2).ok_or(Fault::NotFound)?;
    Ok((award(&path.0)?, payment, step))
}

fn step_page(
    visit: &Admin,
    loaded: &Loaded,
    (payment, step): (DisbursementId, Step),
    (form, problems): (&StepForm, &Problems),
) -> Result<FormPage, Fault> {
    let (t, case) = (visit.t, &loaded.case);
    let row = case.payments.iter().find(|one| one.id == payment);
    let row = row.ok_or(Fault::NotFound)?;
    let to = match step {
        Step::Approve => case.bank.as_ref(),
        Step::Execute | Step::Drop => case.account_of(row),
    };
    let mut lead = vec![match to {
        Some(to) => words::goes_to(t, words::paid(t, case, row), to),
        None => t.say("award-bank-none"),
    }];
    match step {
        Step::Approve => {
            let told = loaded.concern.map(|one| concern(visit, one));
            lead.push(told.unwrap_or_else(|| t.say("award-screened")));
        }
        Step::Execute | Step::Drop => lead.extend(words::other_account(t, case, row)),
    }
    if step == Step::Drop && row.stage() == PayStage::Exported {
        lead.push(t.say("award-at-bank"));
    }
    let code = match step {
        Step::Approve => "approval",
        Step::Execute => "execution",
        Step::Drop => "drop",
    };
    let place = desk(case.award.id);
    Ok(FormPage {
        action: format!("{place}/disbursements/{payment}/{code}"),
        fields: fields(&Fields { t, problems }, (step, loaded), form),
        ..frame(visit, case, (t.say(step.key()), lead.join(" ")), problems)
    })
}

fn concern(visit: &Admin, one: PayConcern) -> String {
    let t = visit.t;
    let mut told = Vec::new();
    if one.kept {
        told.push(t.say("award-hits-kept"));
    }
    if one.due {
        told.push(t.with("award-screening-due", "n", SCREENING_DAYS));
    }
    if one.unsettled > 0 {
        told.push(t.count("award-hits", usize::try_from(one.unsettled).unwrap_or(0)));
    }
    told.join(" ")
}

fn fields(ask: &Fields, (step, loaded): (Step, &Loaded), form: &StepForm) -> Vec<Field> {
    match step {
        Step::Execute => {
            let label = ("award-executed-on", "filing-day-hint");
            vec![ask.hinted("day", label.0, label.1, &form.day, words::day())]
        }
        Step::Approve => {
            let read = loaded.case.bank.as_ref().map(|bank| bank.id.to_string());
            let mut all = vec![Field {
                name: "account".to_owned(),
                value: read.unwrap_or_default(),
                control: Control::Hidden,
                ..Field::default()
            }];
            if loaded.concern.is_some() {
                let hint = "award-approve-reason-hint";
                let (key, area) = ("award-approve-reason", Control::Area(3));
                all.push(ask.hinted("reason", key, hint, &form.reason, area));
            }
            all
        }
        Step::Drop => vec![ask.field("reason", "award-reason", &form.reason, Control::Area(3))],
    }
}

/// The form of a step.
pub async fn show_step(
    visit: Admin,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, Fault> {
    let (id, payment, step) = ids(&path)?;
    let loaded = load(&visit, id).await?;
    let fresh = (&StepForm::default(), &Problems::default());
    visit.page(&step_page(&visit, &loaded, (payment, step), fresh)?)
}

/// Takes a step.
pub async fn take_step(
    visit: Admin,
    path: Path<(String, String, String)>,
    Form(form): Form<StepForm>,
) -> Result<HttpResponse, Fault> {
    let (id, payment, step) = ids(&path)?;
    if step == Step::Approve {
        before_payment(&visit, (id, payment)).await?;
    }
    let (actor, typed, about) = (visit.actor().clone(), form.clone(), (id, payment));
    let write = move |tx: &mut Tx| match step {
        Step::Approve => approve(tx, &actor, about, (&typed.account, &typed.reason)),
        Step::Execute => note_paid(tx, &actor, about, &typed.day),
        Step::Drop => drop_payment(tx, &actor, about, &typed.reason),
    };
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&desk(id), "notice-disbursement-noted")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, id).await?;
            let typed = (&form, &problems);
            visit.refused(&step_page(&visit, &loaded, (payment, step), typed)?)
        }
        Err(other) => Err(other.into()),
    }
}
