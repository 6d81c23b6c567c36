//! Reviewer by reviewer: how much is assigned, opened, begun, sent, late.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use askama::Template;

use super::page::{Asked, Head, Stage, chrome, head, is_admin, when};
use crate::domain::AccountId;
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::reviewing::{Overview, ReviewerLine};
use crate::store::{Reader, phase, reminder};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Pager, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// Reviewers on one page.
const PAGE: usize = 50;

/// A reviewer with their numbers.
struct ShownReviewer {
    id: String,
    name: String,
    /// Can be reminded by whoever reads.
    tick: bool,
    muted: bool,
    assigned: String,
    opened: String,
    begun: String,
    sent: String,
    late: Option<Badge>,
    last: String,
    reminded: String,
}

#[derive(Template)]
#[template(path = "reviewing/reviewers.html")]
struct ReviewersPage {
    chrome: Chrome,
    t: Locale,
    head: Head,
    reviewers: Vec<ShownReviewer>,
    /// Where reminding is confirmed; empty where nobody can be.
    remind: String,
    pager: Pager,
}

/// The page of reviewers.
pub async fn page(
    visit: &Visit,
    actor: &Actor,
    round: Round,
    asked: &Asked,
) -> Result<HttpResponse, Fault> {
    let (reach, now) = (Reach::staff(actor), visit.now());
    let (which, after) = (asked.clone(), AccountId::parse(&asked.after).ok());
    let load = move |reader: &mut Reader| {
        let phase = phase::in_force(reader, round.id, now)?;
        let schedule = reminder::schedule(reader, round.id)?;
        let stage = Stage::of(round, &phase, schedule, now);
        let lines = which.lines(stage.late);
        let overview = Overview::of(reader, reach, stage.round.id)?;
        let (mut found, mut late) = (Vec::new(), BTreeMap::new());
        if let (Some(overview), Some(lines)) = (overview, lines) {
            found = overview.reviewers(reader, lines, after, PAGE as i64 + 1)?;
            if let Some(sent) = stage.late {
                let ids: Vec<AccountId> = found.iter().map(|line| line.id).collect();
                late = overview.late(reader, &ids, sent)?;
            }
        }
        Ok((stage, found, late))
    };
    let (stage, mut found, late) = visit.read(load).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let (t, admin) = (visit.t, is_admin(actor));
    let last = found.last().filter(|_| more);
    let place = asked.place(&stage.round);
    let pager = Pager {
        later: last.map(|last| format!("{place}&after={}", last.id)),
        earlier: (!asked.after.is_empty()).then_some(place),
    };
    let shown = |line: &ReviewerLine| {
        let late = late.get(&line.id).copied().unwrap_or(0);
        shown(visit, line, late, admin)
    };
    let reviewers: Vec<ShownReviewer> = found.iter().map(shown).collect();
    let any = reviewers.iter().any(|one| one.tick);
    visit.page(&ReviewersPage {
        chrome: chrome(visit, &stage.round),
        t,
        head: head(visit, &stage, asked, admin),
        remind: match any {
            true => url::admin_round_part(&stage.round.slug, "reviewing/reminder"),
            false => String::new(),
        },
        reviewers,
        pager,
    })
}

fn shown(visit: &Visit, line: &ReviewerLine, late: i64, admin: bool) -> ShownReviewer {
    let t = visit.t;
    let late = usize::try_from(late).unwrap_or(0);
    ShownReviewer {
        id: line.id.to_string(),
        name: line.name.clone(),
        tick: admin && line.owed > 0 && !line.muted,
        muted: line.muted,
        assigned: t.number(line.assigned),
        opened: t.number(line.opened),
        begun: t.number(line.begun),
        sent: t.number(line.sent),
        late: (late > 0).then(|| Badge {
            text: t.count("progress-late-count", late),
            tone: Tone::Warn,
        }),
        last: when(visit, line.last_at),
        reminded: when(visit, line.reminded_at),
    }
}
