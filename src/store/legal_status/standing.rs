//! What the papers of organisations come to, and what stands behind an application.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::needs::of_forms;
use crate::domain::check::CheckOutcome;
use crate::domain::legal_status::{Backing, DocumentKind, Held, Needs, Standing, standing};
use crate::domain::moment::Day;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{ApplicationId, OrganisationId, ProgrammeId};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::{legal_documents, organisations, sponsorships};

/// The papers of one organisation, what is asked of it, and what that comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Legal {
    pub needs: Needs,
    /// The latest of each kind.
    pub held: Vec<Held>,
    pub standing: Standing,
}

type Kept = (OrganisationId, DocumentKind, CheckOutcome, Option<Day>);

/// How these organisations stand before a programme, in three queries.
pub fn of_organisations(
    reader: &mut Reader,
    programme: ProgrammeId,
    ids: &[OrganisationId],
    today: Day,
) -> Result<BTreeMap<OrganisationId, Legal>, StoreError> {
    let owners: Vec<(OrganisationId, String)> = organisations::table
        .filter(organisations::id.eq_any(ids.to_vec()))
        .select((organisations::id, organisations::legal_form))
        .load(reader.connection())?;
    let forms: Vec<String> = owners.iter().map(|(_, form)| form.clone()).collect();
    let needs = of_forms(reader, programme, &forms)?;
    let rows: Vec<Kept> = legal_documents::table
        .filter(legal_documents::organisation_id.eq_any(ids.to_vec()))
        .filter(legal_documents::superseded_at.is_null())
        .order((legal_documents::organisation_id, legal_documents::kind))
        .select((
            legal_documents::organisation_id,
            legal_documents::kind,
            legal_documents::outcome,
            legal_documents::expires_on,
        ))
        .load(reader.connection())?;
    let mut papers: BTreeMap<OrganisationId, Vec<Held>> = BTreeMap::new();
    for (owner, kind, outcome, expires_on) in rows {
        papers.entry(owner).or_default().push(Held {
            kind,
            outcome,
            expires_on,
        });
    }
    let legal = |(id, form): (OrganisationId, String)| {
        let needs = needs.get(&form).cloned().unwrap_or_default();
        let held = papers.remove(&id).unwrap_or_default();
        let standing = standing(&needs, &held, today);
        let legal = Legal {
            needs,
            held,
            standing,
        };
        (id, legal)
    };
    Ok(owners.into_iter().map(legal).collect())
}

/// What stands behind an application, and who its sponsor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behind {
    pub backing: Backing,
    /// The sponsor that consented.
    pub sponsor: Option<OrganisationId>,
}

impl Behind {
    /// Whose papers count: the organisation's own, or the sponsor's where it has no
    /// legal form.
    pub fn bearer(&self, own: OrganisationId) -> Option<OrganisationId> {
        match self.backing.own {
            Standing::NoForm => self.sponsor,
            Standing::Verified | Standing::NotVerified | Standing::Open => Some(own),
        }
    }
}

/// What stands behind these applications, all within the caller's reach: the papers of
/// their organisations, and those of the sponsors that consented. As many queries for any
/// number.
pub fn behind(
    reader: &mut Reader,
    asked: &[(ApplicationId, OrganisationId)],
    programme: ProgrammeId,
    today: Day,
) -> Result<BTreeMap<ApplicationId, Behind>, StoreError> {
    let ids: Vec<ApplicationId> = asked.iter().map(|(id, _)| *id).collect();
    let rows: Vec<(ApplicationId, Option<OrganisationId>)> = sponsorships::table
        .filter(sponsorships::application_id.eq_any(ids))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .order(sponsorships::id)
        .select((sponsorships::application_id, sponsorships::organisation_id))
        .load(reader.connection())?;
    // The latest of an application stays.
    let sponsors: BTreeMap<ApplicationId, Option<OrganisationId>> = rows.into_iter().collect();
    let own = asked.iter().map(|(_, organisation)| *organisation);
    let ids: BTreeSet<OrganisationId> = own.chain(sponsors.values().flatten().copied()).collect();
    let ids: Vec<OrganisationId> = ids.into_iter().collect();
    let all = of_organisations(reader, programme, &ids, today)?;
    let of = |id: OrganisationId| all.get(&id).map(|legal| legal.standing);
    let behind = asked.iter().map(|(id, organisation)| {
        let sponsor = sponsors.get(id).copied().flatten();
        let backing = Backing {
            own: of(*organisation).unwrap_or(Standing::NoForm),
            sponsor: sponsor.and_then(of),
        };
        (*id, Behind { backing, sponsor })
    });
    Ok(behind.collect())
}

/// Behind which of these applications, all within the caller's reach, verified papers
/// stand.
pub fn verified(
    reader: &mut Reader,
    asked: &[(ApplicationId, OrganisationId)],
    programme: ProgrammeId,
    today: Day,
) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let all = behind(reader, asked, programme, today)?.into_iter();
    let verified = all.filter(|(_, behind)| behind.backing.is_verified());
    Ok(verified.map(|(id, _)| id).collect())
}
