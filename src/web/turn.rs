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
