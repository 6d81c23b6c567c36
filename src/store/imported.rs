//! Reviews that were brought out of a file: what is known about a few hundred of
//! them at once, and the writes, which keep who brought them.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::max;
use diesel::prelude::*;

use super::application::{ApplicationRow, reachable};
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::own_review::{self, OwnReview};
use super::schema::{
    accounts, applications, assignments, declarations, review_imports, submissions,
};
use super::sealed_words::{self, IMPORTS};
use crate::domain::review::{ConflictKind, ReviewDraft};
use crate::domain::rubric::Rubric;
use crate::domain::{AccountId, ApplicationId, Moment, ReviewId, RoundId};
use crate::policy::Reach;
use crate::policy::review::{MayImport, MayImportReviews};

/// An application and a reviewer.
pub type Pair = (ApplicationId, AccountId);

/// The applications of a round with these references, within reach.
pub fn applications(
    reader: &mut Reader,
    (reach, round): (Reach, RoundId),
    references: Vec<String>,
) -> Result<Vec<ApplicationRow>, StoreError> {
    Ok(reachable(reach)
        .filter(applications::round_id.eq(round))
        .filter(applications::reference.eq_any(references))
        .select(ApplicationRow::as_select())
        .load(reader.connection())?)
}

/// What there is already of some pairs.
#[derive(Debug, Default)]
pub struct Kept {
    /// Reviews begun or sent.
    pub reviews: BTreeMap<Pair, OwnReview>,
    /// Pairs with a declaration.
    pub declared: BTreeSet<Pair>,
    /// Assignments, and whether the reviewer left.
    pub assigned: BTreeMap<Pair, bool>,
    /// The latest submitted version of each application.
    pub versions: BTreeMap<ApplicationId, i32>,
}

/// What is kept of any pair of these applications and reviewers: in six queries.
pub fn kept(
    reader: &mut Reader,
    (ids, people): (&[ApplicationId], &[AccountId]),
) -> Result<Kept, StoreError> {
    let declared: Vec<Pair> = declarations::table
        .filter(declarations::application_id.eq_any(ids.to_vec()))
        .filter(declarations::account_id.eq_any(people.to_vec()))
        .select((declarations::application_id, declarations::account_id))
        .load(reader.connection())?;
    let assigned: Vec<(ApplicationId, AccountId, Option<Moment>)> = assignments::table
        .filter(assignments::application_id.eq_any(ids.to_vec()))
        .filter(assignments::reviewer_id.eq_any(people.to_vec()))
        .select((
            assignments::application_id,
            assignments::reviewer_id,
            assignments::recused_at,
        ))
        .load(reader.connection())?;
    let versions: Vec<(ApplicationId, Option<i32>)> = submissions::table
        .filter(submissions::application_id.eq_any(ids.to_vec()))
        .group_by(submissions::application_id)
        .select((submissions::application_id, max(submissions::version)))
        .load(reader.connection())?;
    let assigned = assigned.into_iter();
    let versions = versions.into_iter();
    Ok(Kept {
        reviews: own_review::of_pairs(reader, (ids, people))?,
        declared: declared.into_iter().collect(),
        assigned: assigned
            .map(|(id, who, left)| ((id, who), left.is_some()))
            .collect(),
        versions: versions
            .filter_map(|(id, version)| Some((id, version?)))
            .collect(),
    })
}

/// Assigns to the reviewer.
pub fn assign(tx: &mut Tx, may: &MayImport) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(assignments::table)
        .values((
            assignments::application_id.eq(may.application()),
            assignments::reviewer_id.eq(may.reviewer()),
            assignments::assigned_by.eq(may.by()),
            assignments::assigned_at.eq(now),
            assignments::imported_by.eq(may.by()),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Keeps that the file speaks of no conflict, where the reviewer has not declared.
pub fn declare(tx: &mut Tx, may: &MayImport) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(declarations::table)
        .values((
            declarations::application_id.eq(may.application()),
            declarations::account_id.eq(may.reviewer()),
            declarations::kind.eq(ConflictKind::None),
            declarations::note.eq(""),
            declarations::declared_at.eq(now),
            declarations::imported_by.eq(may.by()),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Keeps a review as sent, about a version of the application; its first version is
/// sealed like any other.
pub fn send(
    tx: &mut Tx,
    may: &MayImport,
    (rubric, scored): (&Rubric, i32),
    draft: &ReviewDraft,
) -> Result<ReviewId, StoreError> {
    let id = own_review::save(tx, &may.review(), rubric.id, None, draft)?;
    own_review::submit_imported(tx, may, (id, rubric, scored), draft)?;
    Ok(id)
}

/// Who brought the declaration of a pair, by name.
pub fn declared_by(
    reader: &mut Reader,
    (application, account): Pair,
) -> Result<Option<String>, StoreError> {
    Ok(declarations::table
        .inner_join(accounts::table.on(declarations::imported_by.eq(accounts::id.nullable())))
        .filter(declarations::application_id.eq(application))
        .filter(declarations::account_id.eq(account))
        .select(accounts::name)
        .first(reader.connection())
        .optional()?)
}

/// Keeps a file to be looked at, over the one that was there.
pub fn keep_file(tx: &mut Tx, may: &MayImportReviews, body: &str) -> Result<(), StoreError> {
    drop_file(tx, may)?;
    let now = tx.now();
    let place = place(may.round(), may.by());
    let sealed = sealed_words::seal(tx.vault(), (IMPORTS, place.as_str()), body)?;
    diesel::insert_into(review_imports::table)
        .values((
            review_imports::round_id.eq(may.round()),
            review_imports::account_id.eq(may.by()),
            review_imports::kept_at.eq(now),
            review_imports::body.eq(""),
            review_imports::sealed.eq(sealed),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// What the file of somebody in a round is sealed for.
fn place(round: RoundId, account: AccountId) -> String {
    format!("{round}/{account}")
}

/// The file that an admin looks at in a round, and since when.
pub fn file(
    reader: &mut Reader,
    round: RoundId,
    account: AccountId,
) -> Result<Option<(Moment, String)>, StoreError> {
    let row: Option<(Moment, String, Option<String>)> = review_imports::table
        .find((round, account))
        .select((
            review_imports::kept_at,
            review_imports::body,
            review_imports::sealed,
        ))
        .first(reader.connection())
        .optional()?;
    let Some((kept_at, clear, sealed)) = row else {
        return Ok(None);
    };
    let (place, kept) = (place(round, account), (sealed.as_deref(), clear));
    let body = sealed_words::open(reader.vault(), (IMPORTS, place.as_str()), kept)?;
    Ok(Some((kept_at, body)))
}

/// Throws that file away.
pub fn drop_file(tx: &mut Tx, may: &MayImportReviews) -> Result<(), StoreError> {
    let row = review_imports::table.find((may.round(), may.by()));
    diesel::delete(row).execute(tx.connection())?;
    Ok(())
}

/// Throws files away that nobody carried out.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = review_imports::table.filter(review_imports::kept_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}
