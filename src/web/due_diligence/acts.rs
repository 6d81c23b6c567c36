//! Putting a step of due diligence on record, and looking a second time.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::{place, words};
use crate::actions::{Refusal, due_diligence as actions};
use crate::domain::check::CheckOutcome;
use crate::domain::due_diligence::Step;
use crate::domain::{ApplicationId, Problems};
use crate::policy::Reach;
use crate::policy::due_diligence::MayExamine;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::{FormPage, words as papers};
use crate::web::ops::NoFields;
use crate::web::ui::{Choice, Control, Field, Link};

/// A step as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct StepForm {
    outcome: String,
    note: String,
}

fn ids(path: &(String, String)) -> Result<(ApplicationId, Step), Fault> {
    let id = ApplicationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let step = Step::from_code(&path.1).ok_or(Fault::NotFound)?;
    Ok((id, step))
}

async fn load(visit: &Admin, id: ApplicationId) -> Result<Subject, Fault> {
    let reach = Reach::staff(visit.actor());
    let found = visit.read(move |reader| subject(reader, reach, id)).await?;
    let found = found.ok_or(Fault::NotFound)?;
    MayExamine::on(visit.actor(), (id, found.row.status))?;
    Ok(found)
}

fn page(
    visit: &Admin,
    (found, step): (&Subject, Step),
    (form, problems): (&StepForm, &Problems),
) -> FormPage {
    let (t, back) = (visit.t, place(found.row.id));
    let heading = t.say(words::step_key(step));
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("diligence-title")))
            .problems(t, problems),
        over: found.organisation.name(t.language()).to_owned(),
        heading,
        lead: t.say("diligence-step-lead"),
        action: format!("{back}/steps/{}", step.code()),
        fields: fields(&Fields { t, problems }, form),
        submit: t.say("check-save"),
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

fn fields(ask: &Fields, form: &StepForm) -> Vec<Field> {
    let option = |outcome: CheckOutcome| Choice {
        value: outcome.code().to_owned(),
        label: papers::outcome(ask.t, outcome).text,
        hint: None,
        chosen: form.outcome == outcome.code(),
    };
    let outcomes = [CheckOutcome::Verified, CheckOutcome::NotVerified];
    let outcomes = Control::Radios(outcomes.map(option).into());
    let note = ("check-note", "diligence-note-hint");
    vec![
        ask.field("outcome", "check-outcome", "", outcomes),
        ask.hinted("note", note.0, note.1, &form.note, Control::Area(3)),
    ]
}

/// The form of a step.
pub async fn show_step(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let (id, step) = ids(&path)?;
    let found = load(&visit, id).await?;
    let fresh = (&StepForm::default(), &Problems::default());
    visit.page(&page(&visit, (&found, step), fresh))
}

/// Puts a step on record.
pub async fn take_step(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<StepForm>,
) -> Result<HttpResponse, Fault> {
    let (id, step) = ids(&path)?;
    let (actor, posted) = (visit.actor().clone(), form.clone());
    let write = move |tx: &mut Tx| {
        let posted = (&*posted.outcome, &*posted.note);
        actions::take_step(tx, &actor, (id, step), posted)
    };
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place(id), "notice-checked")),
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, id).await?;
            visit.refused(&page(&visit, (&found, step), (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Notes that the admin looked a second time.
pub async fn look_again(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (ids, actor) = (ids(&path)?, visit.actor().clone());
    visit
        .act_or_fault(move |tx| actions::look_again(tx, &actor, ids))
        .await?;
    Ok(visit.see_with(&place(ids.0), "notice-looked-again"))
}
