//! Writing in the discussion of an application, and taking back what one wrote.
//! Letters tell that one's attention is drawn, never to what.

use std::collections::BTreeSet;

use super::Refusal;
use super::notices::{News, tell};
use crate::domain::account::Role;
use crate::domain::discussion::{TypedPost, Voice, read_post};
use crate::domain::notice::NoticeKind;
use crate::domain::phase::Phase;
use crate::domain::round::Round;
use crate::domain::{AccountId, ApplicationId, Message, PostId};
use crate::policy::discussion::{MayPost, MayWithdrawPost};
use crate::policy::review::MayDiscuss;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::discussion::{self, Panelist};
use crate::store::notice::Recipient;
use crate::store::{Reader, StoreError, Tx, audit, declaration, phase, review, round};

/// Letters that draw attention.
const WORDS: (&str, &str) = ("mail-mention-subject", "mail-mention-body");

/// Who may read a discussion, each by their voice.
pub struct Readers {
    /// Reviewers in the order of their letters, also those who may not read it now.
    pub voices: Vec<AccountId>,
    pub people: Vec<(Voice, Panelist)>,
}

impl Readers {
    /// The voice of a reviewer.
    pub fn voice(&self, reviewer: AccountId) -> Option<Voice> {
        let place = self.voices.iter().position(|one| *one == reviewer);
        place.map(Voice::Reviewer)
    }
}

/// Everybody who may read the discussion of an application in a phase: reviewers who
/// may discuss it, then staff.
pub fn readers(
    reader: &mut Reader,
    row: &ApplicationRow,
    (round, phase): (&Round, &Phase),
    now: crate::domain::Moment,
) -> Result<Readers, StoreError> {
    let panel = discussion::panel(reader, row, (round, phase), now)?;
    let staff = discussion::staff(reader, row, &[Role::Admin, Role::Auditor])?;
    let mut readers = Readers {
        voices: discussion::voices(reader, row.id)?,
        people: Vec::new(),
    };
    let open = panel
        .into_iter()
        .filter(|(_, case)| MayDiscuss::on(case).is_ok());
    for (one, case) in open {
        if let Some(voice) = readers.voice(case.reviewer) {
            readers.people.push((voice, one));
        }
    }
    readers.people.sort_by_key(|(voice, _)| *voice);
    let staff = staff.into_iter();
    readers
        .people
        .extend(staff.map(|one| (Voice::Staff(one.recipient.id), one)));
    Ok(readers)
}

/// Posts as a reviewer.
pub fn post_as_reviewer(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    typed: &TypedPost,
    site: &str,
) -> Result<(), Refusal> {
    let (row, may) = as_reviewer(tx, actor, id)?;
    post(tx, (&row, &may), typed, site)
}

/// Posts as an admin.
pub fn post_as_staff(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    typed: &TypedPost,
    site: &str,
) -> Result<(), Refusal> {
    let (row, may) = as_staff(tx, actor, id)?;
    post(tx, (&row, &may), typed, site)
}

/// Takes back a post that one wrote as a reviewer.
pub fn withdraw_as_reviewer(
    tx: &mut Tx,
    actor: &Actor,
    (id, post): (ApplicationId, PostId),
) -> Result<(), Refusal> {
    let (_, may) = as_reviewer(tx, actor, id)?;
    withdraw(tx, &may, post)
}

/// Takes back a post that one wrote as an admin.
pub fn withdraw_as_staff(
    tx: &mut Tx,
    actor: &Actor,
    (id, post): (ApplicationId, PostId),
) -> Result<(), Refusal> {
    let (_, may) = as_staff(tx, actor, id)?;
    withdraw(tx, &may, post)
}

fn as_reviewer(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
) -> Result<(ApplicationRow, MayPost), Refusal> {
    let reach = Reach::reviewer(actor, tx.now());
    let assigned = declaration::assigned(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    let may = MayDiscuss::on(&assigned.case).map_err(Refusal::Stale)?;
    Ok((assigned.application, MayPost::as_reviewer(&may)))
}

fn as_staff(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
) -> Result<(ApplicationRow, MayPost), Refusal> {
    let reach = Reach::staff(actor);
    let row = application::find(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    if review::is_withheld(tx, reach, id)? {
        return Err(Refusal::Stale(Message::new("stale-own-review-first")));
    }
    let may = MayPost::as_staff(actor, (id, row.status))?;
    Ok((row, may))
}

fn post(
    tx: &mut Tx,
    (row, may): (&ApplicationRow, &MayPost),
    typed: &TypedPost,
    site: &str,
) -> Result<(), Refusal> {
    // A page always brings one; a text of another shape would not be a key.
    let press = PostId::parse(&typed.press);
    let press = press.map_err(|_| Refusal::Stale(Message::new("stale-discussion-page")))?;
    if discussion::is_posted(tx, row.id, press.as_str())? {
        return Ok(());
    }
    let round = round::by_id(tx, row.round_id)?.ok_or(Refusal::NotFound)?;
    let now = tx.now();
    let phase = phase::in_force(tx, round.id, now)?;
    let readers = readers(tx, row, (&round, &phase), now)?;
    let voices: Vec<Voice> = readers.people.iter().map(|(voice, _)| *voice).collect();
    let (body, called) = read_post(typed, &voices)?;
    let listed = readers.people.into_iter();
    let chosen: Vec<_> = listed.filter(|(voice, _)| called.contains(voice)).collect();
    let mentioned: Vec<_> = chosen
        .iter()
        .map(|(voice, one)| (one.recipient.id, *voice))
        .collect();
    let id = discussion::insert(tx, may, (press.as_str(), &body), &mentioned)?;
    let object = ("application", row.id.as_str());
    audit(tx, "post_in_discussion", object, "", id.as_str())?;
    draw(tx, may, chosen, site)?;
    Ok(())
}

/// Tells those whose attention is drawn, each once and at the door behind which they
/// read.
fn draw(
    tx: &mut Tx,
    may: &MayPost,
    chosen: Vec<(Voice, Panelist)>,
    site: &str,
) -> Result<(), StoreError> {
    let id = may.application();
    let (reviewers, staff): (Vec<_>, Vec<_>) = chosen
        .into_iter()
        .partition(|(voice, _)| matches!(voice, Voice::Reviewer(_)));
    let recipient = |(_, one): (Voice, Panelist)| one.recipient;
    let reviewers: Vec<Recipient> = reviewers.into_iter().map(recipient).collect();
    let known: BTreeSet<AccountId> = reviewers.iter().map(|one| one.id).collect();
    let staff = staff.into_iter().map(recipient);
    let staff: Vec<Recipient> = staff.filter(|one| !known.contains(&one.id)).collect();
    let places = [
        (reviewers, format!("{site}/reviews/{id}/discussion")),
        (staff, format!("{site}/admin/applications/{id}/discussion")),
    ];
    for (recipients, link) in &places {
        let news = News {
            application: id,
            kind: NoticeKind::Mention,
            words: WORDS,
            link,
        };
        tell(tx, recipients, Some(may.author()), &news)?;
    }
    Ok(())
}

fn withdraw(tx: &mut Tx, may: &MayPost, post: PostId) -> Result<(), Refusal> {
    let id = may.application();
    let found = discussion::find(tx, id, post)?.ok_or(Refusal::NotFound)?;
    let may = MayWithdrawPost::own(may, &found.written)?;
    discussion::withdraw(tx, &may)?;
    let object = ("application", id.as_str());
    audit(tx, "withdraw_post", object, post.as_str(), "withdrawn")?;
    Ok(())
}
