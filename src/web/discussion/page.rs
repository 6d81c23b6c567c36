//! The page of a discussion: the same for reviewers and staff but for the names, the
//! words of the flag and the way back.

use std::collections::BTreeMap;

use askama::Template;
use serde::Deserialize;

use super::naming::Naming;
use super::place;
use super::words::ShownFlag;
use crate::domain::discussion::TypedPost;
use crate::domain::thread::BODY_MOST;
use crate::domain::{ApplicationId, Message, PostId};
use crate::i18n::Locale;
use crate::store::discussion::{Mention, PostRow};
use crate::store::mint;
use crate::web::chrome::Chrome;
use crate::web::forms::{Fields, Pairs};
use crate::web::ui::{Badge, Control, Count, Field, Link, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// Posts on one page.
pub const PAGE: i64 = 50;

/// Before which post the page ends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Before {
    before: String,
}

impl Before {
    /// The post, if the address names one.
    pub fn id(&self) -> Option<PostId> {
        PostId::parse(&self.before).ok()
    }
}

/// A post as it is shown.
pub struct ShownPost {
    pub who: String,
    /// The reader wrote it.
    pub own: bool,
    pub badges: Vec<Badge>,
    pub when: String,
    pub machine: String,
    pub body: String,
    /// Told in place of the words of a post that was taken back; empty otherwise.
    pub withdrawn: String,
    /// Whose attention it draws; empty for nobody's.
    pub to: String,
    /// Where it is taken back.
    pub withdraw: Option<String>,
}

/// Where one writes.
pub struct PostForm {
    pub action: String,
    pub body: Field,
    /// `None` while nobody else may read it.
    pub mentions: Option<Field>,
    pub press: String,
}

/// The discussion of an application.
#[derive(Template)]
#[template(path = "discussion/discussion.html")]
pub struct DiscussionPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub over: Vec<String>,
    pub lead: String,
    pub tabs: Vec<Link>,
    pub flag: Option<ShownFlag>,
    /// Whether what was said is kept from the reader, as the lead explains.
    pub withheld: bool,
    /// Oldest first.
    pub posts: Vec<ShownPost>,
    pub earlier: Option<Link>,
    /// Nothing where the reader may not write.
    pub form: Option<PostForm>,
}

/// The page that asks whether to take a post back.
#[derive(Template)]
#[template(path = "discussion/withdrawal.html")]
pub struct WithdrawalPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub reference: String,
    pub when: String,
    pub body: String,
    pub action: String,
    pub back: String,
}

/// Posts as they were loaded: one more than the page, latest first.
pub struct Loaded {
    pub posts: Vec<PostRow>,
    pub mentions: BTreeMap<PostId, Vec<Mention>>,
    /// The reader's last post.
    pub last: Option<PostId>,
}

/// Posts, cut to the page and turned round; with where those before them are.
/// `covered` hides what the reader may not know of the applicant.
pub fn posts(
    visit: &Visit,
    naming: &Naming,
    loaded: &Loaded,
    (place, covered): (&str, &dyn Fn(&str) -> String),
) -> (Vec<ShownPost>, Option<Link>) {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = loaded.posts.len() > page;
    let rows = &loaded.posts[..loaded.posts.len().min(page)];
    let last = rows.last().filter(|_| more);
    let earlier = last.map(|row| {
        let href = format!("{place}?before={}", row.written.post);
        Link::new(href, visit.t.say("discussion-earlier"))
    });
    let shown = rows.iter().rev();
    let shown = shown.map(|row| post(visit, naming, loaded, row, (place, covered)));
    (shown.collect(), earlier)
}

fn post(
    visit: &Visit,
    naming: &Naming,
    loaded: &Loaded,
    row: &PostRow,
    (place, covered): (&str, &dyn Fn(&str) -> String),
) -> ShownPost {
    let (t, written) = (visit.t, &row.written);
    let own = (written.author, written.from_staff) == (naming.me, naming.as_staff);
    let fresh = !own && loaded.last.is_some_and(|last| written.post > last);
    let badge = |key: &str, tone| Badge {
        text: t.say(key),
        tone,
    };
    let staff = written
        .from_staff
        .then(|| badge("discussion-staff", Tone::Info));
    let new = fresh.then(|| badge("discussion-new", Tone::Warn));
    let standing = written.withdrawn_at.is_none();
    let withdrawn = written.withdrawn_at.map(|at| {
        let when = t.when(at, visit.zone());
        t.with("discussion-withdrawn", "when", when)
    });
    let mentions = loaded.mentions.get(&written.post).filter(|_| standing);
    let named = mentions.into_iter().flatten();
    let named = named.map(|one| naming.called(one.account, one.as_staff, &one.name));
    let named: Vec<String> = named.collect();
    ShownPost {
        who: naming.called(written.author, written.from_staff, &row.author),
        own,
        badges: staff.into_iter().chain(new).collect(),
        when: t.when(row.posted_at, visit.zone()),
        machine: row.posted_at.rfc3339(),
        body: covered(&row.body),
        withdrawn: withdrawn.unwrap_or_default(),
        to: if named.is_empty() {
            String::new()
        } else {
            t.with("discussion-to", "names", named.join(", "))
        },
        withdraw: (own && standing).then(|| format!("{place}/{}/withdrawal", written.post)),
    }
}

/// The field of a post, with a new press or the one that was refused.
pub fn post_form(ask: &Fields, naming: &Naming, action: String, typed: &TypedPost) -> PostForm {
    let t = ask.t;
    let most = i64::try_from(BODY_MOST).unwrap_or(i64::MAX);
    let body = ask.field("body", "discussion-body", &typed.body, Control::Area(5));
    let choices = naming.choices(&typed.mentions);
    let called = || {
        let choices = Control::Checkboxes(choices.clone());
        let hint = "discussion-mentions-hint";
        Field {
            optional: true,
            ..ask.hinted("mentions", "discussion-mentions", hint, "", choices)
        }
    };
    PostForm {
        action,
        body: Field {
            limit: Some(t.tell(&Message::new("thread-limit").with("most", most))),
            count: Some(Count {
                most: BODY_MOST,
                unit: "characters",
            }),
            ..body
        },
        mentions: (!choices.is_empty()).then(called),
        press: PostId::parse(&typed.press)
            .unwrap_or_else(|_| mint())
            .to_string(),
    }
}

/// What was posted.
pub fn typed(pairs: Pairs) -> TypedPost {
    let mut typed = TypedPost::default();
    for (name, value) in pairs {
        match name.as_str() {
            "body" => typed.body = value,
            "press" => typed.press = value,
            "mentions" => typed.mentions.push(value),
            _ => {}
        }
    }
    typed
}

/// The review and the discussion of an application, side by side as tabs for a
/// reviewer.
pub fn tabs(t: Locale, id: ApplicationId, compares: bool, here: bool) -> Vec<Link> {
    let review = Link {
        current: !here,
        ..Link::new(url::review(id), t.say("discussion-tab-review"))
    };
    let others = compares.then(|| {
        let href = format!("{}#others", url::review(id));
        Link::new(href, t.say("discussion-tab-others"))
    });
    let discussion = Link {
        current: here,
        ..Link::new(place::of_reviewers(id), t.say("discussion-title"))
    };
    let all = [Some(review), others, Some(discussion)];
    all.into_iter().flatten().collect()
}
