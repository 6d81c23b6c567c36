//! An application's life in its organisation's hands: starting, withdrawing,
//! discarding. Writing and sending have files of their own.

use super::Refusal;
use super::carry::carry_profile;
use super::organisation::may_act_for;
use super::reference::mint_reference;
use crate::domain::answers::Bounds;
use crate::domain::application::Status;
use crate::domain::form::Form;
use crate::domain::round::{Round, RoundState};
use crate::domain::{ApplicationId, Message, OrganisationId, RoundId};
use crate::policy::application::{MayAdvance, MayEdit, MayStart, may_discard, may_withdraw};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow, Converted, Filter};
use crate::store::{Reader, StoreError, Tx, audit, form, mint, rate, round};

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
    let member = may_act_for(tx, actor, organisation)?;
    let found = round::by_slug(tx, slug)?;
    let round = found.filter(|round| round.state != RoundState::Draft);
    let round = round.ok_or(Refusal::NotFound)?;
    if let Some(known) = standing(tx, actor, round.id, organisation)? {
        return Ok(Started {
            id: known.id,
            known: true,
        });
    }
    let may = MayStart::on(&member, round.id, round.window(tx.now())).map_err(Refusal::Stale)?;
    let version = form::by_id(tx, round.form_id)?.ok_or(Refusal::NotFound)?;
    let id = mint();
    let row = ApplicationRow {
        id,
        reference: mint_reference(),
        round_id: may.round(),
        organisation_id: may.organisation(),
        status: Status::Draft,
        title: String::new(),
        requested_minor: None,
        created_at: tx.now(),
        created_by: may.starter(),
        submitted_at: None,
        late: false,
        form_id: version.id,
        stage: version.form.first_stage(),
        converted: Converted::default(),
    };
    application::insert(tx, &row)?;
    let may = MayEdit::on(actor, id, row.status, round.window(tx.now())).map_err(Refusal::Stale)?;
    let form = version.form.at(row.stage);
    carry_profile(tx, &may, (&form, round.currency), organisation)?;
    let object = ("application", id.as_str());
    audit(tx, "start_application", object, "", Status::Draft.code())?;
    Ok(Started { id, known: false })
}

/// The application that holds an organisation's place in a round.
fn standing(
    reader: &mut Reader,
    actor: &Actor,
    round: RoundId,
    organisation: OrganisationId,
) -> Result<Option<ApplicationRow>, StoreError> {
    let filter = Filter {
        round: Some(round),
        organisation: Some(organisation),
        statuses: Status::STANDING.to_vec(),
        ..Filter::default()
    };
    let found = application::list(reader, Reach::applicant(actor), &filter, None, 1)?;
    Ok(found.into_iter().next())
}

/// Withdraws an application; a second press finds it withdrawn.
pub fn withdraw(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    end(tx, actor, id, (Status::Withdrawn, "withdraw"), may_withdraw)
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
    may: fn(ApplicationId, Status) -> Result<MayAdvance, Message>,
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::applicant(actor), id)?.ok_or(Refusal::NotFound)?;
    if row.status == end {
        return Ok(());
    }
    let may = may(id, row.status).map_err(Refusal::Stale)?;
    application::advance(tx, &may)?;
    let (before, after) = (may.from().code(), may.to().code());
    audit(tx, verb, ("application", id.as_str()), before, after)?;
    Ok(())
}

/// An application with what it answers to.
pub(super) struct Opened {
    pub row: ApplicationRow,
    pub round: Round,
    pub form: Form,
    pub bounds: Bounds,
}

/// Loads an application of the actor's organisations.
pub(super) fn open(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<Opened, Refusal> {
    let row = application::find(tx, Reach::applicant(actor), id)?.ok_or(Refusal::NotFound)?;
    let round = round::by_id(tx, row.round_id)?.ok_or(Refusal::NotFound)?;
    let form = form::of_application(tx, &row)?.ok_or(Refusal::NotFound)?;
    let bounds = rate::bounds(tx, &round, &row)?;
    Ok(Opened {
        row,
        round,
        form,
        bounds,
    })
}
