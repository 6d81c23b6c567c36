//! The clock, the only place that asks the machine for the time. Tests set it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::domain::Moment;

/// Tells the time: the machine's, or one that a test holds still.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    #[default]
    Machine,
    Held(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at an instant until [`Clock::set`].
    pub fn held(at: Moment) -> Self {
        Self::Held(Arc::new(AtomicI64::new(at.micros())))
    }

    /// Moves a held clock; the machine's is left alone.
    pub fn set(&self, at: Moment) {
        if let Self::Held(micros) = self {
            micros.store(at.micros(), Ordering::SeqCst);
        }
    }

    /// The present instant.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    pub fn now(&self) -> Moment {
        match self {
            Self::Machine => Moment::from_micros(jiff::Timestamp::now().as_microsecond()),
            Self::Held(micros) => Moment::from_micros(micros.load(Ordering::SeqCst)),
        }
    }
}
