//! How far a round has come: where its applications stand, how long they wait, how long
//! decisions took.

use super::asked::Loaded;
use super::chart::{Columns, Line, Section};
use crate::domain::application::Status;
use crate::domain::dashboard::{Waiting, median, percent, steps, within};
use crate::domain::{Message, Money};
use crate::i18n::Locale;
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
/// Days in a column of how long decisions took.
const WEEK: i64 = 7;
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

/// How those that wait stand to what the round promises.
pub fn clocks(t: Locale, loaded: &Loaded) -> Section {
    let promised = i64::from(loaded.chosen.turnaround_days);
    let waiting = Waiting::of(&loaded.waiting, promised);
    let (_, all) = within(&loaded.waiting, promised);
    let lines = [
        ("dashboard-late", waiting.late, Tone::Bad),
        ("dashboard-soon", waiting.soon, Tone::Warn),
        ("dashboard-in-time", waiting.in_time, Tone::Good),
    ];
    let lines = lines
        .map(|(key, count, tone)| Line::new(t.say(key), (count, all), tone, vec![t.number(count)]));
    Section {
        id: "clocks",
        title: t.say("dashboard-clocks"),
        lead: t.count("dashboard-promise", usize::try_from(promised).unwrap_or(0)),
        heads: heads(t, &["dashboard-clock", "dashboard-applications"]),
        lines: lines.into(),
        ..Section::default()
    }
}

/// How long decisions took, week by week.
pub fn taken(t: Locale, loaded: &Loaded) -> Section {
    let days = loaded.taken_of(loaded.chosen.id);
    let promised = i64::from(loaded.chosen.turnaround_days);
    let (kept, all) = within(&days, promised);
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
