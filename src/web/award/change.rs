//! Changing an award that stands, and ending it: one form each.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::{award, desk, number, words};
use crate::actions::Refusal;
use crate::actions::award::{Case, Change, ChangeText, case, change, take_back_amendment};
use crate::domain::{AwardId, Problems};
use crate::policy::Reach;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link};

/// A change as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct ChangeForm {
    words: String,
    day: String,
    amount: String,
}

/// The message that names a change.
pub fn key(change: Change) -> &'static str {
    match change {
        Change::Amend => "award-amend",
        Change::Extend => "award-extend",
        Change::Free => "award-free",
        Change::Cancel => "award-cancel",
        Change::Close => "award-close",
    }
}

fn lead(change: Change) -> &'static str {
    match change {
        Change::Amend => "award-amend-lead",
        Change::Extend => "award-extend-lead",
        Change::Free => "award-free-lead",
        Change::Cancel => "award-cancel-lead",
        Change::Close => "award-close-lead",
    }
}

fn ids(path: &(String, String)) -> Result<(AwardId, Change), Fault> {
    let change = Change::from_code(&path.1).ok_or(Fault::NotFound)?;
    Ok((award(&path.0)?, change))
}

async fn load(visit: &Admin, id: AwardId) -> Result<Case, Fault> {
    let reach = Reach::staff(visit.actor());
    let found = visit.read(move |reader| case(reader, reach, id)).await?;
    found.ok_or(Fault::NotFound)
}

fn page(
    visit: &Admin,
    (case, change): (&Case, Change),
    (form, problems): (&ChangeForm, &Problems),
) -> FormPage {
    let (t, back) = (visit.t, desk(case.award.id));
    let heading = t.say(key(change));
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("award-title")))
            .problems(t, problems),
        over: case.owner.name(t.language()).to_owned(),
        lead: t.say(lead(change)),
        action: format!("{back}/changes/{}", change.code()),
        fields: fields(&Fields { t, problems }, (case, change), form),
        submit: heading.clone(),
        heading,
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

fn fields(ask: &Fields, (case, change): (&Case, Change), form: &ChangeForm) -> Vec<Field> {
    let mut fields = Vec::new();
    match change {
        Change::Extend => fields.push(ask.hinted(
            "day",
            "award-new-end",
            "filing-day-hint",
            &form.day,
            words::day(),
        )),
        Change::Free => {
            let code = case.award.amount().currency.code().to_owned();
            let amount = Control::Amount(code);
            fields.push(ask.field("amount", "award-free-amount", &form.amount, amount));
        }
        Change::Amend | Change::Cancel | Change::Close => {}
    }
    let label = match change {
        Change::Amend => "award-amend-words",
        Change::Close => "award-close-words",
        Change::Extend | Change::Free | Change::Cancel => "award-reason",
    };
    fields.push(ask.field("words", label, &form.words, Control::Area(4)));
    fields
}

/// The form of a change.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let (id, change) = ids(&path)?;
    let case = load(&visit, id).await?;
    let fresh = (&ChangeForm::default(), &Problems::default());
    visit.page(&page(&visit, (&case, change), fresh))
}

/// Makes a change.
pub async fn make(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<ChangeForm>,
) -> Result<HttpResponse, Fault> {
    let (id, what) = ids(&path)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let text = ChangeText {
        words: form.words.clone(),
        day: form.day.clone(),
        amount: form.amount.clone(),
    };
    let write = move |tx: &mut Tx| change(tx, &actor, (id, what), &text, &site);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&desk(id), "notice-award-changed")),
        Err(Refusal::Invalid(problems)) => {
            let case = load(&visit, id).await?;
            visit.refused(&page(&visit, (&case, what), (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes back a change of the terms that waits for an answer.
pub async fn take_back(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let about = (award(&path.0)?, number(&path.1)?);
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    visit
        .act_or_fault(move |tx| take_back_amendment(tx, &actor, about, &site))
        .await?;
    Ok(visit.see_with(&desk(about.0), "notice-amendment-taken-back"))
}
