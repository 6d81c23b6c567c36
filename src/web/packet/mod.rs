//! Decision packets: everything that a decision rests on in one PDF, for one application
//! or for all that a meeting handled. Staff read it as far as they may see the
//! applications in it.

mod blocks;
mod case;
mod decided;

use actix_web::HttpResponse;
use actix_web::web::Path;
use sha2::{Digest, Sha256};

use super::access::{Fresh, Staff};
use super::errors::Fault;
use super::reading;
use super::record::pdf;
use super::registrar::Registrar;
use super::visit::Visit;
use crate::domain::meeting::Meeting;
use crate::domain::{ApplicationId, MeetingId, Message};
use crate::exchange::pdf::{Block, Document, Fact};
use crate::policy::Reach;
use crate::store::{Reader, StoreError, application, hex, meeting, meeting_item, round};
use case::{Case, case};

/// Applications of a meeting that one packet holds at most.
const MOST: usize = 100;

/// The routes of packets.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/packet.pdf", of_application);
    routes.get(
        "/admin/rounds/{slug}/meetings/{meeting}/packet.pdf",
        of_meeting,
    );
}

/// The packet of an application.
async fn of_application(visit: Fresh<Staff>, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let reach = Reach::staff(visit.actor());
    let found = visit.read(move |reader: &mut Reader| case(reader, reach, id));
    let found = found.await?.ok_or(Fault::NotFound)?;
    reading::take_copies(&visit, vec![id], "packet").await?;
    let reference = found.row.reference.clone();
    let mut blocks = vec![Block::Title(visit.t.say("packet-title"))];
    blocks.extend(blocks::of_case(&visit, &found));
    let document = document(&visit, &reference, blocks);
    pdf::hand_out(visit.t, document, &format!("{reference}-packet")).await
}

/// The applications of a meeting that are within reach, in its order.
fn handled(
    reader: &mut Reader,
    reach: Reach,
    (slug, id): (&str, MeetingId),
) -> Result<Option<(Meeting, Vec<Case>)>, StoreError> {
    let Some(round) = round::by_slug(reader, slug)? else {
        return Ok(None);
    };
    let found = meeting::by_id(reader, id)?;
    let Some(meeting) = found.filter(|one| one.round == round.id) else {
        return Ok(None);
    };
    let items = meeting_item::of_meeting(reader, id)?;
    let ids: Vec<ApplicationId> = items.iter().map(|item| item.application).collect();
    let within = application::find_many(reader, reach, &ids)?;
    let mut cases = Vec::new();
    let seen = ids
        .iter()
        .filter(|id| within.iter().any(|row| row.id == **id));
    // One record after the other: a packet is as long as what it tells.
    for id in seen.take(MOST) {
        cases.extend(case(reader, reach, *id)?);
    }
    Ok(Some((meeting, cases)))
}

/// The packet of a meeting.
async fn of_meeting(
    visit: Fresh<Staff>,
    place: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let (slug, id) = place.into_inner();
    let id = MeetingId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (reach, name) = (Reach::staff(visit.actor()), format!("{slug}-meeting"));
    let found = visit.read(move |reader: &mut Reader| handled(reader, reach, (&slug, id)));
    let (meeting, cases) = found.await?.ok_or(Fault::NotFound)?;
    let taken = cases.iter().map(|one| one.row.id).collect();
    reading::take_copies(&visit, taken, "packet").await?;
    let (t, zone) = (visit.t, visit.zone());
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let mut facts = vec![
        fact("packet-meeting", meeting.title.clone()),
        fact("packet-planned", t.when(meeting.planned_at, zone)),
    ];
    let closed = meeting.closed.map(|(_, at)| t.when(at, zone));
    facts.extend(closed.map(|when| fact("packet-closed", when)));
    let mut blocks = vec![
        Block::Title(t.say("packet-meeting-title")),
        Block::Facts(facts),
    ];
    for one in &cases {
        let name = format!("{} – {}", one.row.reference, one.row.title);
        blocks.push(Block::Heading(name));
        blocks.extend(blocks::of_case(&visit, one));
    }
    let document = document(&visit, &meeting.title, blocks);
    pdf::hand_out(t, document, &name).await
}

fn document(visit: &Visit, about: &str, blocks: Vec<Block>) -> Document {
    let t = visit.t;
    let title = t.say("packet-title");
    let made = t.when(visit.now(), visit.zone());
    let made = t.tell(&Message::new("packet-made").with("when", made));
    Document {
        language: t.language().code(),
        rtl: t.language().direction() == "rtl",
        title: format!("{about} – {title}"),
        header: (about.to_owned(), made),
        footer: format!("SHA-256 {}", fingerprint(&blocks)),
        blocks,
    }
}

/// SHA-256 of the words of a packet in their order, one a line: the same record gives
/// the same one whenever it is printed in the same language and zone.
fn fingerprint(blocks: &[Block]) -> String {
    let mut digest = Sha256::new();
    for words in blocks.iter().flat_map(blocks::words) {
        digest.update(words.as_bytes());
        digest.update(b"\n");
    }
    hex(&digest.finalize())
}
