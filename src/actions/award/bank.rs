//! Accounts of organisations: given by them, read whole only on record.

use super::{for_owner, for_staff, note};
use crate::actions::Refusal;
use crate::actions::application::standing;
use crate::domain::award::{Bank, BankText};
use crate::domain::{AwardId, Message};
use crate::policy::Actor;
use crate::policy::award::{MayActOnAward, MayReadBank};
use crate::store::{StoreError, Tx, award};

/// Says where the money of an award goes. Neither number nor holder gets into the log.
pub fn give_bank(tx: &mut Tx, actor: &Actor, id: AwardId, text: &BankText) -> Result<(), Refusal> {
    let case = for_owner(tx, actor, id)?;
    let standing = standing(tx, actor, &case.application)?.ok_or(Refusal::NotFound)?;
    let may = MayActOnAward::answer((actor, standing), case.about())?;
    let bank = text.read()?;
    let made = award::give_bank(tx, &may, &bank).map_err(|problem| match problem {
        StoreError::Sealed(why) => {
            tracing::error!(%why, "account details can’t be kept");
            Refusal::field("iban", Message::new("error-bank-sealed"))
        }
        other => other.into(),
    })?;
    Ok(note(tx, id, "give_bank_details", ("", made.as_str()))?)
}

/// Reads them whole, which is noted.
pub fn read_bank(tx: &mut Tx, actor: &Actor, id: AwardId) -> Result<Bank, Refusal> {
    let case = for_staff(tx, actor, id)?;
    let may = MayReadBank::of(actor)?;
    let bank = award::bank(tx, &may, id)?.ok_or(Refusal::NotFound)?;
    let which = case.bank.map(|row| row.id.to_string()).unwrap_or_default();
    note(tx, id, "read_bank_details", ("", &which))?;
    Ok(bank)
}
