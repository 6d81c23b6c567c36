//! The session that a browser's token opens, while it lasts.

use std::time::Duration;

use crate::actions::sign_in;
use crate::domain::{AccountId, Moment, SessionId};
use crate::policy::Actor;
use crate::store::session::{self, SessionRow};
use crate::store::{Database, Stamp};
use crate::web::cookies::Token;
use crate::web::errors::Fault;
use crate::web::site::Site;
use crate::web::waiting::{PAGE, wait};

/// Seconds between two notes that a session is in use.
const TOUCH_SECONDS: i64 = 300;
/// How long a page waits for that note on a PostgreSQL that says nothing: the page itself has
/// its own time behind it.
const NOTE: Duration = Duration::from_millis(1_400);

/// Loads the session of a token if it is alive and its owner may sign in, and notes
/// that it is in use.
pub(super) async fn signed_in(
    site: &Site,
    token: &Token,
) -> Result<Option<(SessionRow, Actor)>, Fault> {
    let Some((row, actor)) = session_of(site, token).await? else {
        return Ok(None);
    };
    let now = site.clock.now();
    // Who only reads does not wait on every page for what has just failed.
    let due = now > row.seen_at.plus_seconds(TOUCH_SECONDS) && !site.writing.fails(now);
    if due && touch(site, row.id, actor.id).await.is_err() {
        // Reading goes on where nothing can be written; at worst the session idles out.
        site.writing.failed(site.clock.now());
        tracing::warn!("the use of a session was not noted");
    }
    Ok(Some((row, actor)))
}

/// The session of a token if it is alive and its owner may sign in.
pub(super) async fn session_of(
    site: &Site,
    token: &Token,
) -> Result<Option<(SessionRow, Actor)>, Fault> {
    let hash = token.hash();
    let load = move |database: &Database| database.read(|reader| session::load(reader, &hash));
    let found = wait(&site.database, (PAGE, Fault::Unavailable), load).await??;
    let Some((row, account, roles)) = found else {
        return Ok(None);
    };
    let now = site.clock.now();
    if !is_alive(site, &row, now) || account.disabled_at.is_some() {
        return Ok(None);
    }
    let who = (account.name, account.email);
    let actor = Actor::new(account.id, who, account.language, account.time_zone, roles);
    Ok(Some((row, actor.at(now))))
}

/// Whether a session has neither idled nor lasted too long.
pub(super) fn is_alive(site: &Site, row: &SessionRow, now: Moment) -> bool {
    now <= row.seen_at.plus_minutes(site.config.session_idle_minutes)
        && now <= row.created_at.plus_minutes(site.config.session_hours * 60)
}

/// Notes that a session is in use, so that it does not end as idle.
async fn touch(site: &Site, session: SessionId, account: AccountId) -> Result<(), Fault> {
    let stamp = Stamp {
        now: site.clock.now(),
        actor: Some(account),
        request: "session".to_owned(),
    };
    let note =
        move |database: &Database| database.write(stamp, |tx| sign_in::keep_alive(tx, session));
    Ok(wait(&site.database, (NOTE, Fault::Unavailable), note).await??)
}
