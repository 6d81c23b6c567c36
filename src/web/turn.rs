//! Whole rounds are read in turn: few at once, so that short reads find a connection.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use tokio::sync::OwnedSemaphorePermit;
use tokio::time::timeout;

use super::errors::Fault;
use super::site::Site;

/// How long a request waits for its turn, as it would for a connection.
const PATIENCE: Duration = Duration::from_secs(8);

/// The turn of one request, once it was taken. It lasts until the request is answered, as
/// what was read does.
#[derive(Clone, Default)]
pub struct Turn(RefCell<Option<Rc<OwnedSemaphorePermit>>>);

impl Turn {
    /// Waits until few others read a whole round; a turn that was taken is kept.
    pub async fn take(&self, site: &Site) -> Result<(), Fault> {
        if self.0.borrow().is_some() {
            return Ok(());
        }
        let taken = timeout(PATIENCE, site.surveying.clone().acquire_owned()).await;
        let taken = taken.map_err(|_| Fault::Unavailable)?;
        let taken = taken.map_err(|_| Fault::Lost)?;
        self.0.replace(Some(Rc::new(taken)));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;
    use crate::clock::Clock;
    use crate::config::Config;
    use crate::store::trial::{self, stamp};

    #[test]
    fn half_the_connections_are_for_whole_rounds_and_who_comes_then_waits() {
        let (folder, database) = trial::database();
        let config = Config {
            data: folder.path().to_owned(),
            database_connections: 4,
            ..Config::default()
        };
        let address = "http://grants.test".to_owned();
        let site = Site::new(config, database, Clock::held(stamp().now), address);
        actix_web::rt::System::new().block_on(async move {
            // Nothing where it waits.
            let took = |turn: &Turn| turn.take(&site).now_or_never().map(|taken| taken.is_ok());
            let [one, other, third] = [(); 3].map(|()| Turn::default());
            assert_eq!([took(&one), took(&other)], [Some(true); 2]);
            assert_eq!(took(&third), None);
            assert_eq!(took(&one), Some(true), "its turn is kept");
            drop(one);
            assert_eq!(took(&third), Some(true));
        });
    }
}
