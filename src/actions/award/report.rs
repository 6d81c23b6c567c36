//! Reports: drafted and sent by the organisation, judged by staff.

use super::{Case, for_owner, for_staff, note, tell};
use crate::actions::Refusal;
use crate::actions::application::standing;
use crate::domain::AwardId;
use crate::domain::award::read_report;
use crate::domain::check::read_note;
use crate::policy::Actor;
use crate::policy::award::{MayActOnAward, MayRun};
use crate::store::award::{self, ReportRow};
use crate::store::{Tx, sha256};

fn report(case: &Case, position: i32) -> Result<&ReportRow, Refusal> {
    let found = case.reports.iter().find(|one| one.position == position);
    found.ok_or(Refusal::NotFound)
}

/// Keeps a draft, or keeps and sends it. The log holds the digest of what was sent.
pub fn save_report(
    tx: &mut Tx,
    actor: &Actor,
    (id, position): (AwardId, i32),
    (words, spent): (&str, &str),
    sends: bool,
) -> Result<(), Refusal> {
    let case = for_owner(tx, actor, id)?;
    let row = report(&case, position)?;
    let standing = standing(tx, actor, &case.application)?.ok_or(Refusal::NotFound)?;
    let asked = (row.state, sends);
    let may = MayActOnAward::report((actor, standing), case.about(), asked)?;
    let currency = case.award.amount().currency;
    let (words, spent) = read_report((words, spent), currency, sends)?;
    let number = position.to_string();
    award::save_report(tx, &may, position, (&words, spent))?;
    if !sends {
        return Ok(note(tx, id, "draft_report", ("", &number))?);
    }
    award::send_report(tx, &may, position)?;
    let print = sha256(words);
    let after = format!("{number} {print}");
    Ok(note(tx, id, "send_report", (row.state.code(), &after))?)
}

/// Accepts a report that was sent, or asks for it again and says what is to be mended,
/// field `note`. The organisation gets a letter.
pub fn judge(
    tx: &mut Tx,
    actor: &Actor,
    (id, position): (AwardId, i32),
    (accepted, words): (bool, &str),
    site: &str,
) -> Result<(), Refusal> {
    let case = for_staff(tx, actor, id)?;
    let row = report(&case, position)?;
    let may = MayRun::run(actor, case.about())?;
    let state = may.judge(row.state, accepted)?;
    let words = read_note(words, !accepted);
    let words = words.map_err(|message| Refusal::field("note", message))?;
    award::judge(tx, &may, (position, state), &words)?;
    let after = format!("{position} {}", state.code());
    note(tx, id, "judge_report", (row.state.code(), &after))?;
    Ok(tell(tx, &case, site)?)
}
