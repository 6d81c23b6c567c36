//! When one use of the database was asked for, and how long it has asked nothing new. A
//! server can keep a line open and say nothing, as behind a proxy that is stuck: PostgreSQL's
//! library waits for its answer without end. Whoever waits for the use can see that, and stop
//! waiting.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::connection::Database;

/// What stands for the last question while none is asked.
const RESTS: u64 = u64::MAX;

/// When one use of the database began, and when it asked last.
#[derive(Debug)]
pub struct Pulse {
    began: Instant,
    /// Milliseconds from there; 0 while nothing was asked, [`RESTS`] while nothing is.
    last: AtomicU64,
}

impl Pulse {
    /// Of a use that begins.
    pub fn begin() -> Self {
        Self::begun(Instant::now())
    }

    /// Of a use that began then.
    pub(super) fn begun(began: Instant) -> Self {
        Self {
            began,
            last: AtomicU64::new(0),
        }
    }

    /// The database is asked something.
    pub(super) fn beat(&self) {
        let passed = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last.store(passed.max(1), Ordering::Relaxed);
    }

    /// Nothing is asked for a while: whoever works is busy elsewhere.
    pub(super) fn rest(&self) {
        self.last.store(RESTS, Ordering::Relaxed);
    }

    /// Since when a connection is waited for that is needed now: the first from the beginning
    /// on, as there was no thread yet to wait on.
    pub(super) fn asked(&self) -> Instant {
        match self.last.load(Ordering::Relaxed) {
            0 => self.began,
            _ => Instant::now(),
        }
    }

    /// How long ago it was asked last; nothing where it is not asked for a while.
    pub fn silence(&self) -> Duration {
        match self.last.load(Ordering::Relaxed) {
            RESTS => Duration::ZERO,
            last => self
                .began
                .elapsed()
                .saturating_sub(Duration::from_millis(last)),
        }
    }
}

impl Database {
    /// The same for one use that is asked for now and waits from now on, for a thread too. Its
    /// pulse comes with it where the database could be silent: a file has nobody behind it.
    pub fn with_pulse(&self) -> (Self, Option<Arc<Pulse>>) {
        let pulse = Arc::new(Pulse::begin());
        let mut one = self.clone();
        one.pulse = Some(pulse.clone());
        (one, self.bell().hears_others().then_some(pulse))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::trial;

    #[test]
    fn it_is_silent_from_the_last_question_on() {
        let minute = Duration::from_secs(60);
        let pulse = Pulse::begun(Instant::now().checked_sub(minute).unwrap());
        assert!(pulse.silence() >= minute);
        pulse.beat();
        assert!(pulse.silence() < minute);
    }

    #[test]
    fn it_is_not_silent_while_nobody_asks_anything() {
        let minute = Duration::from_secs(60);
        let pulse = Pulse::begun(Instant::now().checked_sub(minute).unwrap());
        pulse.rest();
        assert_eq!(pulse.silence(), Duration::ZERO);
        // From the next question on it is waited for again.
        pulse.beat();
        assert_ne!(pulse.last.load(Ordering::Relaxed), RESTS);
    }

    #[test]
    fn nobody_watches_that_of_a_file() {
        let (_folder, database) = trial::database();
        assert!(database.with_pulse().1.is_none());
    }
}
