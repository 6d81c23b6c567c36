//! Conflicts of interest in the demonstration: one admin stepped aside, and one
//! reviewer lists an organisation that applies.

use super::content::Stage;
use super::hands::Owner;
use super::seed::Seeder;
use super::story::Panel;
use crate::actions::{affiliation, conflict};
use crate::cli::Failure;
use crate::domain::conflict::TypedAffiliation;

/// Tells both about applications that are under review.
pub fn tell(seeder: &Seeder, panel: &Panel, cast: &[Owner]) -> Result<(), Failure> {
    let reviewed = cast
        .iter()
        .filter(|one| one.content.stage == Stage::HalfReviewed);
    let mut reviewed = reviewed.chain(
        cast.iter()
            .filter(|one| one.content.stage == Stage::Deliberation),
    );
    if let (Some(admin), Some(one)) = (panel.admins.last(), reviewed.next()) {
        let said = ("collaborator", "We wrote a report together last year.");
        seeder.act(Some(admin), 3, |tx| {
            conflict::step_aside(tx, admin, one.told.application, said)
        })?;
    }
    if let (Some(reviewer), Some(one)) = (panel.reviewers.first(), reviewed.next()) {
        let typed = TypedAffiliation {
            organisation: one.content.name_latin.clone(),
            role: "Trainer".to_owned(),
            ..TypedAffiliation::default()
        };
        seeder.act(Some(reviewer), 3, |tx| {
            affiliation::add(tx, reviewer, &typed)
        })?;
    }
    Ok(())
}
