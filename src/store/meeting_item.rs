//! The running order of a meeting and the turns of its applications. Reads give ids
//! that ask for no reach: whoever shows one looks for the application within theirs.

use diesel::dsl::max;
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::meeting::touch;
use super::schema::{meeting_items, meeting_turns};
use super::sealed_columns::{Cells, of_application};
use crate::domain::meeting::Item;
use crate::domain::{AccountId, ApplicationId, MeetingId, Moment};
use crate::policy::meeting::{MayChairItem, MayChairMeeting};

/// The running order.
pub fn of_meeting(reader: &mut Reader, meeting: MeetingId) -> Result<Vec<Item>, StoreError> {
    let mut rows: Vec<ItemRow> = meeting_items::table
        .filter(meeting_items::meeting_id.eq(meeting))
        .order((meeting_items::position, meeting_items::application_id))
        .select(ItemRow::as_select())
        .load(reader.connection())?;
    let mut cells = Cells::of("meeting_items");
    for row in &mut rows {
        let application = row.application_id;
        let ids = [meeting.as_str(), application.as_str()];
        cells.add(&ids, [("note", &mut row.note)]);
    }
    cells.open(reader)?;
    Ok(rows.into_iter().map(ItemRow::item).collect())
}

/// Keeps a running order in place of another: only what moved is written.
pub fn put_in_order(
    tx: &mut Tx,
    may: &MayChairMeeting,
    before: &[Item],
    order: &[ApplicationId],
) -> Result<(), StoreError> {
    for (position, application) in (1_i32..).zip(order) {
        match before.iter().find(|item| item.application == *application) {
            Some(item) if item.position == position => {}
            Some(_) => set_position(tx, may, *application, position)?,
            None => add(tx, may, *application, position)?,
        }
    }
    touch(tx, may)
}

fn set_position(
    tx: &mut Tx,
    may: &MayChairMeeting,
    application: ApplicationId,
    position: i32,
) -> Result<(), StoreError> {
    diesel::update(meeting_items::table.find((may.meeting(), application)))
        .set(meeting_items::position.eq(position))
        .execute(tx.connection())?;
    Ok(())
}

fn add(
    tx: &mut Tx,
    may: &MayChairMeeting,
    application: ApplicationId,
    position: i32,
) -> Result<(), StoreError> {
    diesel::insert_into(meeting_items::table)
        .values((
            meeting_items::meeting_id.eq(may.meeting()),
            meeting_items::application_id.eq(application),
            meeting_items::position.eq(position),
            meeting_items::note.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes the capability's application out of the running order.
pub fn delete(tx: &mut Tx, may: &MayChairItem) -> Result<(), StoreError> {
    let key = (may.chair().meeting(), may.application());
    diesel::delete(meeting_items::table.find(key)).execute(tx.connection())?;
    touch(tx, may.chair())
}

/// Keeps what was agreed on the capability's application.
pub fn note(tx: &mut Tx, may: &MayChairItem, note: &str) -> Result<(), StoreError> {
    let (key, now) = ((may.chair().meeting(), may.application()), tx.now());
    let ids = [key.0.as_str(), key.1.as_str()];
    let sealed = of_application(tx, key.1, ("meeting_items", &ids))?;
    diesel::update(meeting_items::table.find(key))
        .set((
            meeting_items::note.eq(sealed.seal("note", note)?),
            meeting_items::noted_by.eq(may.chair().by()),
            meeting_items::noted_at.eq(now),
        ))
        .execute(tx.connection())?;
    touch(tx, may.chair())
}

/// When an application was put in front of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Turn {
    pub application: ApplicationId,
    pub called_by: AccountId,
    pub called_at: Moment,
}

/// Every turn of a meeting, the first first.
pub fn turns(reader: &mut Reader, meeting: MeetingId) -> Result<Vec<Turn>, StoreError> {
    Ok(meeting_turns::table
        .filter(meeting_turns::meeting_id.eq(meeting))
        .order(meeting_turns::number)
        .select((
            meeting_turns::application_id,
            meeting_turns::called_by,
            meeting_turns::called_at,
        ))
        .load(reader.connection())?)
}

/// The application that was last put in front of everybody.
pub fn last_called(
    reader: &mut Reader,
    meeting: MeetingId,
) -> Result<Option<ApplicationId>, StoreError> {
    Ok(meeting_turns::table
        .filter(meeting_turns::meeting_id.eq(meeting))
        .order(meeting_turns::number.desc())
        .select(meeting_turns::application_id)
        .first(reader.connection())
        .optional()?)
}

/// Puts the capability's application in front of everybody.
pub fn call(tx: &mut Tx, may: &MayChairItem) -> Result<(), StoreError> {
    let (meeting, now) = (may.chair().meeting(), tx.now());
    let last: Option<i32> = meeting_turns::table
        .filter(meeting_turns::meeting_id.eq(meeting))
        .select(max(meeting_turns::number))
        .first(tx.connection())?;
    diesel::insert_into(meeting_turns::table)
        .values((
            meeting_turns::meeting_id.eq(meeting),
            meeting_turns::number.eq(last.unwrap_or(0) + 1),
            meeting_turns::application_id.eq(may.application()),
            meeting_turns::called_by.eq(may.chair().by()),
            meeting_turns::called_at.eq(now),
        ))
        .execute(tx.connection())?;
    touch(tx, may.chair())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = meeting_items, check_for_backend(MultiBackend))]
struct ItemRow {
    application_id: ApplicationId,
    position: i32,
    note: String,
    noted_by: Option<AccountId>,
    noted_at: Option<Moment>,
}

impl ItemRow {
    fn item(self) -> Item {
        Item {
            application: self.application_id,
            position: self.position,
            note: self.note,
            noted: self.noted_by.zip(self.noted_at),
        }
    }
}
