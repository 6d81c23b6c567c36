//! How long what is kept in the demonstration, one application that is kept longer, and one
//! request for erasure that waits.

use super::hands::Owner;
use super::seed::Seeder;
use super::story::Panel;
use crate::actions::{erasure_request, retention};
use crate::cli::Failure;
use crate::domain::retention::Kind;

/// Whose application is kept longer.
const KEPT: &str = "bashar.harf@apply.example";
/// Whose organisation asks to be erased.
const ASKS: &str = "hani.nab@apply.example";

/// Tells it.
pub fn tell(seeder: &Seeder, panel: &Panel, cast: &[Owner]) -> Result<(), Failure> {
    let [first, second, ..] = panel.admins.as_slice() else {
        return Ok(());
    };
    let days = |kind: Kind| match kind {
        Kind::Declined => "1095",
        Kind::Awards | Kind::Organisations => "2555",
        Kind::Drafts | Kind::Mail => "365",
        Kind::Accounts => "730",
        Kind::Reviews
        | Kind::Messages
        | Kind::Referees
        | Kind::Files
        | Kind::Engagement
        | Kind::Incidents
        | Kind::Hits => "",
    };
    let periods: Vec<_> = Kind::ALL.map(|kind| (kind, days(kind).to_owned())).into();
    seeder.act(Some(first), 30, |tx| {
        retention::set_periods(tx, first, &periods)
    })?;
    let Some(owner) = cast.iter().find(|one| one.content.email == KEPT) else {
        return Ok(());
    };
    let id = owner.told.application;
    let until = seeder.now.plus_days(400).day(seeder.zone()).iso();
    seeder.act(Some(second), 29, |tx| {
        let reason = "The auditor of the programme looks at it next year.";
        retention::keep(tx, second, id, (reason, &until))
    })?;
    let Some(owner) = cast.iter().find(|one| one.content.email == ASKS) else {
        return Ok(());
    };
    let (person, of) = (&owner.person, owner.told.organisation);
    seeder.act(Some(person), 5, |tx| {
        erasure_request::ask_about_organisation(tx, person, of)
    })
}
