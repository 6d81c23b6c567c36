//! Screening that nobody asks for: after an application was sent or screened in, and
//! before an award is signed off, or released where nobody signs, or a payment approved.
//! Nothing that an applicant does waits on what it finds or fails with it.

use crate::actions::decide::{Case, case};
use crate::actions::{Refusal, award, list_screening};
use crate::domain::decision::Outcome;
use crate::domain::list_screening::Purpose;
use crate::domain::{ApplicationId, AwardId, DisbursementId, OrganisationId};
use crate::policy::award::MayApprove;
use crate::policy::decision::{MayRelease, MaySign};
use crate::policy::{Actor, Reach};
use crate::store::{Database, Reader, Stamp, StoreError, application};
use crate::web::access::Admin;
use crate::web::errors::Fault;
use crate::web::visit::Visit;

/// Screens the organisation of an application that was just sent, in nobody's name, when
/// a run is due. What goes wrong is logged: staff see that a run is due.
pub async fn after_sending(visit: &Visit, id: ApplicationId) {
    by_itself(visit, id, false).await;
}

/// Screens the organisation of an application that was just screened, whether a run is
/// due or not: each screening has one of its own.
pub async fn after_screening(visit: &Visit, id: ApplicationId) {
    by_itself(visit, id, true).await;
}

async fn by_itself(visit: &Visit, id: ApplicationId, always: bool) {
    let stamp = Stamp {
        now: visit.now(),
        actor: None,
        request: visit.request_id.clone(),
    };
    let done = visit
        .run(move |database| screen(database, &stamp, id, always))
        .await;
    match done {
        Ok(Ok(())) => {}
        Ok(Err(problem)) => tracing::error!(?problem, "names could not be screened"),
        Err(problem) => tracing::error!(%problem, "names could not be screened"),
    }
}

fn screen(
    database: &Database,
    stamp: &Stamp,
    id: ApplicationId,
    always: bool,
) -> Result<(), Refusal> {
    let due = database.read(|reader| due(reader, id, always))?;
    let Some(organisation) = due else {
        return Ok(());
    };
    let prepared = database.read(|reader| list_screening::prepare(reader, &[organisation]))?;
    for one in &prepared {
        database.write(stamp.clone(), |tx| {
            list_screening::keep_by_itself(tx, Purpose::Screening, one)
        })?;
    }
    Ok(())
}

/// The organisation of an application, if a run of it is due or always made.
fn due(
    reader: &mut Reader,
    id: ApplicationId,
    always: bool,
) -> Result<Option<OrganisationId>, StoreError> {
    let row = application::find(reader, Reach::operator(), id)?;
    let Some(owner) = row.map(|row| row.organisation_id) else {
        return Ok(None);
    };
    if always {
        return Ok(Some(owner));
    }
    let standing = list_screening::standings(reader, &[owner])?.remove(&owner);
    Ok(standing.filter(|one| one.freshness.is_due()).map(|_| owner))
}

/// Screens the organisation once more before an award to it is signed off, in the name
/// of who is about to sign.
pub async fn before_signature(visit: &Admin, id: ApplicationId) -> Result<(), Fault> {
    before(visit, id, signs).await
}

/// The same before an award is released that nobody signs off.
pub async fn before_release(visit: &Admin, id: ApplicationId) -> Result<(), Fault> {
    before(visit, id, releases).await
}

async fn before(
    visit: &Admin,
    id: ApplicationId,
    acts: fn(&Actor, &Case) -> bool,
) -> Result<(), Fault> {
    let actor = visit.actor().clone();
    let reach = Reach::staff(&actor);
    let now = visit.now();
    let find = move |reader: &mut Reader| case(reader, reach, id, now);
    let Some(case) = visit.read(find).await?.filter(|case| acts(&actor, case)) else {
        return Ok(());
    };
    run(visit, case.application.organisation_id, Purpose::SignOff).await
}

/// Screens the organisation once more before a payment to it is approved, in the name of
/// who is about to approve.
pub async fn before_payment(
    visit: &Admin,
    (id, payment): (AwardId, DisbursementId),
) -> Result<(), Fault> {
    let actor = visit.actor().clone();
    let reach = Reach::staff(&actor);
    let find = move |reader: &mut Reader| award::case(reader, reach, id);
    let approves = |case: &award::Case| {
        let mut payments = case.payments.iter();
        let row = payments.find(|one| one.id == payment);
        row.is_some_and(|row| {
            let about = (payment, row.stage());
            MayApprove::on(&actor, case.under(), about, row.programme_by).is_ok()
        })
    };
    match visit.read(find).await?.filter(approves) {
        Some(case) => run(visit, case.owner.id, Purpose::Payment).await,
        None => Ok(()),
    }
}

/// Screens an organisation for somebody who is about to act.
async fn run(visit: &Admin, owner: OrganisationId, purpose: Purpose) -> Result<(), Fault> {
    let actor = visit.actor().clone();
    let prepare = move |reader: &mut Reader| list_screening::prepare(reader, &[owner]);
    let prepared = visit.read(prepare).await?;
    visit
        .act_or_fault(move |tx| {
            let mut all = prepared.iter();
            all.try_for_each(|one| list_screening::keep_before(tx, &actor, purpose, one))
        })
        .await?;
    Ok(())
}

fn is_award(case: &Case) -> bool {
    let open = case.matter.open();
    open.is_some_and(|open| open.outcome == Outcome::Award)
}

fn signs(actor: &Actor, case: &Case) -> bool {
    is_award(case) && MaySign::on(actor, &case.matter).is_ok()
}

fn releases(actor: &Actor, case: &Case) -> bool {
    is_award(case) && !case.matter.sign_off && MayRelease::on(actor, &case.matter).is_ok()
}
