//! Asking referees, and keeping what they answer. The letter holds a link; behind it
//! stand the organisation's name and the question, and nothing else.

use super::token::{random_secret, secret_hash};
use super::{Refusal, letters};
use crate::domain::organisation::Organisation;
use crate::domain::referee::{DAYS, RefereeDraft, read_answer, read_referee};
use crate::domain::{ApplicationId, Language, Message, Moment, RefereeId};
use crate::policy::referee::{MayAskReferee, MayMoveReferee};
use crate::policy::{Actor, Reach};
use crate::store::referee::{self, RefereeRow};
use crate::store::{Reader, StoreError, Tx, application, audit, organisation, throttle};

/// Letters to referees of one application in an hour at most.
const MOST_AN_HOUR: i32 = 10;

/// Asks a referee about an application.
pub fn ask(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    draft: &RefereeDraft,
    site: &str,
) -> Result<(), Refusal> {
    let may = may_ask(tx, actor, id)?;
    let new = read_referee(draft)?;
    let (secret, expires_at) = fresh(tx, id)?;
    let kept = referee::insert(tx, &may, (&secret_hash(&secret), expires_at), &new)?;
    post(tx, (new.language, new.email.as_str()), &secret, site)?;
    let object = ("application", id.as_str());
    audit(tx, "ask_referee", object, "", kept.as_str())?;
    Ok(())
}

/// Sends a question again, with another link.
pub fn resend(
    tx: &mut Tx,
    actor: &Actor,
    (id, referee): (ApplicationId, RefereeId),
    site: &str,
) -> Result<(), Refusal> {
    let (row, may) = open(tx, actor, (id, referee))?;
    let (secret, expires_at) = fresh(tx, id)?;
    referee::renew(tx, &may, (&secret_hash(&secret), expires_at))?;
    post(tx, (row.language, &row.email), &secret, site)?;
    let object = ("application", id.as_str());
    audit(tx, "resend_referee", object, "", referee.as_str())?;
    Ok(())
}

/// Takes a question back: its link is dead.
pub fn withdraw(
    tx: &mut Tx,
    actor: &Actor,
    (id, referee): (ApplicationId, RefereeId),
) -> Result<(), Refusal> {
    let (_, may) = open(tx, actor, (id, referee))?;
    referee::withdraw(tx, &may)?;
    let object = ("application", id.as_str());
    audit(
        tx,
        "withdraw_referee",
        object,
        referee.as_str(),
        "withdrawn",
    )?;
    Ok(())
}

fn may_ask(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<MayAskReferee, Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    Ok(MayAskReferee::on(actor, (id, row.status))?)
}

fn open(
    tx: &mut Tx,
    actor: &Actor,
    (id, referee): (ApplicationId, RefereeId),
) -> Result<(RefereeRow, MayMoveReferee), Refusal> {
    let may = may_ask(tx, actor, id)?;
    let mut all = referee::of_application(tx, id)?.into_iter();
    let row = all.find(|one| one.id == referee);
    let row = row.ok_or(Refusal::NotFound)?;
    let may = may.again(referee, row.state)?;
    Ok((row, may))
}

/// A secret, and until when it works.
fn fresh(tx: &mut Tx, id: ApplicationId) -> Result<(String, Moment), Refusal> {
    if throttle::hit(tx, &format!("referee:{id}"), 60)? > MOST_AN_HOUR {
        let message = Message::new("error-too-many-invitations");
        return Err(Refusal::field("email", message));
    }
    Ok((random_secret(), tx.now().plus_days(DAYS)))
}

fn post(
    tx: &mut Tx,
    (language, email): (Language, &str),
    secret: &str,
    site: &str,
) -> Result<(), StoreError> {
    let words = ("mail-referee-subject", "mail-referee-body");
    let link = format!("{site}/referees/{secret}");
    letters::post(tx, language, email, words, &link)
}

/// The question of a link while it can be answered, and whom it is about. No reach is
/// asked: who holds the link may know that the organisation applies, and no more.
pub fn asked(
    reader: &mut Reader,
    secret: &str,
    now: Moment,
) -> Result<Option<(RefereeRow, Organisation)>, StoreError> {
    let Some(row) = referee::usable(reader, &secret_hash(secret), now)? else {
        return Ok(None);
    };
    let about = application::find(reader, Reach::operator(), row.application_id)?;
    let ids: Vec<_> = about.into_iter().map(|row| row.organisation_id).collect();
    let owner = organisation::by_ids(reader, &ids)?.pop();
    Ok(owner.map(|owner| (row, owner)))
}

/// Keeps an answer; the link is spent.
pub fn answer(tx: &mut Tx, secret: &str, (advice, words): (&str, &str)) -> Result<(), Refusal> {
    let now = tx.now();
    let found = asked(tx, secret, now)?;
    let (row, _) = found.ok_or_else(|| Refusal::Stale(Message::new("error-link-used")))?;
    let (advice, words) = read_answer(advice, words)?;
    let may = MayMoveReferee::answer(row.id);
    referee::answer(tx, &may, (advice, &words))?;
    let object = ("application", row.application_id.as_str());
    audit(tx, "answer_as_referee", object, row.id.as_str(), "answered")?;
    Ok(())
}
