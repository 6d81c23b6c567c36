//! Who listens to which meeting in this process. However many listen to one, the
//! database is asked once whether it changed when something was written, and not at all
//! while nobody listens; each listener looks for itself what that means for them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use actix_web::rt::task::JoinHandle;
use actix_web::web::block;
use tokio::sync::watch;

use crate::domain::meeting::Stage;
use crate::domain::{AccountId, ApplicationId, MeetingId};
use crate::store::meeting::Mark;
use crate::store::{Database, Reader, StoreError, meeting, meeting_item};
use crate::web::errors::Fault;
use crate::web::site::Site;
use crate::web::waiting::{PAGE, wait};

/// Streams of one person, as in several windows. A browser without HTTP/2 keeps six
/// connections to a site, and needs some for pages.
const OF_ONE: usize = 4;
/// Streams of everybody in this process.
const OF_ALL: usize = 400;
/// What is written within so much time is asked after once.
const GATHER: Duration = Duration::from_millis(250);
/// How often other processes are listened to: nothing is asked for that.
const HEARING: Duration = Duration::from_millis(100);
/// A file is asked after so often, for what commands of other processes write.
const PAUSE: Duration = Duration::from_secs(1);
/// Where other processes are heard, it is asked so often all the same: they could not be
/// heard for a while.
const LONG_PAUSE: Duration = Duration::from_secs(15);

/// What listeners wait for; its content says nothing but that it is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing is known yet.
    Nothing,
    Mark(Mark),
    /// The program stops.
    End,
}

/// Everybody who listens. Cheap to clone.
#[derive(Clone, Default)]
pub struct Audience(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    rooms: BTreeMap<MeetingId, Listened>,
    people: BTreeMap<AccountId, usize>,
    all: usize,
    /// Listens to other processes.
    hearing: Option<JoinHandle<()>>,
    ended: bool,
}

/// A meeting that somebody listens to.
struct Listened {
    told: watch::Sender<Told>,
    asking: JoinHandle<()>,
}

/// A place in the audience; it is free again when this is dropped.
pub struct Ticket {
    audience: Audience,
    person: AccountId,
    pub told: watch::Receiver<Told>,
}

impl Audience {
    /// Takes a place; `None` where too many listen already or the program stops.
    pub fn enter(&self, site: &Site, meeting: MeetingId, person: AccountId) -> Option<Ticket> {
        let mut inner = self.lock();
        let own = inner.people.get(&person).copied().unwrap_or(0);
        if inner.ended || inner.all >= OF_ALL || own >= OF_ONE {
            return None;
        }
        inner.all += 1;
        inner.people.insert(person, own + 1);
        let told = inner.listen(self, site, meeting);
        Some(Ticket {
            audience: self.clone(),
            person,
            told,
        })
    }

    /// Ends every stream, and lets none begin.
    pub fn end(&self) {
        let mut inner = self.lock();
        inner.ended = true;
        for room in inner.rooms.values() {
            room.told.send_replace(Told::End);
        }
    }

    /// Whether somebody still listens to a meeting; else it is forgotten.
    fn is_wanted(&self, meeting: MeetingId) -> bool {
        let mut inner = self.lock();
        let listened = inner.rooms.get(&meeting);
        let wanted = listened.is_some_and(|room| room.told.receiver_count() > 0);
        if !wanted {
            inner.rooms.remove(&meeting);
        }
        wanted && !inner.ended
    }

    /// Whether anybody listens to any meeting; else other processes are heard no more.
    fn is_attended(&self) -> bool {
        let mut inner = self.lock();
        let attended = !inner.rooms.is_empty() && !inner.ended;
        if !attended {
            inner.hearing = None;
        }
        attended
    }

    fn tell(&self, meeting: MeetingId, mark: Mark) {
        let inner = self.lock();
        let Some(room) = inner.rooms.get(&meeting).filter(|_| !inner.ended) else {
            return;
        };
        room.told.send_if_modified(|told| {
            let other = *told != Told::Mark(mark);
            *told = Told::Mark(mark);
            other
        });
    }

