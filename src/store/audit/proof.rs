//! Proving a log event by event: that it is one chain, and that it still holds the events
//! whose hashes were written down elsewhere. The chain alone can't tell that its end was
//! cut off, or that somebody wrote it anew.

use std::collections::BTreeMap;

use super::AuditEvent;

/// The first event whose hash, number or link to its predecessor is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    pub seq: i64,
}

/// An event that was written down when it was the last one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head {
    /// Its number, where that was written down too.
    pub seq: Option<i64>,
    pub hash: String,
}

/// What is wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    Broken(Broken),
    /// It is one chain up to the event `end`, and this head is not in it: what came behind
    /// was cut off, or the log was written anew.
    Lost {
        head: Head,
        end: i64,
    },
}

/// A walk through a log.
#[derive(Debug, Default)]
pub struct Proof {
    seq: i64,
    hash: String,
    /// Heads that did not come yet, by hash.
    awaited: BTreeMap<String, Head>,
}

impl Proof {
    /// One that has to come by these heads.
    pub fn of(heads: Vec<Head>) -> Self {
        let by_hash = |head: Head| (head.hash.clone(), head);
        Self {
            awaited: heads.into_iter().map(by_hash).collect(),
            ..Self::default()
        }
    }

    /// Takes the next event.
    pub fn take(&mut self, event: &AuditEvent) -> Result<(), Broken> {
        let sound = event.seq == self.seq + 1
            && event.previous_hash == self.hash
            && event.hash == event.digest();
        if !sound {
            return Err(Broken { seq: event.seq });
        }
        self.seq = event.seq;
        self.hash.clone_from(&event.hash);
        self.awaited.remove(&event.hash);
        Ok(())
    }

    /// The number of the event that was taken last; 0 before the first.
    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// How many events there are, when nothing follows.
    pub fn end(self) -> Result<i64, Flaw> {
        let end = self.seq;
        // The earliest tells most.
        match self.awaited.into_values().min() {
            Some(head) => Err(Flaw::Lost { head, end }),
            None => Ok(end),
        }
    }
}
