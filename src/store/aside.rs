//! What is asked of a server on a thread of its own, so that who asks waits no longer than
//! they have patience: PostgreSQL's library waits without end on a line that stays open and
//! says nothing.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use super::conflict::StoreError;

/// Asks, and knows for what nobody waits any more.
pub(super) struct Aside {
    most: usize,
    /// Each is gone when its thread is.
    overdue: Mutex<Vec<Weak<()>>>,
}

impl Aside {
    /// Where so many threads are out for which nobody waits any more, it asks nothing.
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            overdue: Mutex::default(),
        }
    }

    /// What the work answers, if it does so in time. An answer that comes too late is dropped
    /// where it was made.
    pub(super) fn ask<T: Send + 'static>(
        &self,
        patience: Duration,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        if self.out() >= self.most {
            return Err(silent());
        }
        let (told, answer) = channel();
        let here = Arc::new(());
        let overdue = Arc::downgrade(&here);
        let begun = thread::Builder::new().spawn(move || {
            // Nobody may be waiting any more.
            let _ = told.send(work());
            drop(here);
        });
        begun.map_err(|problem| StoreError::Unreachable(problem.to_string()))?;
        answer.recv_timeout(patience).map_err(|_| {
            self.overdue().push(overdue);
            silent()
        })
    }

    fn out(&self) -> usize {
        let mut overdue = self.overdue();
        overdue.retain(|one| one.strong_count() > 0);
        overdue.len()
    }

    fn overdue(&self) -> MutexGuard<'_, Vec<Weak<()>>> {
        self.overdue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn silent() -> StoreError {
    StoreError::Unreachable("it did not answer in time".to_owned())
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    /// Waits until nobody is out any more.
    fn wait(aside: &Aside) {
        let began = Instant::now();
        while aside.out() > 0 {
            assert!(began.elapsed() < LONG);
            thread::yield_now();
        }
    }

    #[test]
    fn what_is_answered_in_time_is_told() {
        let aside = Aside::new(1);
        assert_eq!(aside.ask(LONG, || 7).unwrap(), 7);
        assert_eq!(aside.out(), 0);
    }

    #[test]
    fn who_is_silent_is_not_waited_for_and_asked_again_once_it_spoke() {
        let aside = Aside::new(1);
        let (speak, heard) = channel::<()>();
        let told = aside.ask(Duration::from_millis(50), move || heard.recv().is_ok());
        assert!(matches!(told, Err(StoreError::Unreachable(_))));
        // Meanwhile nobody asks, however quick the answer would be.
        assert!(aside.ask(LONG, || 7).is_err());
        speak.send(()).unwrap();
        wait(&aside);
        assert_eq!(aside.ask(LONG, || 7).unwrap(), 7);
    }

    fn is_well() -> bool {
        false
    }

    #[test]
    fn work_that_panics_is_no_answer() {
        let aside = Aside::new(1);
        let told = aside.ask(LONG, || assert!(is_well(), "it is no use"));
        assert!(told.is_err());
        wait(&aside);
    }
}
