//! The page of a purge.

use std::collections::BTreeMap;

use askama::Template;

use super::{PurgeForm, Target, backups};
use crate::actions::backup::Daily;
use crate::domain::purge::{Cause, Standing, Subject};
use crate::domain::{Message, Moment, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::purge::{self, PurgeRow};
use crate::store::{Reader, StoreError, account};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::ui::{Badge, Choice, Control, Field, Link, Tone};

/// The last purge, in words.
struct Shown {
    id: String,
    badge: Badge,
    line: String,
    more: Vec<String>,
    /// The purge that can be taken back; empty where none can.
    take_back: String,
}

#[derive(Template)]
#[template(path = "purge/page.html")]
pub(super) struct PurgePage {
    chrome: Chrome,
    t: Locale,
    name: String,
    scope: String,
    effects: Vec<String>,
    last: Option<Shown>,
    action: String,
    /// Which one may be confirmed; empty where none waits, and for who proposed it.
    confirm: String,
    /// The daily backups of before it that are there still.
    backups: Vec<String>,
    /// Proposes one; empty while one waits or is being carried out.
    fields: Vec<Field>,
    cancel: Link,
}

struct Loaded {
    count: i64,
    last: Option<(PurgeRow, Standing)>,
    proposer: String,
    backups: Vec<String>,
}

fn load(
    reader: &mut Reader,
    (reach, subject): (Reach, Subject),
    daily: Option<&Daily>,
    now: Moment,
) -> Result<Loaded, StoreError> {
    let row = purge::latest(reader, subject)?;
    let names = match &row {
        Some(row) => account::names(reader, &[row.proposed_by])?,
        None => BTreeMap::new(),
    };
    let last = match row {
        Some(row) => {
            let standing = row.purge()?.standing(now);
            Some((row, standing))
        }
        None => None,
    };
    Ok(Loaded {
        count: purge::count(reader, reach, subject)?,
        backups: last
            .as_ref()
            .zip(daily)
            .map_or_else(Vec::new, |(last, daily)| left(daily, last)),
        last,
        proposer: names.into_values().next().unwrap_or_default(),
    })
}

/// The daily backups of before a purge that is done.
fn left(daily: &Daily, (row, standing): &(PurgeRow, Standing)) -> Vec<String> {
    match (standing, row.confirmed_at, row.backups_replaced_at) {
        (Standing::Done, Some(at), None) => backups::until(daily, at),
        _ => Vec::new(),
    }
}

/// The page, with what was typed.
pub(super) async fn page(
    visit: &Admin,
    target: &Target,
    (form, problems): (&PurgeForm, &Problems),
) -> Result<PurgePage, Fault> {
    let (reach, subject, now) = (Reach::staff(visit.actor()), target.subject, visit.now());
    let daily = backups::daily(&visit.site.config);
    let writes = daily.is_some();
    let loaded =
        visit.read(move |reader: &mut Reader| load(reader, (reach, subject), daily.as_ref(), now));
    let loaded = loaded.await?;
    let t = visit.t;
    let ask = Fields { t, problems };
    let waiting = loaded
        .last
        .as_ref()
        .filter(|(_, standing)| *standing == Standing::Waiting);
    let own = waiting.is_some_and(|(row, _)| row.proposed_by == visit.actor().id);
    let busy = loaded
        .last
        .as_ref()
        .is_some_and(|(_, standing)| matches!(standing, Standing::Waiting | Standing::Erasing));
    let confirm = match waiting {
        Some((row, _)) if !own => row.id.to_string(),
        _ => String::new(),
    };
    Ok(PurgePage {
        chrome: Chrome::new(visit, &t.say("purge-title"))
            .back(target.back.clone())
            .problems(t, problems),
        t,
        name: target.name.clone(),
        scope: scope(t, subject, loaded.count),
        effects: effects(t, subject, writes),
        last: loaded
            .last
            .as_ref()
            .map(|last| told(visit, &loaded, last, own)),
        action: target.place.clone(),
        confirm,
        backups: loaded.backups,
        fields: if busy { Vec::new() } else { fields(&ask, form) },
        cancel: target.back.clone(),
    })
}

fn scope(t: Locale, subject: Subject, count: i64) -> String {
    let n = usize::try_from(count).unwrap_or(0);
    match subject {
        Subject::Organisation(_) => t.count("purge-scope-organisation", n),
        Subject::Round(_) => t.count("purge-scope-round", n),
    }
}

/// What it does; whether the program writes daily backups.
fn effects(t: Locale, subject: Subject, writes: bool) -> Vec<String> {
    let whom = match subject {
        Subject::Organisation(_) => "purge-effect-organisation",
        Subject::Round(_) => "purge-effect-round",
    };
    let keys = [
        "purge-effect-contents",
        whom,
        "purge-effect-stays",
        "purge-effect-copies",
        "purge-effect-final",
    ];
    let daily = writes.then_some("purge-effect-daily");
    keys.into_iter()
        .chain(daily)
        .map(|key| t.say(key))
        .collect()
}

fn cause_key(cause: Cause) -> &'static str {
    match cause {
        Cause::Danger => "purge-cause-danger",
        Cause::Request => "purge-cause-request",
        Cause::Order => "purge-cause-order",
    }
}

fn fields(ask: &Fields, form: &PurgeForm) -> Vec<Field> {
    let choice = |cause: Cause| Choice {
        value: cause.code().to_owned(),
        label: ask.t.say(cause_key(cause)),
        hint: None,
        chosen: form.cause == cause.code(),
    };
    let causes = Control::Radios(Cause::ALL.map(choice).to_vec());
    vec![ask.hinted("cause", "purge-cause", "purge-cause-hint", "", causes)]
}

/// Where a purge stands, in words.
pub fn badge(t: Locale, standing: Standing) -> Badge {
    let (key, tone) = match standing {
        Standing::Waiting => ("purge-waiting", Tone::Warn),
        Standing::Lapsed => ("purge-lapsed", Tone::Neutral),
        Standing::Dropped => ("purge-dropped", Tone::Neutral),
        Standing::Erasing => ("purge-erasing", Tone::Warn),
        Standing::Done => ("purge-done", Tone::Good),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// The last purge of it. How much a purge of a round took is told by the command line
/// alone: it counts what a reader of this page may be kept away from.
fn told(
    visit: &Admin,
    loaded: &Loaded,
    (row, standing): &(PurgeRow, Standing),
    own: bool,
) -> Shown {
    let t = visit.t;
    let line = Message::new("purge-line")
        .with("who", loaded.proposer.as_str())
        .with("when", t.when(row.proposed_at, visit.zone()))
        .with("cause", t.say(cause_key(row.cause)));
    let mut more = Vec::new();
    if *standing == Standing::Waiting {
        let until = t.when(row.expires_at, visit.zone());
        more.push(t.with("purge-until", "when", until));
        if own {
            more.push(t.say("purge-another"));
        }
    }
    if let Some(at) = row.finished_at {
        more.push(t.with("purge-finished", "when", t.when(at, visit.zone())));
    }
    if let Some(at) = row.backups_replaced_at {
        more.push(t.with("purge-backups-replaced", "when", t.when(at, visit.zone())));
    }
    Shown {
        id: row.id.to_string(),
        badge: badge(t, *standing),
        line: t.tell(&line),
        more,
        take_back: match standing {
            Standing::Waiting => row.id.to_string(),
            _ => String::new(),
        },
    }
}
