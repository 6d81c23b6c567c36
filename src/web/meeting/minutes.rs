//! The minutes of a meeting that is over: what was looked at, its scores and how far
//! they moved, what was agreed, who was asked to leave. As everywhere, an application
//! that the reader is kept away from is not there.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::front::{organisation, title};
use super::place;
use crate::actions::front_scores::{Sum, sums_at};
use crate::actions::meeting_room::{Listed, Room, View, room};
use crate::actions::reading::Protected;
use crate::domain::meeting::{Act, Stage};
use crate::domain::{AccountId, ApplicationId, MeetingId, Message, Moment};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::meeting_item::{self, Turn};
use crate::store::{Reader, StoreError, account, meeting_absence};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::decision::scores::{moved_mean, percent};
use crate::web::errors::Fault;
use crate::web::ranking::spread_words;
use crate::web::reading;
use crate::web::round::Fact;
use crate::web::ui::Link;

/// What was said of one application.
struct ShownMinute {
    number: String,
    title: String,
    reference: String,
    organisation: String,
    facts: Vec<Fact>,
    note: String,
    /// Who wrote the note, and when; empty without one.
    noted: String,
    /// It was in front, or something was noted of it.
    discussed: bool,
}

#[derive(Template)]
#[template(path = "meeting/minutes.html")]
struct MinutesPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    title: String,
    facts: Vec<Fact>,
    items: Vec<ShownMinute>,
    /// What the meeting did not come to.
    rest: Vec<ShownMinute>,
}

/// What the minutes are written from.
struct Book {
    room: Room,
    /// As they were when it was closed.
    sums: BTreeMap<ApplicationId, Sum>,
    turns: Vec<Turn>,
    absent: Vec<(ApplicationId, String)>,
    names: BTreeMap<AccountId, String>,
}

fn read(
    reader: &mut Reader,
    actor: &Actor,
    id: MeetingId,
    now: Moment,
) -> Result<Option<Book>, StoreError> {
    let Some(room) = room(reader, actor, (id, View::Chair), now)? else {
        return Ok(None);
    };
    let within: Vec<ApplicationId> = room.order.iter().map(|one| one.application.id).collect();
    let noted = room.order.iter().filter_map(|one| one.item.noted);
    let acts = [room.meeting.opened, room.meeting.closed];
    let people: Vec<AccountId> = noted
        .chain(acts.into_iter().flatten())
        .map(|(by, _)| by)
        .collect();
    let closed = room.meeting.closed.map_or(now, |(_, at)| at);
    Ok(Some(Book {
        sums: sums_at(reader, &room.round, Reach::staff(actor), closed)?,
        turns: meeting_item::turns(reader, id)?,
        absent: meeting_absence::of_meeting(reader, id, &within)?,
        names: account::names(reader, &people)?,
        room,
    }))
}

/// The minutes, once the meeting is over.
pub async fn show(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let (actor, now) = (visit.actor().clone(), visit.now());
    let found = visit.read(move |reader| read(reader, &actor, id, now));
    let found = found.await?.filter(|book| book.room.round.slug == path.0);
    let book = found.ok_or(Fault::NotFound)?;
    if book.room.meeting.stage() != Stage::Closed {
        return Err(Fault::Stale(Message::new("stale-meeting-minutes")));
    }
    reading::note(&visit, visit.actor(), Protected::Minutes(id)).await?;
    let t = visit.t;
    let (meeting, zone) = (&book.room.meeting, book.room.round.time_zone.as_str());
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let listed = book.room.order.iter().enumerate();
    let minutes = listed.map(|(at, one)| minute(t, &book, at + 1, one));
    let (items, rest) = minutes.partition(|one: &ShownMinute| one.discussed);
    let back = place::chair(&path.0, id);
    visit.page(&MinutesPage {
        chrome: Chrome::new(&visit, &t.say("meeting-minutes"))
            .wide()
            .back(Link::new(back, meeting.title.clone())),
        t,
        round: book.room.round.title.get(t.language()).to_owned(),
        title: meeting.title.clone(),
        facts: vec![
            fact("meeting-when", t.when(meeting.planned_at, zone)),
            fact("meeting-opened", by_whom(t, &book, meeting.opened)),
            fact("meeting-closed-at", by_whom(t, &book, meeting.closed)),
        ],
        items,
        rest,
    })
}

/// "Ada Levi, 1 December 2026, 10:00".
fn by_whom(t: Locale, book: &Book, act: Option<Act>) -> String {
    let Some((by, at)) = act else {
        return String::new();
    };
    let name = book.names.get(&by).map_or("", String::as_str);
    let told = Message::new("meeting-by")
        .with("name", name)
        .with("when", t.when(at, &book.room.round.time_zone));
    t.tell(&told)
}

fn minute(t: Locale, book: &Book, number: usize, listed: &Listed) -> ShownMinute {
    let id = listed.application.id;
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let turns = book.turns.iter().filter(|turn| turn.application == id);
    let zone = book.room.round.time_zone.as_str();
    let called: Vec<String> = turns.map(|turn| t.when(turn.called_at, zone)).collect();
    let mut facts = vec![fact("meeting-called-at", called.join(" · "))];
    if let Some(sum) = book.sums.get(&id) {
        let score = &sum.score;
        facts.push(fact("meeting-score", percent(t, score.mean)));
        facts.push(fact("meeting-spread", spread_words(t, score)));
        facts.push(fact(
            "meeting-number",
            t.count("meeting-reviews", score.reviews),
        ));
        facts.push(fact(
            "meeting-moved",
            moved_mean(t, sum.first_mean, score.mean),
        ));
    }
    let away = book.absent.iter().filter(|(of, _)| *of == id);
    let away: Vec<&str> = away.map(|(_, name)| name.as_str()).collect();
    facts.push(fact("meeting-asked-to-leave", away.join(" · ")));
    facts.retain(|fact| !fact.value.is_empty());
    ShownMinute {
        number: t.number(i64::try_from(number).unwrap_or(i64::MAX)),
        title: title(t, listed),
        reference: listed.application.reference.clone(),
        organisation: organisation(t, listed),
        discussed: !called.is_empty() || !listed.item.note.is_empty(),
        note: listed.item.note.clone(),
        noted: match listed.item.note.is_empty() {
            true => String::new(),
            false => by_whom(t, book, listed.item.noted),
        },
        facts,
    }
}
