//! Whether anything can be kept at present. Where it can't, pages that are read say so
//! before somebody types.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::actions::Refusal;
use crate::domain::Moment;
use crate::store::StoreError;

/// When a write failed last, in microseconds; zero once one was kept again.
#[derive(Default)]
pub struct Writing(AtomicI64);

/// How long pages say so, where nobody tries again.
const MINUTES: i64 = 2;

impl Writing {
    /// Takes note of how a write ended. What was refused for a reason of its own tells
    /// nothing.
    pub fn ended<T>(&self, done: &Result<T, Refusal>, now: Moment) {
        match done {
            Ok(_) => self.0.store(0, Ordering::Relaxed),
            Err(Refusal::Store(StoreError::Unreachable(_) | StoreError::Uncertain(_))) => {
                self.failed(now);
            }
            Err(_) => {}
        }
    }

    /// A write failed.
    pub fn failed(&self, now: Moment) {
        self.0.store(now.micros(), Ordering::Relaxed);
    }

    /// Whether one failed not long ago, and none was kept since.
    pub fn fails(&self, now: Moment) -> bool {
        let at = self.0.load(Ordering::Relaxed);
        at > 0 && now <= Moment::from_micros(at).plus_minutes(MINUTES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_that_failed_is_told_until_one_is_kept_or_it_is_long_ago() {
        let writing = Writing::default();
        let at = |minutes: i64| Moment::from_micros(1_790_000_000_000_000).plus_minutes(minutes);
        assert!(!writing.fails(at(0)));
        let away = || Refusal::Store(StoreError::Unreachable("full".to_owned()));
        writing.ended(&Err::<(), _>(away()), at(0));
        assert!(writing.fails(at(2)) && !writing.fails(at(3)));
        // What is not there is not there whatever the disk.
        writing.ended(&Err::<(), _>(Refusal::NotFound), at(1));
        assert!(writing.fails(at(1)));
        writing.ended(&Ok(()), at(1));
        assert!(!writing.fails(at(1)));
    }
}
