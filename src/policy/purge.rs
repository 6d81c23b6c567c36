//! Who may purge. That an admin has no conflict with an organisation is shown by its being
//! within their reach.

use super::{Actor, Hindrance};
use crate::domain::purge::{Purge, Standing, Subject};
use crate::domain::{AccountId, Message, Moment, PurgeId};

/// May propose to purge something.
#[derive(Debug)]
pub struct MayProposePurge {
    subject: Subject,
    by: AccountId,
}

impl MayProposePurge {
    /// An admin may, unless a purge of the same waits or is being carried out. `latest` is
    /// the last one of it.
    pub fn on(
        actor: &Actor,
        subject: Subject,
        latest: Option<&Purge>,
        now: Moment,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        match latest.map(|purge| purge.standing(now)) {
            Some(Standing::Waiting | Standing::Erasing) => {
                Err(Hindrance::Stale(Message::new("stale-purge-waiting")))
            }
            Some(Standing::Lapsed | Standing::Dropped | Standing::Done) | None => Ok(Self {
                subject,
                by: actor.id,
            }),
        }
    }

    /// What it was issued for.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May take back or carry out one purge.
#[derive(Debug)]
pub struct MayEndPurge {
    purge: PurgeId,
    by: AccountId,
}

impl MayEndPurge {
    /// Another admin than who proposed it may confirm it while it waits.
    pub fn confirm(actor: &Actor, purge: &Purge, now: Moment) -> Result<Self, Hindrance> {
        if purge.proposed_by == actor.id {
            return Err(Hindrance::Denied(Message::new("denied-own-purge")));
        }
        Self::take_back(actor, purge, now)
    }

    /// Any admin may take it back while it waits.
    pub fn take_back(actor: &Actor, purge: &Purge, now: Moment) -> Result<Self, Hindrance> {
        actor.admin()?;
        match purge.standing(now) {
            Standing::Waiting => Ok(Self {
                purge: purge.id,
                by: actor.id,
            }),
            Standing::Lapsed | Standing::Dropped | Standing::Erasing | Standing::Done => {
                Err(Hindrance::Stale(Message::new("stale-purge-over")))
            }
        }
    }

    /// The purge it was issued for.
    pub fn purge(&self) -> PurgeId {
        self.purge
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May put a new daily backup in the place of those of before one purge.
#[derive(Debug)]
pub struct MayReplaceBackups {
    purge: PurgeId,
}

impl MayReplaceBackups {
    /// An admin may once nothing of it is on the disk any more: a backup of before that
    /// could hold it again.
    pub fn after(actor: &Actor, purge: &Purge, now: Moment) -> Result<Self, Hindrance> {
        actor.admin()?;
        match purge.standing(now) {
            Standing::Done => Ok(Self { purge: purge.id }),
            Standing::Waiting | Standing::Lapsed | Standing::Dropped | Standing::Erasing => {
                Err(Hindrance::Stale(Message::new("stale-purge-undone")))
            }
        }
    }

    /// The purge it was issued for.
    pub fn purge(&self) -> PurgeId {
        self.purge
    }
}
