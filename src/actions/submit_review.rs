//! Sending a review, or changes to one that was sent. Every sending is kept as
//! a version; the last review of an application begins its deliberation.

use super::Refusal;
use super::complete_reviews::advance_if_complete;
use super::disagreement::call_if_flagged;
use super::save_review::{Desk, PostedReview, open, read};
use crate::domain::review::{ReviewDraft, check_submission, read_reason};
use crate::domain::score::score_review;
use crate::domain::{ApplicationId, ReviewId};
use crate::policy::{Actor, Reach};
use crate::store::{Tx, audit, own_review, submission};

/// Sends what was posted if nothing is missing. Sending the same again changes
/// nothing, but that it counts again for whoever had abstained.
pub fn submit_review(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    posted: &PostedReview,
    site: &str,
) -> Result<(), Refusal> {
    let desk = open(tx, actor, application)?;
    let draft = read(&desk.rubric, posted)?;
    let kept = desk.is_kept(&draft);
    let sent = desk.own.as_ref().and_then(|own| own.submitted_at);
    let scored = scored(tx, actor, application, posted)?;
    let known = desk.own.as_ref().and_then(|own| own.scored);
    if kept && sent.is_some() && known == Some(scored) {
        return Ok(advance_if_complete(tx, &desk.assigned.application)?);
    }
    if !kept {
        desk.check_latest(posted)?;
    }
    let mut problems = check_submission(&desk.rubric, &draft);
    let before = desk.own.as_ref().filter(|_| sent.is_some());
    let before = before.map(|own| &own.draft);
    let reason = match read_reason(before, &draft, &posted.text(REASON)) {
        Ok(reason) => reason,
        Err(more) => {
            problems.0.extend(more.0);
            String::new()
        }
    };
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let id = own_review::save(tx, &desk.may, desk.rubric.id, desk.own.as_ref(), &draft)?;
    let sent = (id, &desk.rubric, scored);
    let number = own_review::submit(tx, &desk.may, sent, &draft, &reason)?;
    note(tx, &desk, (id, number), &draft)?;
    advance_if_complete(tx, &desk.assigned.application)?;
    Ok(call_if_flagged(tx, application, site)?)
}

/// Field that says why a review is sent again.
pub const REASON: &str = "reason";

/// Field of the version of the application that stood on the page.
pub const SCORED: &str = "scored";

/// The version of the application that the scores are about: the one on the
/// page, which a clarification may have overtaken.
fn scored(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    posted: &PostedReview,
) -> Result<i32, Refusal> {
    let reach = Reach::reviewer(actor, tx.now());
    let sent = submission::latest(tx, reach, application)?;
    let latest = sent.map_or(1, |sent| sent.version);
    let shown = posted.text(SCORED).parse().ok();
    Ok(shown
        .filter(|shown| (1..=latest).contains(shown))
        .unwrap_or(latest))
}

/// Version and total, never a word of the review.
fn note(
    tx: &mut Tx,
    desk: &Desk,
    (id, number): (ReviewId, i32),
    draft: &ReviewDraft,
) -> Result<(), Refusal> {
    let state = |number: i32, draft: &ReviewDraft| {
        let total = score_review(&desk.rubric, &draft.judgements()).total;
        let total = total.map_or_else(
            || "unscored".to_owned(),
            |share| {
                let hundredths = share.percent_hundredths();
                format!("{}.{:02}", hundredths / 100, hundredths % 100)
            },
        );
        format!("version {number}, total {total}")
    };
    let before = desk.own.as_ref().filter(|own| own.submitted_at.is_some());
    let before = before.map_or_else(String::new, |own| state(number - 1, &own.draft));
    let after = state(number, draft);
    audit(
        tx,
        "submit_review",
        ("review", id.as_str()),
        &before,
        &after,
    )?;
    Ok(())
}
