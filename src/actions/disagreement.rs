//! Calling people to discuss an application whose reviews differ widely, once each:
//! when its last review comes in or a new version of one is sent, and once an hour
//! where it became so in another way. Whether somebody is called depends on nothing
//! but what they may know themselves.

use std::collections::BTreeSet;

use super::notices::{News, tell};
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::flag::{Pool, Spread, WideCriterion, flag};
use crate::domain::notice::NoticeKind;
use crate::domain::{AccountId, ApplicationId, RoundId};
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::discussion::{self, Panelist};
use crate::store::notice::Recipient;
use crate::store::spread::{self, Spreads};
use crate::store::{Reader, StoreError, Tx, application, phase, round};

/// Letters that call.
const WORDS: (&str, &str) = ("mail-disagreement-subject", "mail-disagreement-body");

/// Calls whoever may discuss an application, if its reviews are complete and differ
/// widely. Nobody is called twice.
pub(super) fn call_if_flagged(
    tx: &mut Tx,
    id: ApplicationId,
    site: &str,
) -> Result<(), StoreError> {
    let Some(row) = application::find(tx, Reach::operator(), id)? else {
        return Ok(());
    };
    if row.status != Status::Deliberation {
        return Ok(());
    }
    let Some(known) = Known::of(tx, &row)? else {
        return Ok(());
    };
    let (panel, admins) = people(tx, &row)?;
    let seen = known.views(tx, &panel, &admins)?;
    let called = discussion::called(tx, id)?;
    let new = |one: &&Recipient| seen.contains(&one.id) && !called.contains(&one.id);
    let panel: Vec<Recipient> = panel.iter().filter(new).cloned().collect();
    let twice = |one: &&Recipient| !panel.iter().any(|other| other.id == one.id);
    let admins: Vec<Recipient> = admins.iter().filter(new).filter(twice).cloned().collect();
    for one in panel.iter().chain(&admins) {
        discussion::call(tx, id, one.id)?;
    }
    post(tx, &panel, id, &format!("{site}/reviews/{id}/discussion"))?;
    let place = format!("{site}/admin/applications/{id}/discussion");
    post(tx, &admins, id, &place)
}

/// Looks through the rounds that take reviews for applications whose reviews became
/// complete, or came to differ widely, without one being sent. Reads whole rounds: not
/// in a transaction that others wait for.
pub fn late(reader: &mut Reader) -> Result<Vec<ApplicationId>, StoreError> {
    let waiting = discussion::uncalled(reader)?;
    let rounds: BTreeSet<RoundId> = waiting.iter().map(|(_, round)| *round).collect();
    let rounds: Vec<RoundId> = rounds.into_iter().collect();
    let flags = super::flags::flags_of_rounds(reader, Reach::operator(), &rounds)?;
    let flagged = waiting.into_iter().map(|(id, _)| id);
    Ok(flagged.filter(|id| flags.contains_key(id)).collect())
}

/// Calls whoever may discuss these applications, if it is still so.
pub fn call_late(tx: &mut Tx, some: &[ApplicationId], site: &str) -> Result<(), StoreError> {
    some.iter()
        .try_for_each(|id| call_if_flagged(tx, *id, site))
}

fn post(
    tx: &mut Tx,
    recipients: &[Recipient],
    application: ApplicationId,
    link: &str,
) -> Result<(), StoreError> {
    let news = News {
        application,
        kind: NoticeKind::Disagreement,
        words: WORDS,
        link,
    };
    tell(tx, recipients, None::<AccountId>, &news)
}

/// The reviewers who may know of others' reviews and discuss, and the admins who may
/// see it.
fn people(
    tx: &mut Tx,
    row: &ApplicationRow,
) -> Result<(Vec<Recipient>, Vec<Recipient>), StoreError> {
    let round = round::by_id(tx, row.round_id)?;
    let round = round.ok_or_else(|| StoreError::Damaged("a round is missing".to_owned()))?;
    let now = tx.now();
    let phase = phase::in_force(tx, round.id, now)?;
    let panel = discussion::panel(tx, row, (&round, &phase), now)?;
    let free = panel
        .into_iter()
        .filter(|(_, case)| case.hears_of_disagreement());
    let recipient = |one: Panelist| one.recipient;
    let admins = discussion::staff(tx, row, &[Role::Admin])?;
    Ok((
        free.map(|(one, _)| recipient(one)).collect(),
        admins.into_iter().map(recipient).collect(),
    ))
}

/// How an application that can be flagged lies, and the others of its round.
struct Known {
    row: ApplicationId,
    round: RoundId,
    own: Spread,
    /// Of the whole round; none where it is flagged whatever they are.
    spreads: Spreads,
    wide: Vec<WideCriterion>,
}

impl Known {
    /// Reads the whole round only where it matters: others wait for this transaction.
    fn of(tx: &mut Tx, row: &ApplicationRow) -> Result<Option<Self>, StoreError> {
        let mut wide = spread::wide_criteria(tx, &[row.round_id], Some(&[row.id]))?;
        let wide = wide.remove(&row.id).unwrap_or_default();
        let own = spread::of_application(tx, row.id)?;
        let Some(own) = own.filter(|own| own.can_be_wide(&wide)) else {
            return Ok(None);
        };
        let spreads = match own.is_wide(&wide) {
            true => Spreads::new(),
            false => spread::of_rounds(tx, Reach::operator(), &[row.round_id], &[])?,
        };
        Ok(Some(Self {
            row: row.id,
            round: row.round_id,
            own,
            spreads,
            wide,
        }))
    }

    /// Who sees a flag. What the reviews of the application say in themselves holds for
    /// everybody; the typical spread is asked for each by what is in their reach.
    fn views(
        &self,
        tx: &mut Tx,
        panel: &[Recipient],
        admins: &[Recipient],
    ) -> Result<BTreeSet<AccountId>, StoreError> {
        let ids: BTreeSet<AccountId> = panel.iter().chain(admins).map(|one| one.id).collect();
        if self.spreads.is_empty() {
            return Ok(match self.flags(|_| true) {
                true => ids,
                false => BTreeSet::new(),
            });
        }
        let people: Vec<AccountId> = ids.iter().copied().collect();
        let hidden = spread::hidden(tx, self.round, &people)?;
        let reviewed = spread::reviewed(tx, self.round, &people)?;
        let sees = |account: AccountId, as_reviewer: bool| {
            let within = |id: &ApplicationId| {
                let known = !as_reviewer || *id == self.row || reviewed.contains(&(account, *id));
                known && !hidden.contains(&(account, *id))
            };
            self.flags(within)
        };
        let reviewers = panel.iter().filter(|one| sees(one.id, true));
        let admins = admins.iter().filter(|one| sees(one.id, false));
        Ok(reviewers.chain(admins).map(|one| one.id).collect())
    }

    fn flags(&self, within: impl Fn(&ApplicationId) -> bool) -> bool {
        let seen = self.spreads.iter().filter(|(id, _)| within(id));
        let pool = Pool::of(seen.map(|(_, (_, spread))| spread));
        flag(&self.own, &pool, self.wide.clone()).is_some()
    }
}
