//! How pooled connections are opened and looked after. Asking a PostgreSQL whether a line
//! still answers costs as much as a short read, so a line that was just in use is only
//! listened to: a server that ends it says so or hangs up, and both have arrived. One whose
//! machine vanished without a word would hold up a question as long as it holds up a read.

use std::ops::{Deref, DerefMut};
use std::time::{Duration, Instant};

use diesel::QueryResult;
use diesel::r2d2::{Builder, ManageConnection, Pool, R2D2Connection};

use super::address::DatabaseUrl;
use super::conflict::StoreError;
use super::connection::AnyConnection;
use super::dialect;

/// After so much silence a connection is asked whether it answers. No longer than the
/// system waits before it looks after a silent line.
const SILENCE: Duration = Duration::from_secs(10);

/// A pooled connection, and when it was last in use.
pub(super) struct Line {
    connection: AnyConnection,
    used: Instant,
}

impl Deref for Line {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Line {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}

/// Takes in what a server said while nobody asked; fails where it hung up. Waits for nothing.
fn listen(connection: &mut AnyConnection) -> QueryResult<()> {
    let AnyConnection::Postgres(connection) = connection else {
        return Ok(());
    };
    // The first time its farewell is read, the second that nothing comes behind it.
    for _ in 0..2 {
        for told in connection.notifications_iter() {
            told?;
        }
    }
    Ok(())
}

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
    type Connection = Line;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Line, Self::Error> {
        let mut connection = self
            .url
            .connect()
            .map_err(diesel::r2d2::Error::ConnectionError)?;
        dialect::prepare(&mut connection, self.writes).map_err(diesel::r2d2::Error::QueryError)?;
        Ok(Line {
            connection,
            used: Instant::now(),
        })
    }

    fn is_valid(&self, line: &mut Line) -> Result<(), Self::Error> {
        let mut answers = listen(&mut line.connection);
        if answers.is_ok() && line.used.elapsed() > SILENCE {
            answers = line.connection.ping();
        }
        answers.map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, line: &mut Line) -> bool {
        line.used = Instant::now();
        std::thread::panicking() || line.connection.is_broken()
    }
}

/// A pool of so many connections at most, whose users give up after a while.
pub(super) fn builder(size: u32) -> Builder<Opener> {
    Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .connection_timeout(Duration::from_secs(8))
}
