//! What everybody has before them in a meeting: the application in front with its
//! scores, or why it is not shown, and the running order.

use askama::Template;
use sha2::{Digest, Sha256};

use super::place;
use crate::actions::front_scores::{Scores, Voice, Who};
use crate::actions::meeting_room::{Front, FrontItem, Listed, Room};
use crate::domain::meeting::Stage;
use crate::domain::score::ApplicationScore;
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::hex;
use crate::web::decision::scores::{moved_mean, percent};
use crate::web::ranking::{range, spread_words};
use crate::web::review::{letter, mask, verdict};
use crate::web::ui::{Badge, Link, Range, Tone};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// The part of a page that is exchanged when something changes.
pub struct Live {
    pub stage: Badge,
    pub front: Shown,
    pub order: Vec<ShownItem>,
    /// Tells one thing in front from another.
    pub key: String,
    /// Where the page hears of changes; empty once the meeting is over.
    pub events: String,
}

/// What is in front.
pub enum Shown {
    /// In words: a heading and what to do.
    Words {
        heading: String,
        text: String,
    },
    Item(Box<ShownFront>),
}

/// The application in front.
pub struct ShownFront {
    pub title: String,
    pub reference: String,
    /// Empty where it is not to be known.
    pub organisation: String,
    pub requested: String,
    pub figures: Option<Figures>,
    pub voices: Vec<ShownVoice>,
    /// Why no scores are shown; empty where they are.
    pub why_not: String,
    /// Where a reviewer's own review is written, changed or read.
    pub own: Option<Link>,
    pub links: Vec<Link>,
    /// What was agreed, for staff; may be empty.
    pub note: String,
}

/// What the reviews come to.
pub struct Figures {
    pub total: String,
    pub merit: String,
    pub priority: String,
    pub range: Option<Range>,
    pub spread: String,
    pub reviews: String,
    /// How far the mean moved; empty if it did not.
    pub moved: String,
}

/// One reviewer's total.
pub struct ShownVoice {
    pub name: String,
    pub first: String,
    pub now: String,
    /// It is another than the first.
    pub moved: bool,
    pub recommendation: String,
    /// Too much is unjudged for it to count.
    pub incomplete: bool,
}

/// An application in the running order.
#[derive(Clone)]
pub struct ShownItem {
    /// Counts what its reader sees.
    pub number: String,
    pub title: String,
    pub reference: String,
    pub organisation: String,
    pub state: Option<Badge>,
    pub in_front: bool,
}

#[derive(Template)]
#[template(path = "meeting/live.html")]
struct LivePart<'a> {
    live: &'a Live,
    t: Locale,
}

/// The mark of what somebody sees on the member's page.
pub fn revision(visit: &Visit, actor: &Actor, room: &Room) -> String {
    let part = LivePart {
        live: &live(visit, actor, room),
        t: visit.t,
    };
    mark_of(&part)
}

/// A mark that is another when the part is.
pub fn mark_of(part: &impl Template) -> String {
    let text = part.render().unwrap_or_default();
    hex(&Sha256::digest(text.as_bytes())[..8])
}

/// Lays out what somebody sees.
pub fn live(visit: &Visit, actor: &Actor, room: &Room) -> Live {
    let t = visit.t;
    let front = room.order.iter();
    let in_front = match &room.front {
        Front::Item(item) => Some(item.id),
        Front::Nothing | Front::Away | Front::Listening => None,
    };
    let numbered = front.enumerate().map(|(at, one)| {
        let now = in_front == Some(one.application.id);
        shown_item(t, at + 1, one, now)
    });
    Live {
        stage: stage(t, room.meeting.stage()),
        order: numbered.collect(),
        key: match &room.front {
            Front::Nothing => room.meeting.stage().code().to_owned(),
            Front::Away => "away".to_owned(),
            Front::Listening => "listening".to_owned(),
            Front::Item(item) => item.id.to_string(),
        },
        front: shown(visit, actor, room),
        events: String::new(),
    }
}

