//! The page of the shortlist proposal.

use std::collections::BTreeMap;

use askama::Template;

use super::swap::{Cost, costs};
use super::{Advice, Asked, SHORTLIST};
use crate::actions::board::award_of;
use crate::domain::shortlist::{AWARDS_MOST, Proposed, Shortlist};
use crate::domain::{ApplicationId, Message, Money};
use crate::i18n::Locale;
use crate::web::board::{BALANCE, BOARD, target_words};
use crate::web::chrome::Chrome;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field, Link, Notice, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// Awards that are listed at most; the totals count all.
const LISTED: usize = 200;

/// One proposed award.
pub struct Award {
    pub rank: String,
    pub href: String,
    pub title: String,
    pub organisation: String,
    pub score: String,
    pub requested: String,
    /// From which amount on it would help, where that was said; empty otherwise.
    pub least: String,
    pub amount: String,
    /// Which part of the request, where it is not all; empty otherwise.
    pub part: String,
    pub decided: bool,
}

/// The proposal of a round.
#[derive(Template)]
#[template(path = "shortlist/shortlist.html")]
pub struct ShortlistPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub round: String,
    pub action: String,
    pub fields: Vec<Field>,
    pub verdict: Notice,
    /// Label and value.
    pub figures: Vec<(String, String)>,
    pub awards: Vec<Award>,
    /// How many more there are; empty for none.
    pub more: String,
    pub costs: Vec<Cost>,
    /// Targets that cannot be met together.
    pub clashing: Vec<String>,
    pub balance: Link,
}

/// Builds the page.
pub fn page(visit: &Visit, advice: &Advice, asked: &Asked) -> ShortlistPage {
    let (t, round) = (visit.t, &advice.pool.ranking.round);
    let part = |part: &str| url::admin_round_part(&round.slug, part);
    let title = round.title.get(t.language()).to_owned();
    let found = advice.best.shortlist();
    let words = |at: usize| target_words(t, &advice.terms, &advice.pool.targets[at]);
    let awards = found
        .map(|found| awards(t, advice, found))
        .unwrap_or_default();
    let hidden = awards.len().saturating_sub(LISTED);
    let task = t.with("shortlist-page-title", "round", title.as_str());
    ShortlistPage {
        chrome: Chrome::new(visit, &task)
            .wide()
            .back(Link::new(part(BOARD), t.say("board-title")))
            .problems(t, &advice.problems),
        t,
        action: part(SHORTLIST),
        fields: fields(t, advice, asked),
        verdict: verdict(t, advice),
        figures: found
            .map(|found| figures(t, advice, found))
            .unwrap_or_default(),
        awards: awards.into_iter().take(LISTED).collect(),
        more: match hidden {
            0 => String::new(),
            n => t.count("shortlist-more", n),
        },
        costs: found
            .map(|found| costs(t, advice, found))
            .unwrap_or_default(),
        clashing: advice.clashing.iter().map(|at| words(*at)).collect(),
        balance: Link::new(part(BALANCE), t.say("balance-title")),
        round: title,
    }
}

fn fields(t: Locale, advice: &Advice, asked: &Asked) -> Vec<Field> {
    let ask = Fields {
        t,
        problems: &advice.problems,
    };
    let choice = |value: i64, label: String, chosen: &str| Choice {
        chosen: value.to_string() == chosen,
        value: value.to_string(),
        label,
        hint: None,
    };
    let awards = (1..=AWARDS_MOST as i64).map(|n| choice(n, t.number(n), &asked.awards));
    let parts = (3..=10).rev().map(|tenths| {
        let label = match tenths {
            10 => t.say("shortlist-part-whole"),
            tenths => t.with("shortlist-part-from", "n", tenths * 10),
        };
        choice(tenths * 10, label, &asked.part)
    });
    let currency = advice.pool.ranking.round.currency.code().to_owned();
    let most = ask.field(
        "most",
        "shortlist-most",
        &asked.most,
        Control::Amount(currency),
    );
    vec![
        ask.field(
            "awards",
            "shortlist-awards",
            &asked.awards,
            Control::Select(awards.collect()),
        ),
        Field {
            optional: true,
            ..most
        },
        ask.hinted(
            "part",
            "shortlist-part",
            "shortlist-part-hint",
            &asked.part,
            Control::Select(parts.collect()),
        ),
    ]
}

/// Tenths of a point, as scores are printed.
pub fn tenths(t: Locale, tenths: i64) -> String {
    t.measured(tenths as f64 / 10.0, 1)
}

fn verdict(t: Locale, advice: &Advice) -> Notice {
    let (tone, text) = match &advice.best {
        _ if advice.candidates.is_empty() => (Tone::Info, t.say("shortlist-nobody")),
        best if best.is_nothing() && advice.clashing.is_empty() => {
            (Tone::Warn, t.say("shortlist-no-money"))
        }
        best if best.is_nothing() => (Tone::Warn, t.say("shortlist-clash")),
        Proposed::Best(found) if found.proven => (Tone::Good, t.say("shortlist-proven")),
        Proposed::Best(found) => {
            let message = Message::new("shortlist-not-proven")
                .with("total", tenths(t, found.total))
                .with("bound", tenths(t, found.bound));
            (Tone::Warn, t.tell(&message))
        }
        Proposed::Impossible | Proposed::Unknown => (Tone::Warn, t.say("shortlist-unknown")),
    };
    Notice { tone, text }
}

fn figures(t: Locale, advice: &Advice, found: &Shortlist) -> Vec<(String, String)> {
    let round = &advice.pool.ranking.round;
    let money = |minor: i64| t.money(Money::new(minor, round.currency));
    let spent: i64 = found.awards.iter().map(|(_, amount)| amount).sum();
    vec![
        (t.say("shortlist-total"), tenths(t, found.total)),
        (
            t.say("ranking-awarded"),
            t.number(found.awards.len() as i64),
        ),
        (t.say("ranking-amount"), money(spent)),
        (t.say("ranking-left"), money(round.budget_minor - spent)),
    ]
}

/// In the order of the ranking.
fn awards(t: Locale, advice: &Advice, found: &Shortlist) -> Vec<Award> {
    let amounts: BTreeMap<ApplicationId, i64> = found.awards.iter().copied().collect();
    let ranking = &advice.pool.ranking;
    let money = |minor: i64| t.money(Money::new(minor, ranking.round.currency));
    let award = ranking.running().filter_map(|entry| {
        let id = entry.application.id;
        let amount = *amounts.get(&id)?;
        let requested = entry.application.requested_minor.unwrap_or(0);
        let percent = i128::from(amount) * 100 / i128::from(requested.max(1));
        let score = entry
            .ranked
            .score
            .mean
            .map(crate::domain::fraction::percent_tenths);
        Some(Award {
            rank: entry
                .ranked
                .rank
                .map(|rank| t.number(rank.into()))
                .unwrap_or_default(),
            href: url::decision(id),
            title: entry.application.title.clone(),
            organisation: entry.organisation.name(t.language()).to_owned(),
            score: score.map(|score| t.tenths(score)).unwrap_or_default(),
            requested: money(requested),
            least: advice
                .pool
                .least_minor(entry)
                .map(|minor| t.with("shortlist-least", "amount", money(minor)))
                .unwrap_or_default(),
            amount: money(amount),
            part: match amount < requested {
                true => t.with("shortlist-part-of", "n", percent as i64),
                false => String::new(),
            },
            decided: award_of(entry).is_some(),
        })
    });
    award.collect()
}
