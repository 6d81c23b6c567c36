//! What programmes ask for, by legal form.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::legal_status::Needs;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{ApplicationId, OrganisationId, ProgrammeId};
use crate::policy::legal_status::MaySetNeeds;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::schema::{applications, document_needs, programmes, rounds, sponsorships};

/// What a programme asks of each of these legal forms.
pub fn of_forms(
    reader: &mut Reader,
    programme: ProgrammeId,
    forms: &[String],
) -> Result<BTreeMap<String, Needs>, StoreError> {
    let kept: Vec<(String, String)> = document_needs::table
        .filter(document_needs::programme_id.eq(programme))
        .filter(document_needs::legal_form.eq_any(forms.to_vec()))
        .select((document_needs::legal_form, document_needs::needs))
        .load(reader.connection())?;
    let standard = |form: &String| (form.clone(), Needs::standard(form));
    let mut all: BTreeMap<String, Needs> = forms.iter().map(standard).collect();
    let kept = kept.into_iter();
    all.extend(kept.map(|(form, text)| (form, Needs::parse(&text))));
    Ok(all)
}

/// Keeps what the capability's programme asks of a legal form.
pub fn set(
    tx: &mut Tx,
    may: &MaySetNeeds,
    legal_form: &str,
    needs: &Needs,
) -> Result<(), StoreError> {
    let key = (may.programme(), legal_form);
    diesel::delete(document_needs::table.find(key)).execute(tx.connection())?;
    diesel::insert_into(document_needs::table)
        .values((
            document_needs::programme_id.eq(may.programme()),
            document_needs::legal_form.eq(legal_form),
            document_needs::needs.eq(needs.text()),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Whose list an organisation is held against: the programme that it, or whom it
/// sponsors, applied to last; else the latest programme.
pub fn programme_of(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Option<ProgrammeId>, StoreError> {
    let sponsored = sponsorships::table
        .filter(sponsorships::organisation_id.eq(organisation))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .select(sponsorships::application_id);
    // Apart: with an “or” between them PostgreSQL would read one application after another.
    let own: Option<(ApplicationId, ProgrammeId)> = applications::table
        .inner_join(rounds::table)
        .filter(applications::organisation_id.eq(organisation))
        .order(applications::id.desc())
        .select((applications::id, rounds::programme_id))
        .first(reader.connection())
        .optional()?;
    let other: Option<(ApplicationId, ProgrammeId)> = applications::table
        .inner_join(rounds::table)
        .filter(applications::id.eq_any(sponsored))
        .order(applications::id.desc())
        .select((applications::id, rounds::programme_id))
        .first(reader.connection())
        .optional()?;
    let applied = own.into_iter().chain(other).max_by_key(|(id, _)| *id);
    if let Some((_, programme)) = applied {
        return Ok(Some(programme));
    }
    Ok(programmes::table
        .order(programmes::id.desc())
        .select(programmes::id)
        .first(reader.connection())
        .optional()?)
}
