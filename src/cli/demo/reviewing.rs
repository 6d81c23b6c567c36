//! Following the reviews of the demonstration: one came out of a file, everybody was
//! reminded yesterday morning but the one who wants no reminders, and one reviewer
//! abstained with a review that was sent.

use super::seed::{ROUND, Seeder};
use super::story::{Panel, SITE};
use crate::actions::{decline_assignment, import_reviews, reminders};
use crate::cli::Failure;
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId};
use crate::policy::Reach;
use crate::store::{Reader, StoreError, allocation, round, rubric};

/// Sets the schedule, brings a review, reminds.
pub fn tell(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let (Some(admin), Some(quiet)) = (panel.admins.first(), panel.reviewers.last()) else {
        return Ok(());
    };
    seeder.act(Some(admin), 24 * 20, |tx| {
        reminders::set_schedule(tx, admin, ROUND, (true, "14 7 2"))
    })?;
    seeder.act(Some(quiet), 24 * 5, |tx| {
        reminders::choose(tx, quiet.id, "off")
    })?;
    if let Some(file) = seeder.database.read(brought)? {
        seeder.act(Some(admin), 26, |tx| {
            import_reviews::import(tx, admin, ROUND, (&file, SITE)).map(drop)
        })?;
    }
    abstain(seeder, panel)?;
    let stamp = seeder.stamp(None, yesterday_morning(seeder));
    Ok(reminders::remind_due(seeder.database, &stamp, SITE)?)
}

/// Somebody leaves an application that waits for others, with a review that they sent.
fn abstain(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let Some((application, reviewer)) = seeder.database.read(sent)? else {
        return Ok(());
    };
    let Some(actor) = panel.reviewers.iter().find(|one| one.id == reviewer) else {
        return Ok(());
    };
    let reason = "The books are in a system that I can’t judge. Somebody from finance should.";
    seeder.act(Some(actor), 25, |tx| {
        decline_assignment::decline_assignment(tx, actor, application, reason)
    })
}

/// The latest application in review with a review that was sent, and whose it is.
fn sent(reader: &mut Reader) -> Result<Option<(ApplicationId, AccountId)>, StoreError> {
    let Some(round) = round::by_slug(reader, ROUND)? else {
        return Ok(None);
    };
    let facts = allocation::facts(reader, Reach::operator(), round.id)?;
    let mut waiting = facts.applications.iter();
    let found = waiting.find_map(|one| {
        let mut given = facts.given.iter();
        let sent = given.find(|given| given.application == one.id && given.submitted)?;
        (one.status == Status::InReview).then_some((one.id, sent.reviewer))
    });
    Ok(found)
}

/// Hours since nine o'clock of yesterday, or a few minutes more.
fn yesterday_morning(seeder: &Seeder) -> i64 {
    let clock = seeder.now.local_text(seeder.zone());
    let hour: i64 = clock
        .get(11..13)
        .and_then(|hour| hour.parse().ok())
        .unwrap_or(9);
    24 + hour - 9
}

/// A file with the review of somebody who has not begun here.
fn brought(reader: &mut Reader) -> Result<Option<String>, StoreError> {
    let Some(round) = round::by_slug(reader, ROUND)? else {
        return Ok(None);
    };
    let facts = allocation::facts(reader, Reach::operator(), round.id)?;
    let rubric = rubric::by_id(reader, round.rubric_id)?;
    let criteria = rubric.map(|rubric| rubric.criteria).unwrap_or_default();
    let codes: Vec<&str> = criteria.iter().map(|one| one.code.as_str()).collect();
    let found = facts.given.iter().filter(|given| !given.begun);
    let mut found = found.filter_map(|given| {
        let mut applications = facts.applications.iter();
        let application = applications.find(|one| one.id == given.application)?;
        let reviewer = facts
            .reviewers
            .iter()
            .find(|one| one.id == given.reviewer)?;
        (application.status == Status::InReview).then_some((application, reviewer))
    });
    Ok(found.next().map(|(application, reviewer)| {
        format!(
            "application,reviewer,{},recommendation,confidence\n{},{},{},fund,medium\n",
            codes.join(","),
            application.reference,
            reviewer.email,
            vec!["4"; codes.len()].join(",")
        )
    }))
}
