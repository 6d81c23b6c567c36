//! Notes that staff read what is protected or take it along. It is noted before it is
//! shown: what can't be noted is not shown.

use super::errors::Fault;
use super::visit::Visit;
use crate::actions::reading::{self, Protected};
use crate::domain::ApplicationId;
use crate::policy::Actor;
use crate::policy::access_token::Program;
use crate::store::{Reader, StoreError, Tx};

/// Finds what a page shows, and notes the reading of what is protected of it, if anything
/// is. A page that is shown again, with a form that was refused, is found here as well.
pub async fn open<T: Send + 'static>(
    visit: &Visit,
    actor: &Actor,
    find: impl FnOnce(&mut Reader) -> Result<Option<T>, StoreError> + Send + 'static,
    what: impl FnOnce(&T) -> Option<Protected>,
) -> Result<T, Fault> {
    let found = visit.read(find).await?.ok_or(Fault::NotFound)?;
    if let Some(what) = what(&found) {
        note(visit, actor, what).await?;
    }
    Ok(found)
}

/// Notes a reading, unless it was noted on the same day.
pub async fn note(visit: &Visit, actor: &Actor, what: Protected) -> Result<(), Fault> {
    let (id, now) = (actor.id, visit.now());
    let lately = move |reader: &mut Reader| reading::is_noted(reader, id, what, now);
    if visit.read(lately).await? {
        return Ok(());
    }
    let note = move |tx: &mut Tx| reading::note(tx, what);
    visit.act_or_fault(note).await
}

/// Notes that a program reads a table of a round, unless it was noted on the same day.
pub async fn note_program(visit: &Visit, program: &Program, table: String) -> Result<(), Fault> {
    let (key, asked, now) = (program.key(), table.clone(), visit.now());
    let lately = move |reader: &mut Reader| reading::is_program_noted(reader, key, &asked, now);
    if visit.read(lately).await? {
        return Ok(());
    }
    let program = program.clone();
    let note = move |tx: &mut Tx| reading::note_program(tx, &program, &table);
    visit.act_or_fault(note).await
}

/// Notes copies of applications that leave the house.
pub async fn take_copies(
    visit: &Visit,
    applications: Vec<ApplicationId>,
    kind: &'static str,
) -> Result<(), Fault> {
    let take = move |tx: &mut Tx| reading::take_copies(tx, &applications, kind);
    visit.act_or_fault(take).await
}