/// The stage of a meeting in words.
pub fn stage(t: Locale, stage: Stage) -> Badge {
    let (key, tone) = match stage {
        Stage::Planned => ("meeting-planned", Tone::Neutral),
        Stage::Open => ("meeting-open", Tone::Good),
        Stage::Closed => ("meeting-closed", Tone::Neutral),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

fn shown(visit: &Visit, actor: &Actor, room: &Room) -> Shown {
    let t = visit.t;
    let told = |heading: &str, text: String| Shown::Words {
        heading: t.say(heading),
        text,
    };
    let item = match (&room.front, room.meeting.stage()) {
        (Front::Item(item), _) => item,
        (Front::Away, _) => return told("meeting-away", t.say("meeting-away-lead")),
        (Front::Listening, _) => return told("meeting-listening", t.say("meeting-listening-lead")),
        (Front::Nothing, Stage::Planned) => {
            let when = t.when(room.meeting.planned_at, &room.round.time_zone);
            return told(
                "meeting-not-begun",
                t.with("meeting-not-begun-lead", "when", when),
            );
        }
        (Front::Nothing, Stage::Open) => {
            return told("meeting-nothing", t.say("meeting-nothing-lead"));
        }
        (Front::Nothing, Stage::Closed) => {
            return told("meeting-over", t.say("meeting-over-lead"));
        }
    };
    let listed = room.order.iter();
    let listed = listed.clone().find(|one| one.application.id == item.id);
    match listed {
        Some(listed) => Shown::Item(Box::new(shown_front(visit, actor, (room, item), listed))),
        None => told("meeting-nothing", t.say("meeting-nothing-lead")),
    }
}

fn shown_front(
    visit: &Visit,
    actor: &Actor,
    (room, item): (&Room, &FrontItem),
    listed: &Listed,
) -> ShownFront {
    let t = visit.t;
    let scores = item.scores.as_ref();
    let requested = words::requested(t, &listed.application, room.round.currency);
    ShownFront {
        title: title(t, listed),
        reference: listed.application.reference.clone(),
        organisation: organisation(t, listed),
        requested: requested.filter(|_| listed.open).unwrap_or_default(),
        figures: scores.ok().map(|scores| figures(t, scores)),
        voices: scores.map_or_else(
            |_| Vec::new(),
            |scores| scores.voices.iter().map(|one| voice(t, one)).collect(),
        ),
        why_not: scores.err().map(|why| t.tell(why)).unwrap_or_default(),
        own: own_review(t, room, item),
        links: match actor.is_staff() {
            true => links(t, item),
            false => Vec::new(),
        },
        note: if actor.is_staff() {
            listed.item.note.clone()
        } else {
            String::new()
        },
    }
}

/// The review page of whoever reviews it, which leads back to the meeting.
fn own_review(t: Locale, room: &Room, item: &FrontItem) -> Option<Link> {
    let case = item.case.as_ref()?;
    let key = match (item.declares_first(), item.may_review(), case.submitted) {
        (true, _, _) => "meeting-declare",
        (false, true, true) => "meeting-revise",
        (false, true, false) => "meeting-review",
        (false, false, _) => "meeting-read",
    };
    Some(Link::new(
        place::review(item.id, room.meeting.id),
        t.say(key),
    ))
}

/// Where staff read the application and decide on it.
fn links(t: Locale, item: &FrontItem) -> Vec<Link> {
    let dossier = format!("/admin/applications/{}", item.id);
    vec![
        Link::new(dossier, t.say("meeting-dossier")),
        Link::new(url::decision(item.id), t.say("meeting-decision")),
    ]
}

/// The title of an application as its reader may know it.
pub fn title(t: Locale, listed: &Listed) -> String {
    let row = &listed.application;
    if !listed.open || row.title.is_empty() {
        return row.reference.clone();
    }
    match &listed.covered {
        Some(names) => mask(t, names.clone()).text(&row.title),
        None => row.title.clone(),
    }
}

/// Who applies, as far as its reader may know.
pub fn organisation(t: Locale, listed: &Listed) -> String {
    match &listed.organisation {
        Some(one) => one.name(t.language()).to_owned(),
        None => String::new(),
    }
}

fn shown_item(t: Locale, number: usize, listed: &Listed, in_front: bool) -> ShownItem {
    let badge = |key: &str, tone| Badge {
        text: t.say(key),
        tone,
    };
    ShownItem {
        number: t.number(i64::try_from(number).unwrap_or(i64::MAX)),
        title: title(t, listed),
        reference: listed.application.reference.clone(),
        organisation: organisation(t, listed),
        state: match (in_front, listed.called) {
            (true, _) => Some(badge("meeting-in-front", Tone::Info)),
            (false, true) => Some(badge("meeting-discussed", Tone::Good)),
            (false, false) => None,
        },
        in_front,
    }
}

fn figures(t: Locale, scores: &Scores) -> Figures {
    let score: &ApplicationScore = &scores.sum.score;
    let or_dash = |text: String| {
        if text.is_empty() {
            "–".to_owned()
        } else {
            text
        }
    };
    Figures {
        total: or_dash(percent(t, score.mean)),
        merit: or_dash(percent(t, score.merit)),
        priority: or_dash(percent(t, score.priority)),
        range: range(score),
        spread: spread_words(t, score),
        reviews: t.count("meeting-reviews", score.reviews),
        moved: moved_mean(t, scores.sum.first_mean, score.mean),
    }
}

fn voice(t: Locale, voice: &Voice) -> ShownVoice {
    let (first, now) = (percent(t, voice.first.total), percent(t, voice.now.total));
    ShownVoice {
        name: match &voice.who {
            Who::You => t.say("review-you"),
            Who::Named(name) => name.clone(),
            Who::Lettered(place) => letter(t, *place),
        },
        moved: first != now,
        first,
        now,
        recommendation: verdict::recommendation(t, voice.recommendation),
        incomplete: !voice.now.complete,
    }
}
