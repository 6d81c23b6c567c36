//! The agreement: planned, laid before the organisation, agreed to in the system or on
//! paper.

use super::{Case, for_owner, for_staff, note, tell};
use crate::actions::Refusal;
use crate::actions::application::standing;
use crate::actions::attachment::note_download;
use crate::domain::award::{PlanDraft, read_plan, terms};
use crate::domain::certification::Statement;
use crate::domain::file::{Content, FileName};
use crate::domain::{AwardId, FileId, Message, Problems};
use crate::files::Stored;
use crate::policy::award::{MayActOnAward, MayMove, MayRun};
use crate::policy::{Actor, Reach};
use crate::store::attachment::{self, AttachmentRow};
use crate::store::{Tx, award, mint, sha256};

/// The digest of the terms as they stand; nothing before there is a plan.
pub fn print(case: &Case) -> Option<String> {
    let conditions: Vec<&str> = case.conditions.iter().map(String::as_str).collect();
    let text = terms(case.award.amount(), &case.plan()?, &conditions);
    Some(sha256(text))
}

/// Plans the agreement; what was laid before the organisation is taken back.
pub fn plan(tx: &mut Tx, actor: &Actor, id: AwardId, draft: &PlanDraft) -> Result<(), Refusal> {
    let case = for_staff(tx, actor, id)?;
    let may = MayRun::plan(actor, case.about())?;
    let plan = read_plan(draft, case.award.amount())?;
    if case.plan().as_ref() == Some(&plan) {
        return Ok(());
    }
    award::plan(tx, &may, &plan)?;
    let after = format!(
        "{} {} tranches:{} reports:{}",
        plan.starts.iso(),
        plan.ends.iso(),
        plan.tranches.len(),
        plan.reports.len()
    );
    Ok(note(tx, id, "plan_award", ("", &after))?)
}

/// Lays the agreement before the organisation, whose people get a letter.
pub fn offer(tx: &mut Tx, actor: &Actor, id: AwardId, site: &str) -> Result<(), Refusal> {
    let case = for_staff(tx, actor, id)?;
    let may = MayRun::plan(actor, case.about())?;
    let Some(print) = print(&case) else {
        return Err(Refusal::Stale(Message::new("stale-award-unplanned")));
    };
    if case.award.offered_at.is_some() {
        return Ok(());
    }
    award::offer(tx, &may)?;
    note(tx, id, "offer_agreement", ("", &print))?;
    Ok(tell(tx, &case, site)?)
}

/// What somebody may agree to who has read the terms of this digest.
fn may_agree(
    tx: &mut Tx,
    actor: &Actor,
    (case, read): (&Case, &str),
) -> Result<(MayActOnAward, MayMove), Refusal> {
    let standing = standing(tx, actor, &case.application)?.ok_or(Refusal::NotFound)?;
    let offered = case.award.offered_at.is_some();
    let may = MayActOnAward::agree((actor, standing), case.about(), offered)?;
    if print(case).as_deref() != Some(read) {
        return Err(Refusal::Stale(Message::new("stale-award-terms")));
    }
    Ok(may)
}

/// Agrees for the organisation to the terms of the digest that was read.
pub fn agree(
    tx: &mut Tx,
    actor: &Actor,
    (id, read): (AwardId, &str),
    statement: &Statement,
) -> Result<(), Refusal> {
    let case = for_owner(tx, actor, id)?;
    let (may, moves) = may_agree(tx, actor, (&case, read))?;
    let officer = statement.read().map_err(worded)?;
    let name = format!("{}, {}", officer.name, officer.role);
    award::agree(tx, (&may, &moves), (&name, read), None)?;
    Ok(note(tx, id, "agree_to_award", ("agreement", read))?)
}

/// A statement asks about answers; here it is about terms.
fn worded(mut problems: Problems) -> Problems {
    for problem in &mut problems.0 {
        if problem.field == "certify" {
            problem.message = Message::new("error-award-accept");
        }
    }
    problems
}

/// The same by a paper that was signed and looked into.
pub fn agree_on_paper(
    tx: &mut Tx,
    actor: &Actor,
    (id, read): (AwardId, &str),
    (name, stored): (&FileName, &Stored),
) -> Result<(), Refusal> {
    let case = for_owner(tx, actor, id)?;
    let (may, moves) = may_agree(tx, actor, (&case, read))?;
    let paper: FileId = mint();
    let row = AttachmentRow {
        id: paper,
        application_id: case.application.id,
        question: award::AGREEMENT.to_owned(),
        name: name.as_str().to_owned(),
        kind: name.kind(),
        size: stored.size,
        sha256: stored.sha256.clone(),
        scan: stored.scan,
        storage_key: stored.key.clone(),
        content: Content::Sealed(stored.secret.clone()),
        uploaded_by: actor.id,
        uploaded_at: tx.now(),
        removed_at: None,
    };
    award::add_paper(tx, &may, &row)?;
    award::agree(tx, (&may, &moves), (&actor.name, read), Some(paper))?;
    let after = format!("{read} file {paper} {}", stored.sha256);
    Ok(note(tx, id, "agree_to_award", ("agreement", &after))?)
}

/// Hands the paper to staff, which is noted.
pub fn take_paper(tx: &mut Tx, actor: &Actor, id: AwardId) -> Result<AttachmentRow, Refusal> {
    let case = for_staff(tx, actor, id)?;
    let file = case.award.signed_file_id.ok_or(Refusal::NotFound)?;
    let reach = Reach::staff(actor);
    let row = attachment::find(tx, reach, case.application.id, file)?.ok_or(Refusal::NotFound)?;
    note_download(tx, &row)?;
    Ok(row)
}
