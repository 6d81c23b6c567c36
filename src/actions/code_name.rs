//! Having an organisation stand under a code name, and opening who it is.

use super::Refusal;
use super::organisation::may_act_for;
use super::token::random_bytes;
use crate::domain::code_name::CodeName;
use crate::domain::conflict::Hint;
use crate::domain::member::Verb;
use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, Moment, OrganisationId};
use crate::policy::code_name::{MayConceal, MayIdentify};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, Filter};
use crate::store::{Database, StoreError, Tx, audit, conflict_hint, empty_log, organisation};

/// Makes an organisation confidential that the actor belongs to.
pub fn conceal_own(tx: &mut Tx, actor: &Actor, id: OrganisationId) -> Result<(), Refusal> {
    let may = may_act_for(tx, actor, id, Verb::Profile)?;
    conceal(tx, &MayConceal::own(&may))
}

/// Makes one within the reach of staff confidential.
pub fn conceal_for(tx: &mut Tx, actor: &Actor, id: OrganisationId) -> Result<(), Refusal> {
    organisation::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = MayConceal::of(actor, id)?;
    conceal(tx, &may)
}

/// Once is enough: the code name stays.
fn conceal(tx: &mut Tx, may: &MayConceal) -> Result<(), Refusal> {
    let id = may.organisation();
    if organisation::is_confidential(tx, id)? {
        return Ok(());
    }
    let drawn = u32::from_le_bytes(random_bytes());
    let name = CodeName::free(drawn, &organisation::code_names(tx)?);
    organisation::conceal(tx, may, &name)?;
    let object = ("organisation", id.as_str());
    audit(tx, "make_confidential", object, "", name.as_str())?;
    Ok(())
}

/// Writes over what names left behind where an organisation was made confidential after an
/// instant: they were sealed then, and their bytes zeroed where they stood, but not wherever
/// they ever had. Empties the log of the database in any case, in which they stand as well.
/// Answers whether one was.
pub fn write_over_names(database: &Database, since: Moment) -> Result<bool, StoreError> {
    let one_was = database.read(|reader| organisation::concealed_since(reader, since))?;
    if one_was {
        organisation::write_over_names(database)?;
    }
    if !empty_log(database)? {
        tracing::warn!("an older state of the database is read: freed bytes stay for an hour");
    }
    Ok(one_was)
}

/// Applications through which conflicts of interest are looked for.
const APPLICATIONS: i64 = 50;

/// Who a confidential organisation is.
pub struct Identity {
    pub organisation: Organisation,
    /// What speaks for a conflict of interest, which the code name keeps from all other
    /// pages: by the name of the person.
    pub hints: Vec<(String, Vec<Hint>)>,
}

/// Opens it, which is noted.
pub fn identify(tx: &mut Tx, actor: &Actor, id: OrganisationId) -> Result<Identity, Refusal> {
    let reach = Reach::staff(actor);
    organisation::find(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    let may = MayIdentify::of(actor, id)?;
    let found = organisation::identity(tx, &may)?.ok_or(Refusal::NotFound)?;
    let name = found.code_name.as_ref().ok_or(Refusal::NotFound)?;
    let object = ("organisation", id.as_str());
    audit(tx, "open_identity", object, "", name.as_str())?;
    let filter = Filter {
        organisation: Some(id),
        ..Filter::default()
    };
    let own = application::list(tx, reach, &filter, None, APPLICATIONS)?;
    let own: Vec<ApplicationId> = own.iter().map(|row| row.id).collect();
    let today = tx.now().day(&actor.time_zone);
    Ok(Identity {
        hints: conflict_hint::of_identified(tx, &may, &own, today)?,
        organisation: found,
    })
}
