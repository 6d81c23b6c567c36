//! The ranking page.

use askama::Template;

use super::Shown;
use super::lines::interval;
use super::place::{RankWords, range, rank_words, spread_words, unranked};
use super::totals::{Totals, totals};
use crate::actions::certainty::Places;
use crate::actions::flags::{Flags, flags_of_ranking};
use crate::actions::rank_round::{Entry, RoundRanking};
use crate::domain::application::Status;
use crate::domain::fraction::percent_tenths;
use crate::domain::{ApplicationId, Fraction, Money};
use crate::i18n::Locale;
use crate::store::term::Term;
use crate::web::chrome::Chrome;
use crate::web::decision::{badge, scores};
use crate::web::discussion;
use crate::web::discussion::words::{Over, numbers};
use crate::web::ui::{Badge, Bar, Link, Pager, Range, Tone};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// A round's applications in order.
#[derive(Template)]
#[template(path = "ranking/ranking.html")]
pub struct RankingPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub round: String,
    pub totals: Totals,
    /// Where it is told how sure the order is.
    pub certainty: String,
    /// Where flagged and discussed applications stand.
    pub discussions: String,
    pub tabs: Vec<Link>,
    pub rows: Vec<Row>,
    /// Where outcomes are released, with how many are ready; `None` for none.
    pub release: Option<Link>,
    /// What can be exported.
    pub exports: Link,
    pub pager: Pager,
}

/// One application.
pub struct Row {
    pub rank: Option<RankWords>,
    /// What stands in place of a rank.
    pub unranked: String,
    /// Where it could stand as well; empty where that cannot be told.
    pub between: String,
    pub href: String,
    pub title: String,
    pub organisation: String,
    pub reference: String,
    pub place: String,
    /// On 0–100; empty without a complete review.
    pub total: String,
    pub range: Option<Range>,
    pub spread: String,
    /// Where it is discussed that reviews differ widely, and the numbers.
    pub flag: Option<(Link, String)>,
    /// How far the mean moved since the first scores; empty if nothing moved.
    pub moved: String,
    pub reviews: String,
    /// Submitted reviews that leave too much unjudged; empty for none.
    pub incomplete: String,
    /// Told where a review scored an older version; empty otherwise.
    pub overtaken: String,
    pub merit: Option<Bar>,
    pub priority: Option<Bar>,
    pub status: Badge,
    pub requested: String,
    pub decision: Option<Badge>,
    pub amount: String,
}

/// Builds the page.
pub fn page(
    visit: &Visit,
    (ranking, places): (&RoundRanking, &Places),
    terms: &[Term],
    shown: &Shown,
) -> RankingPage {
    let t = visit.t;
    let only = shown.show == "deliberation";
    let (count, here) = stretch(ranking, only, shown.after);
    let flags = flags_of_ranking(ranking);
    let round = ranking.round.title.get(t.language()).to_owned();
    let slug = ranking.round.slug.as_str();
    let task = t.with("ranking-page-title", "round", round.as_str());
    let back = Link::new(format!("/admin/rounds/{slug}"), round.clone());
    RankingPage {
        chrome: Chrome::new(visit, &task).wide().back(back),
        t,
        totals: totals(t, ranking, terms),
        certainty: url::certainty(slug),
        discussions: discussion::place::of_round(slug),
        tabs: tabs(t, ranking, only),
        rows: here
            .into_iter()
            .map(|entry| row(t, ranking, terms, entry, (flags, places)))
            .collect(),
        release: release(t, ranking),
        exports: Link::new(url::exports(slug), t.say("round-admin-exports")),
        pager: Pager::by_offset(&address(slug, only), shown.after, count),
        round,
    }
}

/// How many there are, and those of a page.
fn stretch(ranking: &RoundRanking, only: bool, after: usize) -> (usize, Vec<&Entry>) {
    let all = ranking.running();
    let deliberated = |entry: &&Entry| entry.application.status == Status::Deliberation;
    match only {
        true => (
            ranking.figures().deliberated,
            all.filter(deliberated)
                .skip(after)
                .take(Pager::ROWS)
                .collect(),
        ),
        false => (all.len(), all.skip(after).take(Pager::ROWS).collect()),
    }
}

/// Where all applications stand, or only those that wait for a decision.
fn address(slug: &str, only: bool) -> String {
    let place = url::ranking(slug);
    match only {
        true => format!("{place}?show=deliberation"),
        false => place,
    }
}

