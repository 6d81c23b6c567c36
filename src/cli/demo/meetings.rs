//! A panel's meeting in the demonstration: planned for tomorrow, with what is under
//! review in order.

use super::seed::{ROUND, Seeder};
use super::story::Panel;
use crate::actions::arrange_meeting::{Proposal, propose_order};
use crate::actions::plan_meeting::plan_meeting;
use crate::cli::Failure;
use crate::domain::meeting::MeetingText;

/// Plans it and proposes its order.
pub fn plan(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let Some(admin) = panel.admins.first() else {
        return Ok(());
    };
    let day = seeder.now.plus_days(1).local_text(seeder.zone());
    let text = MeetingText {
        title: "Panel meeting, first day".to_owned(),
        planned_at: format!("{} 10:00", day.get(..10).unwrap_or_default()),
    };
    let id = seeder.act(Some(admin), 2, |tx| plan_meeting(tx, admin, ROUND, &text))?;
    seeder.act(Some(admin), 1, |tx| {
        propose_order(tx, admin, (ROUND, id), Proposal::BestFirst)
    })
}
