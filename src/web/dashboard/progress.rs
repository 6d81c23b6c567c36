//! How far a round has come: where its applications stand, how long they wait, how long
//! decisions took.

use super::asked::Loaded;
use super::chart::{Columns, Line, Section};
use crate::actions::turnaround::Measured;
use crate::domain::application::Status;
use crate::domain::dashboard::{Waiting, median, percent, steps};
use crate::domain::turnaround::{Clock, Milestone};
use crate::domain::{Message, Money};
use crate::i18n::Locale;
use crate::web::turnaround::{days, milestone_key, took};
use crate::web::ui::{Link, Tone};
use crate::web::{url, words};

/// Statuses that are told, in the order of a life.
const TOLD: [Status; 6] = [
    Status::Submitted,
    Status::InReview,
    Status::Deliberation,
    Status::Decided,
    Status::Ineligible,
    Status::Withdrawn,
];
/// Working days in a column of how long decisions took.
const WEEK: i64 = 5;
/// Most columns of a picture: what took longer is in the last.
const COLUMNS: usize = 12;

/// Where the applications of the round stand.
pub fn pipeline(t: Locale, loaded: &Loaded) -> Section {
    let own = loaded.standings.iter();
    let own = own.filter(|one| one.round == loaded.chosen.id);
    let all: i64 = own.clone().map(|one| one.count).sum();
    let money = |minor: i64| t.money(Money::new(minor, loaded.chosen.currency));
    let line = |status: Status| {
        let found = own.clone().find(|one| one.status == status);
        let (count, asked) = found.map_or((0, 0), |one| (one.count, one.asked));
        let badge = words::status(t, status);
        let cells = vec![t.number(count), money(asked)];
        Line::new(badge.text, (count, all), Tone::Info, cells)
    };
    let place = url::admin_round_part(&loaded.chosen.slug, "applications");
    Section {
        id: "pipeline",
        title: t.say("dashboard-pipeline"),
        lead: t.count("dashboard-sent", usize::try_from(all).unwrap_or(0)),
        heads: heads(
            t,
            &[
                "dashboard-status",
                "dashboard-applications",
                "dashboard-asked",
            ],
        ),
        lines: TOLD.map(line).into(),
        more: Some(Link::new(place, t.say("round-admin-applications"))),
        ..Section::default()
    }
}

/// Heads of a table, by their messages.
pub fn heads(t: Locale, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| t.say(key)).collect()
}

/// How those that wait for a decision stand to the target, in working days.
pub fn clocks(t: Locale, loaded: &Loaded) -> Section {
    let waiting = Waiting::of(loaded.turnaround.clocks_of(Milestone::Decided));
    let lines = [
        ("dashboard-late", waiting.late, Tone::Bad),
        ("dashboard-soon", waiting.soon, Tone::Warn),
        ("dashboard-in-time", waiting.in_time, Tone::Good),
    ];
    let lines = lines.map(|(key, count, tone)| {
        let cells = vec![t.number(count)];
        Line::new(t.say(key), (count, waiting.all()), tone, cells)
    });
    let target = loaded.turnaround.measured_of(Milestone::Decided);
    let target = target.map_or(0, |one| one.target);
    Section {
        id: "clocks",
        title: t.say("dashboard-clocks"),
        lead: t.count("dashboard-promise", usize::try_from(target).unwrap_or(0)),
        heads: heads(t, &["dashboard-clock", "dashboard-applications"]),
        lines: lines.into(),
        ..Section::default()
    }
}

/// How long each step takes against its target: eligibility, decision, agreement, money.
pub fn milestones(t: Locale, loaded: &Loaded) -> Section {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let line = |one: &Measured| {
        let (reached, in_time) = (number(one.took.count), number(one.in_time));
        let tone = match one.late {
            0 => Tone::Good,
            _ => Tone::Warn,
        };
        let cells = vec![
            days(t, Some(one.target)),
            t.number(reached),
            t.number(in_time),
            t.number(number(one.late)),
            days(t, one.took.median),
            days(t, one.took.p90),
        ];
        let name = t.say(milestone_key(one.milestone));
        Line::new(name, (in_time, reached), tone, cells)
    };
    let place = url::admin_round_part(&loaded.chosen.slug, "turnaround");
    let to_money = took(t, Some(loaded.turnaround.to_money));
    Section {
        id: "milestones",
        title: t.say("turnaround-measured"),
        lead: t.with("dashboard-to-money", "took", to_money),
        heads: heads(
            t,
            &[
                "turnaround-step",
                "turnaround-target",
                "turnaround-reached",
                "turnaround-share",
                "turnaround-late",
                "turnaround-median",
                "turnaround-p90",
            ],
        ),
        lines: loaded.turnaround.measured.iter().map(line).collect(),
        more: Some(Link::new(place, t.say("turnaround-title"))),
        ..Section::default()
    }
}

/// How many working days decisions took, in steps of a working week.
pub fn taken(t: Locale, loaded: &Loaded) -> Section {
    let reached = loaded.turnaround.clocks_of(Milestone::Decided);
    let days = reached.filter_map(|clock| match clock {
        Clock::Reached { days, .. } => Some((i64::from(days), 1)),
        Clock::Running { .. } | Clock::Late { .. } => None,
    });
    let days: Vec<(i64, i64)> = days.collect();
    let all = i64::try_from(days.len()).unwrap_or(i64::MAX);
    let kept = loaded.turnaround.measured_of(Milestone::Decided);
    let kept = kept.map_or(0, |one| i64::try_from(one.in_time).unwrap_or(0));
    let lead = median(&days).map(|middle| {
        let words = Message::new("dashboard-taken-lead")
            .with("days", t.number(middle))
            .with("share", t.number(percent(kept, all).into()));
        t.tell(&words)
    });
    let mut weeks = steps(&days, WEEK);
    if weeks.len() > COLUMNS {
        let rest = weeks.split_off(COLUMNS);
        if let Some(last) = weeks.last_mut() {
            last.1 += rest.iter().map(|(_, count)| count).sum::<i64>();
        }
    }
    let last = weeks.len().saturating_sub(1);
    let span = |(at, from): (usize, i64)| match at == last && weeks.len() == COLUMNS {
        true => format!("≥ {}", t.number(from)),
        false => format!("{}–{}", t.number(from), t.number(from + WEEK - 1)),
    };
    let lines = weeks.iter().enumerate().map(|(at, (from, count))| {
        let label = span((at, *from));
        Line::new(label, (*count, all), Tone::Info, vec![t.number(*count)])
    });
    let pictured: Vec<(String, i64, String)> = weeks
        .iter()
        .enumerate()
        .map(|(at, (from, count))| (span((at, *from)), *count, t.number(*count)))
        .collect();
    Section {
        id: "taken",
        title: t.say("dashboard-taken"),
        lead: lead.unwrap_or_default(),
        columns: Columns::of(&pictured, is_rtl(t)),
        heads: heads(t, &["dashboard-days", "dashboard-decisions"]),
        lines: lines.collect(),
        more: None,
    }
}

/// Whether the reader's script runs from right to left.
pub fn is_rtl(t: Locale) -> bool {
    t.language().direction() == "rtl"
}
