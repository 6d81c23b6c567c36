//! How pooled connections are opened and looked after.

use std::time::Duration;

use diesel::r2d2::{Builder, ManageConnection, Pool, R2D2Connection};

use super::address::DatabaseUrl;
use super::conflict::StoreError;
use super::connection::AnyConnection;
use super::dialect;

/// Opens and checks pooled connections of one kind.
#[derive(Debug)]
pub(super) struct Opener {
    url: DatabaseUrl,
    writes: bool,
}

impl Opener {
    pub(super) fn of(url: &DatabaseUrl, writes: bool) -> Self {
        Self {
            url: url.clone(),
            writes,
        }
    }

    /// Whether a connection can be opened now.
    pub(super) fn try_once(&self) -> Result<(), StoreError> {
        let opened = self.connect();
        opened
            .map(drop)
            .map_err(|e| StoreError::Unreachable(e.to_string()))
    }
}

impl ManageConnection for Opener {
    type Connection = AnyConnection;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<AnyConnection, Self::Error> {
        let mut connection = self
            .url
            .connect()
            .map_err(diesel::r2d2::Error::ConnectionError)?;
        dialect::prepare(&mut connection, self.writes).map_err(diesel::r2d2::Error::QueryError)?;
        Ok(connection)
    }

    fn is_valid(&self, connection: &mut AnyConnection) -> Result<(), Self::Error> {
        connection.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut AnyConnection) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}

/// A pool of so many connections at most, whose users give up after a while.
pub(super) fn builder(size: u32) -> Builder<Opener> {
    Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .connection_timeout(Duration::from_secs(8))
}
