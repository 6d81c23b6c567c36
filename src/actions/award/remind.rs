//! Reminding organisations of reports that are owed, on the mornings that reviewers are
//! reminded on: days before, on the day, weekly behind it.

use std::collections::BTreeSet;

use crate::actions::letters;
use crate::domain::reminder::{OpenReview, Schedule, is_due};
use crate::domain::{AccountId, Moment};
use crate::store::award::{self, Owed};
use crate::store::{StoreError, Tx};

/// Rows looked at in one transaction: what was told of lately is not among them.
const BATCH: i64 = 500;
/// No report is reminded of twice within so many days.
const PAUSE_DAYS: i64 = 4;

/// Writes a letter with a link about each report whose morning has come to everybody of
/// its organisation. One batch is all that a morning needs; nothing is left to go on with.
pub fn remind_owed(
    tx: &mut Tx,
    _: Option<AccountId>,
    site: &str,
) -> Result<Option<AccountId>, StoreError> {
    let now = tx.now();
    let schedule = Schedule::default();
    let ahead = schedule.days().first().copied().unwrap_or(0);
    let until = now.plus_days(i64::from(ahead) + 1).day("UTC");
    let since = now.plus_days(-PAUSE_DAYS);
    let mut told = BTreeSet::new();
    for one in award::owed(tx, (until, since), BATCH)? {
        let Some(open) = open(&one) else { continue };
        if !is_due(&schedule, &open, now, &one.time_zone) {
            continue;
        }
        let link = format!("{site}/awards/{}", one.award);
        let words = ("mail-report-due-subject", "mail-report-due-body");
        letters::post(tx, one.language, &one.email, words, &link)?;
        if told.insert((one.award, one.position)) {
            award::note_reminded(tx, (one.award, one.position))?;
        }
    }
    Ok(None)
}

/// A report as what is reminded of: due at the end of its day, known since the agreement.
fn open(one: &Owed) -> Option<OpenReview> {
    let end = format!("{} 23:59", one.due_on.iso());
    Some(OpenReview {
        due_at: Moment::parse_local(&end, &one.time_zone).ok()?,
        assigned_at: one.agreed_at?,
        reminded_at: one.reminded_at,
    })
}
