//! What the program acknowledged, as those saw it who did it.

use std::sync::{Condvar, Mutex, MutexGuard};

/// Something that somebody did and the program said was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The action under which it is in the audit log.
    pub action: &'static str,
    /// What it was done to.
    pub of: String,
}

#[derive(Default)]
struct State {
    acts: Vec<Act>,
    /// How many have nothing more to do.
    ended: usize,
    over: bool,
}

impl State {
    fn count(&self, action: &str) -> usize {
        let kind = self.acts.iter().filter(|act| act.action == action);
        kind.count()
    }
}

/// Everything that was acknowledged, in its order.
#[derive(Default)]
pub struct Diary {
    state: Mutex<State>,
    changed: Condvar,
}

impl Diary {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panicked at the diary")
    }

    /// Notes that something was said to be done.
    pub fn note(&self, action: &'static str, of: &str) {
        let of = of.to_owned();
        self.state().acts.push(Act { action, of });
        self.changed.notify_all();
    }

    /// What was acknowledged of one kind, in its order.
    pub fn of(&self, action: &str) -> Vec<String> {
        let state = self.state();
        let kind = state.acts.iter().filter(|act| act.action == action);
        kind.map(|act| act.of.clone()).collect()
    }

    /// How much was acknowledged.
    pub fn acknowledged(&self) -> usize {
        self.state().acts.len()
    }

    fn wait(&self, so: impl Fn(&State) -> bool) {
        let waited = self
            .changed
            .wait_while(self.state(), |state: &mut State| !so(state));
        drop(waited.expect("nobody panicked at the diary"));
    }

    /// Waits until so much of a kind is acknowledged; false when it is over before.
    pub fn wait_for(&self, action: &str, number: usize) -> bool {
        self.wait(|state| state.over || state.count(action) >= number);
        self.state().count(action) >= number
    }

    /// Waits until so many acts are acknowledged, or all these people are done, or
    /// somebody met what they should not.
    pub fn wait_until(&self, acts: usize, people: usize) {
        self.wait(|state| state.over || state.acts.len() >= acts || state.ended == people);
    }

    /// From now on nobody is answered any more.
    pub fn end(&self) {
        self.state().over = true;
        self.changed.notify_all();
    }

    /// Somebody is at work as long as the answer lives.
    pub fn at_work(&self) -> AtWork<'_> {
        AtWork(self)
    }
}

/// Somebody who is at work.
pub struct AtWork<'a>(&'a Diary);

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.ended += 1;
        // Who meets what they should not ends the run; later than its end it is no news.
        state.over |= std::thread::panicking();
        drop(state);
        self.0.changed.notify_all();
    }
}
