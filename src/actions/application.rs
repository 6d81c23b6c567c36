//! An application's life in its organisation's hands: starting, withdrawing,
//! discarding. Writing and sending have files of their own.

use std::sync::Arc;

use super::Refusal;
use super::carry::carry_profile;
use super::ledger;
use super::organisation::may_act_for;
use super::reference::mint_reference;
use crate::domain::answers::Bounds;
use crate::domain::application::Status;
use crate::domain::form::Form;
use crate::domain::member::Verb;
use crate::domain::round::{Round, RoundState};
use crate::domain::{AccountId, ApplicationId, OrganisationId};
use crate::policy::application::{MayAdvance, MayEdit, MayStart, may_discard, may_withdraw};
use crate::policy::member::Standing;
use crate::policy::{Actor, Hindrance, Reach};
use crate::store::application::{self, ApplicationRow, Converted, Filter};
use crate::store::{
    Reader, StoreError, Tx, audit, decision, filing, form, member, mint, rate, round,
};

/// The application of an organisation in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Started {
    pub id: ApplicationId,
    /// It was there already.
    pub known: bool,
}

/// Starts an application, or finds the one that holds the organisation's place.
pub fn start(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    organisation: OrganisationId,
) -> Result<Started, Refusal> {
    let member = may_act_for(tx, actor, organisation, Verb::Start)?;
    let found = round::by_slug(tx, slug)?;
    let round = found.filter(|round| round.state != RoundState::Draft);
    let round = round.ok_or(Refusal::NotFound)?;
    if let Some(known) = place_holder(tx, Reach::applicant(actor), &round, organisation)? {
        return Ok(Started {
            id: known.id,
            known: true,
        });
    }
    let may = MayStart::on(&member, round.id, round.window(tx.now())).map_err(Refusal::Stale)?;
    let id = insert_draft(tx, &round, may.organisation(), may.starter())?;
    let draft = open(tx, actor, id)?;
    let about = (id, draft.row.status);
    let may = MayEdit::on(actor, draft.standing, about, round.window(tx.now()))?;
    carry_profile(tx, &may, (&draft.form, round.currency), organisation)?;
    let object = ("application", id.as_str());
    audit(tx, "start_application", object, "", Status::Draft.code())?;
    Ok(Started { id, known: false })
}

/// Adds an empty draft of an organisation in a round.
pub(super) fn insert_draft(
    tx: &mut Tx,
    round: &Round,
    organisation: OrganisationId,
    by: AccountId,
) -> Result<ApplicationId, StoreError> {
    let version = form::by_id(tx, round.form_id)?
        .ok_or_else(|| StoreError::Damaged(round.form_id.to_string()))?;
    let row = ApplicationRow {
        id: mint(),
        reference: mint_reference(),
        round_id: round.id,
        organisation_id: organisation,
        status: Status::Draft,
        title: String::new(),
        requested_minor: None,
        created_at: tx.now(),
        created_by: by,
        submitted_at: None,
        late: false,
        form_id: version.id,
        stage: version.form.first_stage(),
        converted: Converted::default(),
    };
    application::insert(tx, &row)?;
    Ok(row.id)
}

/// The application that holds an organisation's place in a round.
pub(super) fn place_holder(
    reader: &mut Reader,
    reach: Reach,
    round: &Round,
    organisation: OrganisationId,
) -> Result<Option<ApplicationRow>, StoreError> {
    let filter = Filter {
        round: Some(round.id),
        organisation: Some(organisation),
        statuses: round.holding(),
        ..Filter::default()
    };
    let found = application::list(reader, reach, &filter, None, 1)?;
    Ok(found.into_iter().next())
}

/// Withdraws an application, which overlaps with no other from then on; a second press
/// finds it withdrawn.
pub fn withdraw(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    let told = decision::released(tx, Reach::applicant(actor), id)?.is_some();
    let may = |standing, id, status| may_withdraw(standing, id, (status, told));
    end(tx, actor, id, (Status::Withdrawn, "withdraw"), may)?;
    Ok(ledger::end_request(tx, id)?)
}

/// Discards a draft; a second press finds it discarded.
pub fn discard(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    end(tx, actor, id, (Status::Discarded, "discard"), may_discard)
}

fn end(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (end, verb): (Status, &str),
    may: impl FnOnce(Standing, ApplicationId, Status) -> Result<MayAdvance, Hindrance>,
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::applicant(actor), id)?.ok_or(Refusal::NotFound)?;
    let standing = standing(tx, actor, &row)?.ok_or(Refusal::NotFound)?;
    if row.status == end {
        return Ok(());
    }
    let may = may(standing, id, row.status)?;
    application::advance(tx, &may)?;
    let (before, after) = (may.from().code(), may.to().code());
    audit(tx, verb, ("application", id.as_str()), before, after)?;
    Ok(())
}

/// An application with what it answers to.
pub(super) struct Opened {
    pub row: ApplicationRow,
    pub round: Round,
    pub form: Arc<Form>,
    pub bounds: Bounds,
    /// How the actor comes to act on it.
    pub standing: Standing,
}

/// How a person comes to act on an application; nothing for who does not.
pub fn standing(
    reader: &mut Reader,
    actor: &Actor,
    row: &ApplicationRow,
) -> Result<Option<Standing>, StoreError> {
    let role = member::role(reader, actor.id, row.organisation_id)?;
    let filer = filing::filer(reader, row.id)?;
    Ok(Standing::of(actor, role, filer))
}

/// Loads an application of the actor's organisations.
pub(super) fn open(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<Opened, Refusal> {
    let row = application::find(tx, Reach::applicant(actor), id)?.ok_or(Refusal::NotFound)?;
    let round = round::by_id(tx, row.round_id)?.ok_or(Refusal::NotFound)?;
    let form = form::of_application(tx, &row)?.ok_or(Refusal::NotFound)?;
    let standing = standing(tx, actor, &row)?.ok_or(Refusal::NotFound)?;
    let bounds = rate::bounds(tx, &round, &row)?;
    Ok(Opened {
        row,
        round,
        form,
        standing,
        bounds,
    })
}
