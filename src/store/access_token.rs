//! Keys with which programs read, kept as the hash of their secret.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::{access_tokens, account_roles, accounts};
use crate::domain::access_token::{NewToken, Scopes};
use crate::domain::account::Role;
use crate::domain::{AccessTokenId, AccountId, Moment};
use crate::policy::access_token::{MayKeepTokens, Token};

/// A key in the list.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = access_tokens, check_for_backend(MultiBackend))]
pub struct TokenRow {
    pub id: AccessTokenId,
    pub name: String,
    scopes: String,
    pub made_at: Moment,
    pub expires_at: Moment,
    pub ended_at: Option<Moment>,
    #[diesel(select_expression = accounts::name)]
    pub made_by: String,
}

impl TokenRow {
    /// What it reads.
    pub fn scopes(&self) -> Scopes {
        Scopes::from_text(&self.scopes)
    }
}

/// The latest keys, those that ended too, before the given one.
pub fn list(
    reader: &mut Reader,
    before: Option<AccessTokenId>,
    limit: i64,
) -> Result<Vec<TokenRow>, StoreError> {
    let last = before.as_ref().map(AccessTokenId::as_str);
    Ok(access_tokens::table
        .inner_join(accounts::table)
        .filter(access_tokens::id.lt(super::before(last)))
        .order(access_tokens::id.desc())
        .limit(limit)
        .select(TokenRow::as_select())
        .load(reader.connection())?)
}

/// The key of a secret's hash, with what its maker is now.
pub fn by_hash(reader: &mut Reader, hash: &str) -> Result<Option<Token>, StoreError> {
    type Row = (
        AccessTokenId,
        String,
        AccountId,
        Moment,
        Option<Moment>,
        Option<Moment>,
        bool,
    );
    let is_admin = account_roles::table
        .filter(account_roles::account_id.eq(accounts::id))
        .filter(account_roles::role.eq(Role::Admin));
    let found: Option<Row> = access_tokens::table
        .inner_join(accounts::table)
        .filter(access_tokens::token_hash.eq(hash))
        .select((
            access_tokens::id,
            access_tokens::scopes,
            access_tokens::made_by,
            access_tokens::expires_at,
            access_tokens::ended_at,
            accounts::disabled_at,
            exists(is_admin),
        ))
        .first(reader.connection())
        .optional()?;
    let token = |(id, scopes, made_by, expires_at, ended, disabled, maker_admin): Row| Token {
        id,
        scopes: Scopes::from_text(&scopes),
        made_by,
        expires_at,
        ended: ended.is_some(),
        maker_disabled: disabled.is_some(),
        maker_admin,
    };
    Ok(found.map(token))
}

/// Adds a key; the hash is of a secret that only its maker learns.
pub fn insert(
    tx: &mut Tx,
    may: &MayKeepTokens,
    new: &NewToken,
    hash: &str,
) -> Result<AccessTokenId, StoreError> {
    let (id, now): (AccessTokenId, _) = (mint(), tx.now());
    diesel::insert_into(access_tokens::table)
        .values((
            access_tokens::id.eq(id),
            access_tokens::token_hash.eq(hash),
            access_tokens::name.eq(&new.name),
            access_tokens::scopes.eq(new.scopes.text()),
            access_tokens::made_by.eq(may.by()),
            access_tokens::made_at.eq(now),
            access_tokens::expires_at.eq(now.plus_days(new.days)),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Ends a key that stands; whether there was one.
pub fn end(tx: &mut Tx, may: &MayKeepTokens, id: AccessTokenId) -> Result<bool, StoreError> {
    let now = tx.now();
    let standing = access_tokens::table
        .find(id)
        .filter(access_tokens::ended_at.is_null());
    let ended = diesel::update(standing)
        .set((
            access_tokens::ended_by.eq(may.by()),
            access_tokens::ended_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(ended == 1)
}

/// Ends every key of a maker that stands, in the name of whoever acts; which they were.
/// Nobody needs leave to shut a door: it goes with what befell the maker's account.
pub fn end_all_of(tx: &mut Tx, maker: AccountId) -> Result<Vec<AccessTokenId>, StoreError> {
    let (by, now) = (tx.stamp.actor, tx.now());
    let standing = access_tokens::table
        .filter(access_tokens::made_by.eq(maker))
        .filter(access_tokens::ended_at.is_null())
        .filter(access_tokens::expires_at.gt(now));
    let ids: Vec<AccessTokenId> = standing
        .order(access_tokens::id)
        .select(access_tokens::id)
        .load(tx.connection())?;
    diesel::update(access_tokens::table.filter(access_tokens::id.eq_any(ids.clone())))
        .set((
            access_tokens::ended_by.eq(by),
            access_tokens::ended_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(ids)
}
