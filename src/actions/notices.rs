//! Telling people that something happened: by a letter with a link at once, in
//! the morning's letter, or not at all, as each of them chose.

use super::{Refusal, letters};
use crate::domain::notice::{Delivery, Frequency, NoticeKind, delivery, last_morning};
use crate::domain::{AccountId, ApplicationId, Message, Moment};
use crate::store::notice::{self, Recipient};
use crate::store::{StoreError, Tx, audit};

/// What a notice tells, and where it leads.
pub(super) struct News<'a> {
    pub application: ApplicationId,
    pub kind: NoticeKind,
    /// Keys of the letter's subject and body; the body has the argument `link`.
    pub words: (&'static str, &'static str),
    pub link: &'a str,
}

/// Tells everybody but whoever acts.
pub(super) fn tell(
    tx: &mut Tx,
    recipients: &[Recipient],
    actor: impl Into<Option<AccountId>>,
    news: &News,
) -> Result<(), StoreError> {
    let actor = actor.into();
    for one in recipients.iter().filter(|one| Some(one.id) != actor) {
        let delivery = delivery(one.frequency, news.kind);
        match delivery {
            Delivery::Now => {
                letters::post(tx, one.language, &one.email, news.words, news.link)?;
            }
            Delivery::Morning => {}
            Delivery::Never => continue,
        }
        let mailed = delivery == Delivery::Now;
        notice::insert(tx, one.id, news.application, news.kind, mailed)?;
    }
    Ok(())
}

/// People looked at in one transaction.
const BATCH: i64 = 100;

/// Writes the morning's letter to people whose morning has come, after the
/// person `after`; answers with the last one that was looked at, while there may
/// be more. A letter holds a number and a link.
pub fn post_digests(
    tx: &mut Tx,
    after: Option<AccountId>,
    site: &str,
) -> Result<Option<AccountId>, StoreError> {
    let people = notice::waiting(tx, after, BATCH)?;
    let ids: Vec<AccountId> = people.iter().map(|one| one.id).collect();
    let noted = notice::unmailed(tx, &ids)?;
    for one in &people {
        let morning = last_morning(tx.now(), &one.time_zone);
        let written = noted.get(&one.id).map_or(&[][..], Vec::as_slice);
        post_digest(tx, one, (written, morning), site)?;
    }
    let full = i64::try_from(people.len()).unwrap_or(0) == BATCH;
    Ok(ids.last().copied().filter(|_| full))
}

fn post_digest(
    tx: &mut Tx,
    one: &Recipient,
    (written, morning): (&[Moment], Moment),
    site: &str,
) -> Result<(), StoreError> {
    let due = written.iter().filter(|at| **at < morning).count();
    if due == 0 {
        return Ok(());
    }
    letters::post_digest(tx, one.language, &one.email, due, &format!("{site}/home"))?;
    notice::mark_mailed(tx, one.id, morning)
}

/// Keeps how often a person wants letters. Who wants none but the needful is not
/// told later of what came before.
pub fn choose(tx: &mut Tx, owner: AccountId, frequency: &str) -> Result<(), Refusal> {
    let chosen = Frequency::from_code(frequency)
        .ok_or_else(|| Refusal::field("notices", Message::new("error-choice")))?;
    let before = notice::frequency(tx, owner)?;
    if before == chosen {
        return Ok(());
    }
    notice::set_frequency(tx, owner, chosen)?;
    if chosen == Frequency::Essential {
        notice::drop_waiting(tx, owner, None)?;
    }
    let object = ("account", owner.as_str());
    audit(tx, "choose_notices", object, before.code(), chosen.code())?;
    Ok(())
}
