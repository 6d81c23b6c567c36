//! Waits for the database off the event loop, and not for one that says nothing any more: its
//! server may keep the line open and never answer. The work then goes on by itself, until the
//! line speaks again or ends.

use std::pin::pin;
use std::time::Duration;

use actix_web::error::BlockingError;
use actix_web::web::block;
use tokio::time::timeout;

use super::errors::Fault;
use crate::store::{Database, Pulse};

/// How long a page waits for an answer of the database: longer than the database itself takes
/// to say that others keep it, so that this is told as what it is.
pub const PAGE: Duration = Duration::from_millis(8_500);
/// The same of pages that read a whole round: longer than any statement may take.
pub const ROUND: Duration = Duration::from_secs(16);

/// Runs some work with the database. Where that says nothing for as long as `patience`, the
/// answer is `given_up`.
pub async fn wait<R: Send + 'static>(
    database: &Database,
    (patience, given_up): (Duration, Fault),
    work: impl FnOnce(&Database) -> R + Send + 'static,
) -> Result<R, Fault> {
    let (database, pulse) = database.with_pulse();
    let done = block(move || work(&database));
    bounded(pulse.as_deref(), (patience, given_up), done).await
}

async fn bounded<R>(
    pulse: Option<&Pulse>,
    (patience, given_up): (Duration, Fault),
    done: impl Future<Output = Result<R, BlockingError>>,
) -> Result<R, Fault> {
    let Some(pulse) = pulse else {
        return done.await.map_err(|_| Fault::Lost);
    };
    let mut done = pin!(done);
    loop {
        let left = patience.saturating_sub(pulse.silence());
        if let Ok(done) = timeout(left, done.as_mut()).await {
            return done.map_err(|_| Fault::Lost);
        }
        if pulse.silence() >= patience {
            tracing::warn!("the database says nothing; nobody waits for it any longer");
            return Err(given_up);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;

    #[test]
    fn who_is_silent_for_too_long_is_not_waited_for() {
        let pulse = Pulse::begin();
        let runtime = actix_web::rt::System::new();
        let at_once = || (Duration::ZERO, Fault::Unavailable);
        let never = bounded::<()>(Some(&pulse), at_once(), pending());
        let told = runtime.block_on(never);
        assert!(matches!(told, Err(Fault::Unavailable)));
        for pulse in [Some(&pulse), None] {
            let answered = bounded(pulse, at_once(), ready(Ok(7)));
            assert_eq!(runtime.block_on(answered).ok(), Some(7));
        }
    }
}
