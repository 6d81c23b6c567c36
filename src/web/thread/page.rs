//! The page of a thread: the same for applicants and staff but for the names,
//! the marks and the buttons.

use askama::Template;
use serde::Deserialize;

use crate::domain::thread::BODY_MOST;
use crate::domain::{Message, MessageId, Moment};
use crate::i18n::Locale;
use crate::store::mint;
use crate::store::thread::MessageRow;
use crate::web::chrome::Chrome;
use crate::web::forms::Fields;
use crate::web::ui::{Badge, Control, Count, Field, Link, Tone};
use crate::web::visit::Visit;

/// Messages on one page.
pub const PAGE: i64 = 50;

/// A message that was typed.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct MessageForm {
    pub body: String,
    pub press: String,
}

/// Before which message the page ends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Before {
    pub before: String,
}

impl Before {
    /// The message, if the address names one.
    pub fn id(&self) -> Option<MessageId> {
        MessageId::parse(&self.before).ok()
    }
}

/// A message as it is shown.
pub struct ShownMessage {
    /// Empty for the reader's own side where it goes without saying.
    pub who: String,
    /// Whether the reader's side wrote it.
    pub ours: bool,
    pub when: String,
    pub machine: String,
    pub body: String,
    pub mark: Option<Badge>,
}

/// Where a message is written.
pub struct WriteForm {
    pub action: String,
    pub body: Field,
    pub press: String,
    pub button: String,
}

/// A button that posts nothing but itself.
pub struct Press {
    pub action: String,
    pub text: String,
}

/// The thread of an application.
#[derive(Template)]
#[template(path = "thread/thread.html")]
pub struct ThreadPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub over: Vec<String>,
    pub lead: String,
    pub empty: String,
    /// Oldest first.
    pub messages: Vec<ShownMessage>,
    pub earlier: Option<Link>,
    /// "Mark as read", or "no answer needed".
    pub press: Option<Press>,
    /// Nothing where the reader may not write.
    pub form: Option<WriteForm>,
}

/// Who reads.
#[derive(Clone, Copy)]
pub enum Side {
    /// A member of the organisation, who has read up to an instant.
    Member(Option<Moment>),
    Staff,
}

/// A message for a reader. Applicants read the programme's name, never whose
/// turn it was.
pub fn shown(visit: &Visit, side: Side, row: &MessageRow) -> ShownMessage {
    let t = visit.t;
    let ours = matches!(side, Side::Staff) == row.from_staff;
    let mark = match side {
        Side::Member(read) if row.from_staff => read
            .is_none_or(|read| row.posted_at > read)
            .then(|| badge(t, "thread-new")),
        Side::Staff if !row.from_staff => {
            row.settled_at.is_none().then(|| badge(t, "thread-waiting"))
        }
        Side::Member(_) | Side::Staff => None,
    };
    let programme = matches!(side, Side::Member(_)) && row.from_staff;
    ShownMessage {
        who: if programme {
            t.say("thread-programme")
        } else {
            row.author.clone()
        },
        ours,
        when: t.when(row.posted_at, visit.zone()),
        machine: row.posted_at.rfc3339(),
        body: row.body.clone(),
        mark,
    }
}

fn badge(t: Locale, key: &str) -> Badge {
    Badge {
        text: t.say(key),
        tone: Tone::Warn,
    }
}

/// Cuts a list that was read one longer than the page, and turns it round; with
/// where the messages before it are.
pub fn cut(t: Locale, mut rows: Vec<MessageRow>, place: &str) -> (Vec<MessageRow>, Option<Link>) {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    let last = rows.last().map(|row| row.id).filter(|_| more);
    let earlier = last.map(|id| Link::new(format!("{place}?before={id}"), t.say("thread-earlier")));
    rows.reverse();
    (rows, earlier)
}

/// The field of a message, with a new press or the one that was refused.
pub fn write_form(ask: &Fields, action: String, typed: &MessageForm) -> WriteForm {
    let t = ask.t;
    let most = i64::try_from(BODY_MOST).unwrap_or(i64::MAX);
    let press = MessageId::parse(&typed.press).unwrap_or_else(|_| mint());
    let body = ask.field("body", "thread-body", &typed.body, Control::Area(5));
    WriteForm {
        action,
        body: Field {
            limit: Some(t.tell(&Message::new("thread-limit").with("most", most))),
            count: Some(Count {
                most: BODY_MOST,
                unit: "characters",
            }),
            ..body
        },
        press: press.to_string(),
        button: t.say("thread-send"),
    }
}
