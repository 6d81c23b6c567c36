//! The rounds side by side, the earliest first.

use super::asked::{Loaded, TREND};
use super::chart::{Columns, Line, Section};
use super::progress::{heads, is_rtl};
use crate::domain::Money;
use crate::domain::application::Status;
use crate::domain::dashboard::{median, percent};
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::web::ui::Tone;
use crate::web::url;
use crate::web::visit::Visit;

/// What a round came to.
struct Sums {
    sent: i64,
    asked: i64,
    awards: i64,
    given: i64,
}

fn sums(loaded: &Loaded, round: &Round) -> Sums {
    let standing = loaded.standings.iter().filter(|one| one.round == round.id);
    let gone = [Status::Withdrawn, Status::Ineligible];
    let kept = standing.clone();
    let kept = kept.filter(|one| !gone.contains(&one.status));
    let decided = loaded.decided.iter().filter(|one| one.round == round.id);
    Sums {
        sent: standing.map(|one| one.count).sum(),
        asked: kept.map(|one| one.asked).sum(),
        awards: decided.clone().map(|one| one.awards).sum(),
        given: decided.map(|one| one.given).sum(),
    }
}

fn rounds_of(loaded: &Loaded) -> Vec<(&Round, Sums)> {
    let latest = loaded.rounds.iter().take(TREND).rev();
    latest.map(|round| (round, sums(loaded, round))).collect()
}

/// Year and month in which a round closes, which name its column; without a closing
/// day, in which it opened.
fn month(round: &Round) -> String {
    let at = round.closing.closes_at().unwrap_or(round.opens_at);
    let day = at.day(&round.time_zone).iso();
    day.get(..7).unwrap_or(&day).to_owned()
}

/// Applications, awards and time to decision, round by round.
pub fn rounds(visit: &Visit, loaded: &Loaded) -> Section {
    let (t, all) = (visit.t, rounds_of(loaded));
    let most = all.iter().map(|(_, sums)| sums.sent).max().unwrap_or(0);
    let steps: Vec<(String, i64, String)> = all
        .iter()
        .map(|(round, sums)| (month(round), sums.sent, t.number(sums.sent)))
        .collect();
    let line = |(round, sums): &(&Round, Sums)| {
        let days = median(&loaded.taken_of(round.id));
        let cells = vec![
            match round.closing.closes_at() {
                Some(close) => t.date(close, visit.zone()),
                None => t.say("round-no-closing-day"),
            },
            t.number(sums.sent),
            t.number(sums.awards),
            t.number(percent(sums.awards, sums.sent).into()),
            days.map(|days| t.number(days)).unwrap_or_default(),
        ];
        Line {
            href: url::admin_round(&round.slug),
            ..Line::new(
                round.title.get(t.language()),
                (sums.sent, most),
                Tone::Info,
                cells,
            )
        }
    };
    Section {
        id: "rounds",
        title: t.say("dashboard-rounds"),
        columns: Columns::of(&steps, is_rtl(t)),
        heads: heads(
            t,
            &[
                "dashboard-round",
                "dashboard-closes",
                "dashboard-applications",
                "dashboard-awards",
                "dashboard-success",
                "dashboard-middle",
            ],
        ),
        lines: all.iter().map(line).collect(),
        ..Section::default()
    }
}

/// Demand against money, round by round: each in its own currency, so that the columns
/// are hundredths of the budget.
pub fn money(t: Locale, loaded: &Loaded) -> Section {
    let all = rounds_of(loaded);
    let demand =
        |(round, sums): &(&Round, Sums)| -> i64 { percent(sums.asked, round.budget_minor).into() };
    let most = all.iter().map(demand).max().unwrap_or(0);
    let steps: Vec<(String, i64, String)> = all
        .iter()
        .map(|one| (month(one.0), demand(one), t.number(demand(one))))
        .collect();
    let line = |one: &(&Round, Sums)| {
        let (round, sums) = one;
        let money = |minor: i64| t.money(Money::new(minor, round.currency));
        let cells = vec![
            money(sums.asked),
            money(round.budget_minor),
            money(sums.given),
            t.number(demand(one)),
        ];
        Line::new(
            round.title.get(t.language()),
            (demand(one), most),
            Tone::Info,
            cells,
        )
    };
    Section {
        id: "demand",
        title: t.say("dashboard-demand-rounds"),
        lead: t.say("dashboard-demand-lead"),
        columns: Columns::of(&steps, is_rtl(t)),
        heads: heads(
            t,
            &[
                "dashboard-round",
                "dashboard-demand",
                "dashboard-budget",
                "dashboard-given",
                "dashboard-of-budget",
            ],
        ),
        lines: all.iter().map(line).collect(),
        more: None,
    }
}
