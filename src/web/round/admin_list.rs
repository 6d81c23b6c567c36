//! Every round as staff see it in the list.

use actix_web::HttpResponse;
use actix_web::web::Query;
use serde::Deserialize;

use super::admin_pages::{RoundsPage, ShownRound};
use super::closing::closes;
use crate::domain::RoundId;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::round::{Round, RoundState};
use crate::policy::Reach;
use crate::store::{application, round};
use crate::web::access::Staff;
use crate::web::appeal::{self, WaitingPanel};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::reserve::FreedPanel;
use crate::web::turnaround::{self, LatePanel};
use crate::web::ui::Pager;
use crate::web::visit::Visit;
use crate::web::{url, words};

/// Rounds on one page.
const PAGE: usize = 50;

/// Where a list goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Before {
    before: String,
}

/// Every round, latest first.
pub async fn list(visit: Staff, from: Query<Before>) -> Result<HttpResponse, Fault> {
    let before = RoundId::parse(&from.before).ok();
    let reach = Reach::staff(visit.actor());
    let (actor, now) = (visit.actor().clone(), visit.now());
    let (mut rounds, counts, late, appeals, freed) = visit
        .read(move |reader| {
            let rounds = round::list(reader, &RoundState::ALL, before, PAGE as i64 + 1)?;
            let ids: Vec<RoundId> = rounds.iter().map(|round| round.id).collect();
            let counts = application::counts_of_rounds(reader, reach, &ids)?;
            let late = turnaround::of_staff(reader, &actor, now)?;
            let freed = FreedPanel::read(reader, &actor)?;
            let appeals = appeal::waiting(reader, &actor)?;
            Ok((rounds, counts, late, appeals, freed))
        })
        .await?;
    let more = rounds.len() > PAGE;
    rounds.truncate(PAGE);
    let later = rounds.last().filter(|_| more);
    let pager = Pager {
        earlier: before.map(|_| url::ADMIN_ROUNDS.to_owned()),
        later: later.map(|last| format!("{}?before={}", url::ADMIN_ROUNDS, last.id)),
    };
    let shown = rounds.iter().map(|round| shown(&visit, round, &counts));
    visit.page(&RoundsPage {
        chrome: Chrome::new(&visit, &visit.t.say("round-admin-title")).wide(),
        t: visit.t,
        late: LatePanel::staff(visit.t, &late),
        appeals: WaitingPanel::new(&visit, &appeals),
        freed: FreedPanel::new(visit.t, &freed),
        rounds: shown.collect(),
        may_change: visit.actor().is(Role::Admin),
        pager,
    })
}

fn shown(visit: &Visit, round: &Round, counts: &[(RoundId, Status, i64)]) -> ShownRound {
    let t = visit.t;
    let sum = |counted: fn(Status) -> bool| {
        let own = counts
            .iter()
            .filter(|(id, status, _)| *id == round.id && counted(*status));
        t.number(own.map(|(_, _, count)| count).sum())
    };
    ShownRound {
        href: url::admin_round(&round.slug),
        title: round.title.get(t.language()).to_owned(),
        state: words::round_state(t, round.state),
        opens: t.date(round.opens_at, &round.time_zone),
        closes: closes(t, round),
        sent: sum(|status| !matches!(status, Status::Draft | Status::Discarded)),
        drafts: sum(|status| status == Status::Draft),
        budget: t.money(round.budget()),
    }
}
