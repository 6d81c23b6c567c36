//! Saving a review that is not sent yet, however incomplete.

use std::collections::BTreeMap;

use super::Refusal;
use crate::domain::review::ReviewDraft;
use crate::domain::rubric::Rubric;
use crate::domain::{ApplicationId, Message, Problems};
use crate::policy::review::{Case, MayReview, MayTake};
use crate::policy::{Actor, Reach};
use crate::store::declaration::{self, Assigned};
use crate::store::own_review::{self, OwnReview};
use crate::store::{StoreError, Tx, assignment, audit, rubric};

/// A review as it was posted.
#[derive(Debug, Clone, Default)]
pub struct PostedReview {
    /// The number of saves that the page knew of.
    pub saves: i32,
    /// Texts by name of their field.
    pub fields: BTreeMap<String, String>,
}

impl PostedReview {
    /// The text of a field; empty for an absent one.
    pub fn text(&self, name: &str) -> String {
        self.fields.get(name).cloned().unwrap_or_default()
    }
}

/// Field of the problem that tells of a save elsewhere: the page was not the
/// latest, so that saving it would have undone the other.
pub const ELSEWHERE: &str = "saves";

/// Keeps what is written so far. A review that was sent is changed only by
/// sending it again.
pub fn save_review(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    posted: &PostedReview,
) -> Result<(), Refusal> {
    let desk = open(tx, actor, application)?;
    let draft = read(&desk.rubric, posted)?;
    if desk.is_kept(&draft) && desk.assigned.case.assigned {
        return Ok(());
    }
    if desk
        .own
        .as_ref()
        .is_some_and(|own| own.submitted_at.is_some())
    {
        return Err(Refusal::Stale(Message::new("stale-review-sent")));
    }
    desk.check_latest(posted)?;
    let id = own_review::save(tx, &desk.may, desk.rubric.id, desk.own.as_ref(), &draft)?;
    let saves = |saves: i32| format!("saved {saves}");
    let last = desk.own.map_or(0, |own| own.saves);
    let about = ("review", id.as_str());
    audit(tx, "save_review", about, &saves(last), &saves(last + 1))?;
    Ok(())
}

/// Everything that writing a review needs.
pub(super) struct Desk {
    pub assigned: Assigned,
    pub may: MayReview,
    pub rubric: Rubric,
    /// What is kept of it so far.
    pub own: Option<OwnReview>,
}

/// Opens the desk to the reviewer, or says why not. Who begins what is open to
/// every reviewer takes it on; what is refused later undoes that too.
pub(super) fn open(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
) -> Result<Desk, Refusal> {
    let reach = Reach::reviewer(actor, tx.now());
    let assigned = declaration::assigned(tx, reach, application)?;
    let assigned = assigned.ok_or(Refusal::NotFound)?;
    let may = MayReview::on(&assigned.case).map_err(Refusal::Stale)?;
    if !assigned.case.assigned {
        take(tx, &assigned.case)?;
    }
    let rubric = rubric::by_id(tx, assigned.round.rubric_id)?;
    Ok(Desk {
        rubric: rubric.ok_or_else(|| StoreError::Damaged("a rubric is missing".to_owned()))?,
        own: own_review::find(tx, application, actor.id)?,
        assigned,
        may,
    })
}

/// Makes an application that is open to every reviewer theirs, as if assigned.
fn take(tx: &mut Tx, case: &Case) -> Result<(), Refusal> {
    let may = MayTake::on(case).map_err(Refusal::Stale)?;
    assignment::take(tx, &may)?;
    let about = ("application", case.application.as_str());
    audit(
        tx,
        "take_review",
        about,
        "",
        &format!("reviewer {}", case.reviewer),
    )?;
    Ok(())
}

/// Reads what was posted, with a mark for every criterion.
pub(super) fn read(rubric: &Rubric, posted: &PostedReview) -> Result<ReviewDraft, Problems> {
    ReviewDraft::read(rubric, |name| posted.text(name))
}

impl Desk {
    /// Whether exactly this is kept already, as after a second press.
    pub(super) fn is_kept(&self, draft: &ReviewDraft) -> bool {
        let Some(own) = &self.own else { return false };
        let marks = |draft: &ReviewDraft| {
            let mut marks = draft.marks.clone();
            marks.sort_by_key(|mark| mark.criterion);
            marks
        };
        let rest = |draft: &ReviewDraft| {
            let verdict = (draft.confidence, draft.recommendation);
            (draft.comment.clone(), verdict)
        };
        rest(&own.draft) == rest(draft) && marks(&own.draft) == marks(draft)
    }

    /// Refuses a page that knows of fewer saves than there were: the review was
    /// saved in another window meanwhile.
    pub(super) fn check_latest(&self, posted: &PostedReview) -> Result<(), Refusal> {
        let saves = self.own.as_ref().map_or(0, |own| own.saves);
        if posted.saves == saves {
            return Ok(());
        }
        let message = Message::new("stale-review-elsewhere");
        Err(Refusal::field(ELSEWHERE, message))
    }
}
