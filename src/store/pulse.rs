//! How long a use of the database has asked it nothing new. A server can keep a line open and
//! say nothing, as behind a proxy that is stuck: PostgreSQL's library waits for its answer
//! without end. Whoever waits for the use can see that, and stop waiting.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::connection::Database;

/// When one use of the database asked it last.
#[derive(Debug)]
pub struct Pulse {
    began: Instant,
    /// Milliseconds from there.
    last: AtomicU64,
}

impl Pulse {
    /// Of a use that begins.
    pub fn begin() -> Self {
        Self {
            began: Instant::now(),
            last: AtomicU64::new(0),
        }
    }

    /// The database is asked something.
    pub(super) fn beat(&self) {
        let passed = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last.store(passed, Ordering::Relaxed);
    }

    /// How long ago it was asked last.
    pub fn silence(&self) -> Duration {
        let last = Duration::from_millis(self.last.load(Ordering::Relaxed));
        self.began.elapsed().saturating_sub(last)
    }
}

impl Database {
    /// The same for one use that is asked for now, with its pulse. Only PostgreSQL has one: a file has nobody
    /// behind it who could be silent.
    pub fn with_pulse(&self) -> (Self, Option<Arc<Pulse>>) {
        let pulse = self.bell().hears_others();
        let pulse = pulse.then(|| Arc::new(Pulse::begin()));
        let mut one = self.from_now();
        one.pulse.clone_from(&pulse);
        (one, pulse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::trial;

    #[test]
    fn it_is_silent_from_the_last_question_on() {
        let minute = Duration::from_secs(60);
        let pulse = Pulse {
            began: Instant::now().checked_sub(minute).unwrap(),
            last: AtomicU64::new(0),
        };
        assert!(pulse.silence() >= minute);
        pulse.beat();
        assert!(pulse.silence() < minute);
    }

    #[test]
    fn a_file_has_none() {
        let (_folder, database) = trial::database();
        assert!(database.with_pulse().1.is_none());
    }
}
