//! Making and ending keys with which programs read.

use super::Refusal;
use super::token::{random_secret, secret_hash};
use crate::domain::access_token::TokenDraft;
use crate::domain::{AccessTokenId, AccountId};
use crate::policy::Actor;
use crate::policy::access_token::MayKeepTokens;
use crate::store::{Tx, access_token, audit};

/// Stands before every secret, so that programs that look for leaked ones know it.
pub const PREFIX: &str = "evenhand_";

/// Makes a key and answers with its secret, which is not kept.
pub fn make(tx: &mut Tx, actor: &Actor, draft: &TokenDraft) -> Result<String, Refusal> {
    let may = MayKeepTokens::of(actor)?;
    let new = draft.check()?;
    let secret = format!("{PREFIX}{}", random_secret());
    let id = access_token::insert(tx, &may, &new, &secret_hash(&secret))?;
    let told = format!("{}, {} days", new.scopes.text(), new.days);
    audit(tx, "make_token", ("access_token", id.as_str()), "", &told)?;
    Ok(secret)
}

/// Ends a key at once.
pub fn end(tx: &mut Tx, actor: &Actor, id: AccessTokenId) -> Result<(), Refusal> {
    let may = MayKeepTokens::of(actor)?;
    if !access_token::end(tx, &may, id)? {
        return Err(Refusal::NotFound);
    }
    note_end(tx, id)
}

/// Ends every key of a person with a new password, or who is disabled, erased or no admin
/// any more: getting back what they lost opens no key that was made before.
pub fn end_all_of(tx: &mut Tx, maker: AccountId) -> Result<(), Refusal> {
    for id in access_token::end_all_of(tx, maker)? {
        note_end(tx, id)?;
    }
    Ok(())
}

fn note_end(tx: &mut Tx, id: AccessTokenId) -> Result<(), Refusal> {
    audit(tx, "end_token", ("access_token", id.as_str()), "", "ended")?;
    Ok(())
}
