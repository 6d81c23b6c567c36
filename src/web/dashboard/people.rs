//! Scores of a round, who gives them, and how far reviewers agree.

use super::asked::Loaded;
use super::chart::{Columns, Line, Section};
use super::progress::{heads, is_rtl};
use crate::domain::AccountId;
use crate::domain::account::Role;
use crate::domain::dashboard::{Totals, alpha};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::web::ui::{Link, Tone};
use crate::web::url;

/// Totals are told in steps of ten points.
const STEPS: i64 = 10;

/// How many reviews have a total in which step.
pub fn totals(t: Locale, loaded: &Loaded) -> Section {
    // A full total stands in the last step.
    let count = |step: i64| -> i64 {
        let steps = loaded.reviewed.steps.iter();
        let own = steps.filter(|(at, _)| (**at).min(STEPS - 1) == step);
        own.map(|(_, count)| count).sum()
    };
    let counts: Vec<i64> = (0..STEPS).map(count).collect();
    let all: i64 = counts.iter().sum();
    let span = |step: i64| {
        let last = if step == STEPS - 1 {
            100
        } else {
            step * 10 + 9
        };
        format!("{}–{}", t.number(step * 10), t.number(last))
    };
    let steps: Vec<(String, i64, String)> = (0..STEPS)
        .zip(&counts)
        .map(|(step, count)| (span(step), *count, t.number(*count)))
        .collect();
    let line = |(label, count, words): &(String, i64, String)| {
        Line::new(
            label.as_str(),
            (*count, all),
            Tone::Info,
            vec![words.clone()],
        )
    };
    let place = url::ranking(&loaded.chosen.slug);
    Section {
        id: "totals",
        title: t.say("dashboard-scores"),
        lead: t.count("dashboard-scored", usize::try_from(all).unwrap_or(0)),
        columns: Columns::of(&steps, is_rtl(t)),
        heads: heads(t, &["dashboard-total", "dashboard-reviews"]),
        lines: match all {
            0 => Vec::new(),
            _ => steps.iter().map(line).collect(),
        },
        more: Some(Link::new(place, t.say("ranking-title"))),
    }
}

/// What each reviewer has to do and has done, and how far they agree.
pub fn reviewers(t: Locale, actor: &Actor, loaded: &Loaded) -> Section {
    let line = |(id, assigned): &(AccountId, i64)| {
        let sent = loaded.reviewed.sent.get(id).copied().unwrap_or_default();
        let done = sent.count;
        let mean = sent.sum.checked_div(sent.complete);
        let mean = mean.and_then(|mean| u32::try_from(mean / 10).ok());
        let open = (assigned - done).max(0);
        let tone = if open == 0 { Tone::Good } else { Tone::Info };
        let cells = vec![
            t.number(*assigned),
            t.number(done),
            t.number(open),
            mean.map(|tenths| t.tenths(tenths)).unwrap_or_default(),
        ];
        let name = loaded.names.get(id).cloned().unwrap_or_default();
        Line {
            href: match actor.is(Role::Admin) {
                true => url::person_reviewing(*id),
                false => String::new(),
            },
            ..Line::new(name, (done, *assigned), tone, cells)
        }
    };
    let totals: Vec<Totals> = loaded.reviewed.totals.values().copied().collect();
    let lead = match alpha(&totals) {
        Some(alpha) => t.with("dashboard-alpha", "alpha", t.measured(alpha, 2)),
        None => t.say("dashboard-no-alpha"),
    };
    let place = format!("{}/certainty", url::ranking(&loaded.chosen.slug));
    Section {
        id: "reviewers",
        title: t.say("dashboard-reviewers"),
        lead,
        heads: heads(
            t,
            &[
                "dashboard-reviewer",
                "dashboard-assigned",
                "dashboard-done",
                "dashboard-open",
                "dashboard-mean",
            ],
        ),
        lines: loaded.assigned.iter().map(line).collect(),
        more: Some(Link::new(place, t.say("certainty-title"))),
        ..Section::default()
    }
}
