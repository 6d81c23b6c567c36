//! Where the money of an award goes: said by the organisation, read whole by staff only
//! on record.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{award, desk, own, words};
use crate::actions::Refusal;
use crate::actions::award::{Case, case, give_bank, read_bank};
use crate::domain::award::BankText;
use crate::domain::{AwardId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::Tx;
use crate::web::access::{Admin, Applicant, Fresh};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link, Width};

/// An account as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct BankForm {
    holder: String,
    bank: String,
    iban: String,
    bic: String,
}

#[derive(Template)]
#[template(path = "award/bank.html")]
struct BankPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    facts: Vec<(String, String)>,
}

/// The whole account for an admin; each reading is in the audit log, which is why it is
/// posted.
pub async fn read(
    visit: Fresh<Admin>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (award(&id)?, visit.actor().clone());
    let reach = Reach::staff(visit.actor());
    let found = visit.read(move |reader| case(reader, reach, id)).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let bank = visit
        .act_or_fault(move |tx| read_bank(tx, &actor, id))
        .await?;
    let t = visit.t;
    let facts = [
        ("bank-holder", bank.holder),
        ("bank-name", bank.bank),
        ("bank-iban", bank.iban),
        ("bank-bic", bank.bic),
    ];
    visit.page(&BankPage {
        chrome: Chrome::new(&visit, &t.say("award-bank"))
            .back(Link::new(desk(id), t.say("award-title"))),
        t,
        organisation: found.owner.name(t.language()).to_owned(),
        facts: facts.map(|(key, value)| (t.say(key), value)).into(),
    })
}

async fn load(visit: &Applicant, id: AwardId) -> Result<Case, Fault> {
    let reach = Reach::applicant(visit.actor());
    let found = visit.read(move |reader| case(reader, reach, id)).await?;
    found.ok_or(Fault::NotFound)
}

fn page(visit: &Applicant, case: &Case, (form, problems): (&BankForm, &Problems)) -> FormPage {
    let (t, back) = (visit.t, own(case.award.id));
    let (ask, heading) = (Fields { t, problems }, t.say("award-bank"));
    let line = Control::Line(Width::Full);
    let (iban, bic) = (words::latin(Width::Full), words::latin(Width::Short));
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("award-own")))
            .problems(t, problems),
        over: case.owner.name(t.language()).to_owned(),
        heading,
        lead: t.say("bank-lead"),
        action: format!("{back}/bank"),
        fields: vec![
            ask.hinted(
                "holder",
                "bank-holder",
                "bank-holder-hint",
                &form.holder,
                line.clone(),
            ),
            ask.field("bank", "bank-name", &form.bank, line),
            ask.hinted("iban", "bank-iban", "bank-iban-hint", &form.iban, iban),
            Field {
                optional: true,
                ..ask.field("bic", "bank-bic", &form.bic, bic)
            },
        ],
        submit: t.say("bank-save"),
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

/// The form. A number that was given before is not shown again.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let case = load(&visit, award(&id)?).await?;
    let form = BankForm {
        holder: case.owner.name(visit.t.language()).to_owned(),
        ..BankForm::default()
    };
    visit.page(&page(&visit, &case, (&form, &Problems::default())))
}

/// Keeps an account.
pub async fn give(
    visit: Fresh<Applicant>,
    id: Path<String>,
    Form(form): Form<BankForm>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (award(&id)?, visit.actor().clone());
    let text = BankText {
        holder: form.holder.clone(),
        bank: form.bank.clone(),
        iban: form.iban.clone(),
        bic: form.bic.clone(),
    };
    let write = move |tx: &mut Tx| give_bank(tx, &actor, id, &text);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&own(id), "notice-bank-given")),
        Err(Refusal::Invalid(problems)) => {
            let case = load(&visit, id).await?;
            visit.refused(&page(&visit, &case, (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}
