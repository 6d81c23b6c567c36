//! Filing an application for an organisation that wrote or called. From here on
//! it is written, certified and sent like any other, by whoever files it.

use super::Refusal;
use super::application::{insert_draft, open};
use super::carry::carry_profile;
use crate::domain::filing::TypedFiling;
use crate::domain::moment::Day;
use crate::domain::round::RoundState;
use crate::domain::{ApplicationId, Message, OrganisationId};
use crate::policy::application::MayEdit;
use crate::policy::filing::MayFile;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, application, audit, filing, organisation, round};

/// Starts an organisation's application in a round, noting how it reached us.
pub fn file_application(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    organisation: OrganisationId,
    typed: &TypedFiling,
) -> Result<ApplicationId, Refusal> {
    let found = round::by_slug(tx, slug)?;
    let round = found.filter(|round| round.state != RoundState::Draft);
    let round = round.ok_or(Refusal::NotFound)?;
    let exists = organisation::by_ids(tx, &[organisation])?.pop();
    exists.ok_or(Refusal::NotFound)?;
    let belongs = organisation::is_member(tx, actor.id, organisation)?;
    let window = (round.id, round.window(tx.now()));
    let may = MayFile::on(actor, organisation, belongs, window)?;
    let read = typed.read(today(tx, &actor.time_zone)?)?;
    // What the filer is kept away from is not there: a refusal would tell of it.
    let reach = Reach::staff(actor);
    if application::holds_place(tx, reach, &round, organisation)? {
        let message = Message::new("error-filing-place");
        return Err(Refusal::field("organisation", message));
    }
    let id = insert_draft(tx, &round, may.organisation(), may.by())?;
    filing::insert(tx, &may, id, &read)?;
    carry(tx, actor, id)?;
    let object = ("application", id.as_str());
    audit(tx, "file_application", object, "", read.channel.code())?;
    Ok(id)
}

/// What the organisation said about itself before comes along, unless some of it
/// may stem from an application that the filer is kept away from.
fn carry(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    let draft = open(tx, actor, id)?;
    let organisation = draft.row.organisation_id;
    if !application::is_all_in_reach(tx, Reach::staff(actor), organisation)? {
        return Ok(());
    }
    let window = draft.round.window(tx.now());
    let may = MayEdit::on(actor, draft.standing, (id, draft.row.status), window)?;
    carry_profile(tx, &may, (&draft.form, draft.round.currency), organisation)?;
    Ok(())
}

fn today(tx: &Tx, zone: &str) -> Result<Day, Refusal> {
    let local = tx.now().local_text(zone);
    let day = Day::parse(local.get(..10).unwrap_or_default());
    day.map_err(Refusal::Stale)
}