    /// Nothing under the lock can leave it half changed, so a panic spoils nothing.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Hears of a meeting; whoever is the first has it asked after.
    fn listen(
        &mut self,
        audience: &Audience,
        site: &Site,
        meeting: MeetingId,
    ) -> watch::Receiver<Told> {
        let known = self.rooms.get(&meeting);
        if let Some(room) = known.filter(|room| !room.asking.is_finished()) {
            let mut told = room.told.subscribe();
            // What came between looking and listening is looked for at once.
            told.mark_changed();
            return told;
        }
        let heard = self.hearing.as_ref().is_some_and(|one| !one.is_finished());
        if site.database.bell().hears_others() && !heard {
            let hearing = actix_web::rt::spawn(hear(audience.clone(), site.clone()));
            self.hearing = Some(hearing);
        }
        let (told, receiver) = watch::channel(Told::Nothing);
        let asking = actix_web::rt::spawn(ask(audience.clone(), site.clone(), meeting));
        self.rooms.insert(meeting, Listened { told, asking });
        receiver
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut inner = self.audience.lock();
        inner.all = inner.all.saturating_sub(1);
        match inner.people.get_mut(&self.person) {
            Some(own) if *own > 1 => *own -= 1,
            _ => {
                inner.people.remove(&self.person);
            }
        }
    }
}

/// Hears what other processes write as long as somebody listens to a meeting here.
async fn hear(audience: Audience, site: Site) {
    while audience.is_attended() {
        let database = site.database.clone();
        let heard = block(move || database.bell().take_in()).await;
        let pause = match heard {
            Ok(Ok(())) => HEARING,
            Ok(Err(problem)) => {
                tracing::warn!(%problem, "other processes are not heard");
                PAUSE
            }
            Err(problem) => {
                tracing::warn!(%problem, "hearing other processes was interrupted");
                PAUSE
            }
        };
        tokio::time::sleep(pause).await;
    }
    site.database.bell().close();
}

/// Asks after a meeting when something was written, as long as somebody listens.
async fn ask(audience: Audience, site: Site, meeting: MeetingId) {
    let (mut known, mut written) = (None, site.database.bell().listen());
    let pause = match site.database.bell().hears_others() {
        true => LONG_PAUSE,
        false => PAUSE,
    };
    loop {
        tokio::time::sleep(GATHER).await;
        written.mark_unchanged();
        if !audience.is_wanted(meeting) {
            return;
        }
        let asked = move |database: &Database| database.read(|reader| look(reader, meeting, known));
        let found = wait(&site.database, (PAGE, Fault::Unavailable), asked).await;
        match found {
            Ok(Ok(Some((mark, present)))) => {
                known = Some((mark, present));
                audience.tell(meeting, mark);
            }
            Ok(Ok(None)) => return,
            Ok(Err(problem)) => tracing::warn!(%problem, "a meeting could not be asked after"),
            Err(problem) => tracing::warn!(%problem, "asking after a meeting was interrupted"),
        }
        let _ = tokio::time::timeout(pause, written.changed()).await;
    }
}

/// The mark of a meeting and what is in front: in one query as long as nothing
/// changes.
fn look(
    reader: &mut Reader,
    id: MeetingId,
    known: Option<(Mark, Option<ApplicationId>)>,
) -> Result<Option<(Mark, Option<ApplicationId>)>, StoreError> {
    if let Some((last, present)) = known {
        match meeting::mark(reader, id, present)? {
            Some(mark) if mark.changes == last.changes => return Ok(Some((mark, present))),
            Some(_) => {}
            None => return Ok(None),
        }
    }
    let Some(found) = meeting::by_id(reader, id)? else {
        return Ok(None);
    };
    let present = match found.stage() {
        Stage::Open => meeting_item::last_called(reader, id)?,
        Stage::Planned | Stage::Closed => None,
    };
    Ok(meeting::mark(reader, id, present)?.map(|mark| (mark, present)))
}
