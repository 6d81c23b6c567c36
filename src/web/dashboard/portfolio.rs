//! The money of a round, and its balance by base and community.

use std::collections::BTreeMap;

use super::asked::Loaded;
use super::chart::{Line, Section};
use super::progress::heads;
use crate::domain::application::Status;
use crate::domain::dashboard::percent;
use crate::domain::{Message, Money};
use crate::i18n::Locale;
use crate::store::dashboard::Part;
use crate::web::ui::{Link, Tone};
use crate::web::{url, words};

/// What is asked for and given, beside the budget.
pub fn budget(t: Locale, loaded: &Loaded) -> Section {
    let round = &loaded.chosen;
    let own = loaded.standings.iter().filter(|one| {
        let gone = [Status::Withdrawn, Status::Ineligible];
        one.round == round.id && !gone.contains(&one.status)
    });
    let asked: i64 = own.map(|one| one.asked).sum();
    let given = |stage: i32| -> i64 {
        let own = loaded.decided.iter();
        let own = own.filter(|one| (one.round, one.stage) == (round.id, stage));
        own.map(|one| one.given).sum()
    };
    let (proposed, signed, released) = (given(0), given(1), given(2));
    let left = round.budget_minor - proposed - signed - released;
    let whole = asked.max(round.budget_minor);
    let lines = [
        ("dashboard-demand", asked, Tone::Info),
        ("dashboard-budget", round.budget_minor, Tone::Info),
        ("dashboard-released", released, Tone::Good),
        ("dashboard-signed", signed, Tone::Warn),
        ("dashboard-proposed", proposed, Tone::Warn),
        ("dashboard-left", left, Tone::Neutral),
    ];
    let lines = lines.map(|(key, minor, tone)| {
        let share = t.number(percent(minor, round.budget_minor).into());
        let cells = vec![t.money(Money::new(minor, round.currency)), share];
        Line::new(t.say(key), (minor, whole), tone, cells)
    });
    let lead = Message::new("dashboard-money-lead")
        .with("share", t.number(percent(asked, round.budget_minor).into()));
    Section {
        id: "money",
        title: t.say("dashboard-money"),
        lead: t.tell(&lead),
        heads: heads(
            t,
            &["dashboard-sum", "dashboard-amount", "dashboard-of-budget"],
        ),
        lines: lines.into(),
        more: Some(Link::new(url::ranking(&round.slug), t.say("ranking-title"))),
        ..Section::default()
    }
}

/// Sent and awarded, of one part.
#[derive(Default, Clone, Copy)]
struct Both {
    sent: i64,
    awarded: i64,
    given: i64,
}

/// How what is sent and awarded is spread over bases, and over communities.
pub fn balance(t: Locale, loaded: &Loaded) -> [Section; 2] {
    let section = |id, title, list: &str, of: &dyn Fn(&Part) -> String| {
        let mut parts: BTreeMap<String, Both> = BTreeMap::new();
        for part in &loaded.sent_parts {
            parts.entry(of(part)).or_default().sent += part.count;
        }
        for part in &loaded.awarded_parts {
            let both = parts.entry(of(part)).or_default();
            both.awarded += part.count;
            both.given += part.money;
        }
        let all: i64 = parts.values().map(|both| both.given).sum();
        let line = |(code, both): (&String, &Both)| {
            let cells = vec![
                t.number(both.sent),
                t.number(both.awarded),
                t.money(Money::new(both.given, loaded.chosen.currency)),
                t.number(percent(both.given, all).into()),
            ];
            let label = words::term(t, &loaded.terms, list, code);
            Line::new(label, (both.given, all), Tone::Info, cells)
        };
        Section {
            id,
            title: t.say(title),
            heads: heads(
                t,
                &[
                    title,
                    "dashboard-applications",
                    "dashboard-awards",
                    "dashboard-amount",
                    "dashboard-share",
                ],
            ),
            lines: parts.iter().map(line).collect(),
            ..Section::default()
        }
    };
    [
        section("bases", "dashboard-bases", "base", &|part| {
            part.base.clone()
        }),
        section(
            "communities",
            "dashboard-communities",
            "community",
            &|part| part.community.clone(),
        ),
    ]
}