fn tabs(t: Locale, ranking: &RoundRanking, only: bool) -> Vec<Link> {
    let slug = ranking.round.slug.as_str();
    let (all, open) = (ranking.running().len(), ranking.figures().deliberated);
    let link = |of: bool, key: &str, n: usize| Link {
        href: address(slug, of),
        text: t.count(key, n),
        current: of == only,
    };
    vec![
        link(false, "ranking-tab-all", all),
        link(true, "ranking-tab-deliberation", open),
    ]
}

fn release(t: Locale, ranking: &RoundRanking) -> Option<Link> {
    let ready = ranking.figures().ready;
    let href = url::release(&ranking.round.slug);
    (ready > 0).then(|| Link::new(href, t.count("ranking-release", ready)))
}

fn row(
    t: Locale,
    ranking: &RoundRanking,
    terms: &[Term],
    entry: &Entry,
    (flags, places): (&Flags, &Places),
) -> Row {
    let (application, organisation) = (&entry.application, &entry.organisation);
    let score = &entry.ranked.score;
    let currency = ranking.round.currency;
    let money = |minor: Option<i64>| minor.map(|minor| t.money(Money::new(minor, currency)));
    let decision = entry.decision.as_deref();
    let amount = decision.and_then(|one| one.amount);
    Row {
        rank: rank_words(t, &entry.ranked, ranking.figures().sharing(entry)),
        unranked: unranked(t, entry),
        between: between(t, places, application.id),
        href: url::decision(application.id),
        title: match application.title.as_str() {
            "" => application.reference.clone(),
            title => title.to_owned(),
        },
        organisation: organisation.name(t.language()).to_owned(),
        reference: application.reference.clone(),
        place: place(t, terms, entry),
        total: score
            .mean
            .map(|mean| t.tenths(percent_tenths(mean)))
            .unwrap_or_default(),
        range: range(score),
        spread: spread_words(t, score),
        flag: flags.get(&application.id).map(|flag| {
            let place = discussion::place::of_staff(application.id);
            let told = numbers(t, flag, Over::Round);
            (Link::new(place, t.say("flag-title")), told)
        }),
        moved: scores::moved(t, ranking, entry),
        reviews: t.number(score.reviews as i64),
        incomplete: match score.incomplete {
            0 => String::new(),
            n => t.count("ranking-incomplete", n),
        },
        overtaken: if entry.overtaken {
            t.say("ranking-overtaken")
        } else {
            String::new()
        },
        merit: score.merit.map(|share| bar(t, share, Tone::Neutral)),
        priority: score.priority.map(|share| bar(t, share, Tone::Info)),
        status: words::status(t, application.status),
        requested: words::requested(t, application, currency).unwrap_or_default(),
        decision: decision.map(|one| badge(t, one)),
        amount: money(amount.map(|money| money.minor)).unwrap_or_default(),
    }
}

/// Between which places an application could stand, in words; empty where that cannot
/// be told.
pub fn between(t: Locale, places: &Places, id: ApplicationId) -> String {
    let Some(place) = places.of.get(&id) else {
        return String::new();
    };
    let sure = place.low == place.high;
    let range = match sure {
        true => t.number(place.low.into()),
        false => interval(t, place),
    };
    match (!places.panels.is_empty(), sure) {
        (true, _) => t.with("ranking-between-panel", "range", range),
        (false, true) => t.say("ranking-between-sure"),
        (false, false) => t.with("ranking-between", "range", range),
    }
}

fn bar(t: Locale, share: Fraction, tone: Tone) -> Bar {
    let tenths = percent_tenths(share);
    Bar {
        label: String::new(),
        value: t.tenths(tenths),
        percent: (tenths + 5) / 10,
        tone,
    }
}

/// Community and base, as far as they are known.
fn place(t: Locale, terms: &[Term], entry: &Entry) -> String {
    let organisation = &entry.organisation;
    let pairs = [
        ("community", organisation.community.as_str()),
        ("base", organisation.base.as_str()),
    ];
    let known = pairs.into_iter().filter(|(_, code)| !code.is_empty());
    let labels: Vec<String> = known
        .map(|(list, code)| words::term(t, terms, list, code))
        .collect();
    labels.join(" · ")
}
