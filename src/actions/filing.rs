//! Filing an application for an organisation that wrote or called. From here on
//! it is written, certified and sent like any other, by whoever files it.

use super::Refusal;
use super::application::{insert_draft, place_holder};
use crate::domain::filing::TypedFiling;
use crate::domain::moment::Day;
use crate::domain::round::RoundState;
use crate::domain::{ApplicationId, Message, OrganisationId};
use crate::policy::filing::MayFile;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, audit, filing, organisation, round};

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
    // Whether the place is taken is all that is asked, so nobody's reach matters.
    if place_holder(tx, Reach::operator(), round.id, organisation)?.is_some() {
        let message = Message::new("error-filing-place");
        return Err(Refusal::field("organisation", message));
    }
    let id = insert_draft(tx, &round, may.organisation(), may.by())?;
    filing::insert(tx, &may, id, &read)?;
    let object = ("application", id.as_str());
    audit(tx, "file_application", object, "", read.channel.code())?;
    Ok(id)
}

fn today(tx: &Tx, zone: &str) -> Result<Day, Refusal> {
    let local = tx.now().local_text(zone);
    let day = Day::parse(local.get(..10).unwrap_or_default());
    day.map_err(Refusal::Stale)
}
