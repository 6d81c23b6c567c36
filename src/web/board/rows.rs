//! One application on the board.

use std::sync::Arc;

use super::{Seen, Written, own_proposal};
use crate::actions::board::{left_for, open_of};
use crate::actions::certainty::Places;
use crate::actions::deviation::Order;
use crate::actions::flags::Flags;
use crate::actions::rank_round::Entry;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::decision::Ruling;
use crate::domain::fraction::percent_tenths;
use crate::domain::{ApplicationId, DecisionId, Fraction, Message, Money};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::web::decision::{Asked, ProposalFields, badge, fields};
use crate::web::discussion;
use crate::web::forms::Fields;
use crate::web::ranking::{RankWords, between, range, rank_words, spread_words, unranked};
use crate::web::ui::{Badge, Bar, Link, Range, Tone};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// What the rows of one page are made from.
pub struct Sources<'a> {
    pub visit: &'a Visit,
    pub actor: &'a Actor,
    pub seen: &'a Seen,
    pub flags: &'a Flags,
    pub order: Arc<Order>,
    pub written: Option<&'a Written<'a>>,
    /// The address of this page, to which what opens a proposal is added.
    pub here: String,
}

/// One application.
pub struct Row {
    pub id: String,
    pub rank: Option<RankWords>,
    /// What stands in place of a rank.
    pub unranked: String,
    pub href: String,
    pub title: String,
    pub organisation: String,
    pub reference: String,
    pub total: String,
    pub range: Option<Range>,
    pub spread: String,
    /// Where it could stand as well, and the band of those that cannot be told apart;
    /// empty where that cannot be told.
    pub beside: String,
    /// Whether it opens a band.
    pub opens: bool,
    pub merit: Option<Bar>,
    pub priority: Option<Bar>,
    /// What is to be heeded: words with where to read on, if anywhere.
    pub marks: Vec<(Badge, String)>,
    pub requested: String,
    pub status: Badge,
    pub decision: Option<Badge>,
    pub amount: String,
    /// Why the decision deviates from the ranking; nothing where it does not.
    pub deviates: Option<String>,
    /// Where a proposal is written here; empty where none can be.
    pub propose: String,
    /// Where the decision is changed or taken back here; none where it can't be.
    pub change: Option<Link>,
    pub form: Option<ProposalFields>,
    /// What would be taken back here; empty for nothing.
    pub taken_back: String,
    /// The line that goes above this row; empty for none.
    pub line: String,
}

/// Builds a row; `before` is the row above it in the order, page ends or not.
pub fn row(sources: &Sources, before: Option<&Entry>, entry: &Entry) -> Row {
    let t = sources.visit.t;
    let board = &sources.seen.board;
    let id = entry.application.id;
    let score = &entry.ranked.score;
    let currency = board.ranking.round.currency;
    let opens = before.is_some_and(|before| opens_band(&sources.seen.places, before, entry));
    let share = board.ranking.figures().sharing(entry);
    let decision = open_of(entry);
    let amount = decision.and_then(|one| one.amount);
    let deviates = decision.filter(|one| sources.order.deviates(id, one.outcome));
    let hand = Hand::of(sources.actor, entry);
    let opened = sources.written.filter(|one| one.application == id);
    let written = opened.filter(|_| hand.proposes);
    let opens_here = format!("{}&open={id}#open", sources.here);
    Row {
        id: id.to_string(),
        rank: rank_words(t, &entry.ranked, share),
        unranked: unranked(t, entry),
        href: url::decision(id),
        title: match entry.application.title.as_str() {
            "" => entry.application.reference.clone(),
            title => title.to_owned(),
        },
        organisation: entry.organisation.name(t.language()).to_owned(),
        reference: entry.application.reference.clone(),
        total: score
            .mean
            .map(|mean| t.tenths(percent_tenths(mean)))
            .unwrap_or_default(),
        range: range(score),
        spread: spread_words(t, score),
        beside: beside(t, sources, id),
        opens,
        merit: score.merit.map(|share| bar(sources, share, Tone::Neutral)),
        priority: score.priority.map(|share| bar(sources, share, Tone::Info)),
        marks: marks(sources, entry),
        requested: words::requested(t, &entry.application, currency).unwrap_or_default(),
        status: words::status(t, entry.application.status),
        decision: decision.map(|one| badge(t, one)),
        amount: amount.map(|money| t.money(money)).unwrap_or_default(),
        deviates: deviates.map(|one| why(sources, one)),
        change: hand.change(t, &opens_here).filter(|_| opened.is_none()),
        propose: match hand.proposes && decision.is_none() && opened.is_none() {
            true => opens_here,
            false => String::new(),
        },
        taken_back: match (opened, hand.takes_back) {
            (Some(_), Some(decision)) => decision.to_string(),
            _ => String::new(),
        },
        form: written.map(|one| proposal(sources, entry, one)),
        line: line(sources, before, entry),
    }
}

/// Why a decision deviates from the ranking; empty where nobody said.
fn why(sources: &Sources, one: &Ruling) -> String {
    let whole = one.whole_in(&sources.seen.decisions);
    let said = whole.and_then(|whole| whole.deviation.clone());
    said.unwrap_or_default()
}

/// What a reader may do with the decision of a row.
struct Hand {
    /// A proposal, the first or over the own one.
    proposes: bool,
    /// The decision that may be taken back, as long as the applicant has not seen it.
    takes_back: Option<DecisionId>,
}

impl Hand {
    fn of(actor: &Actor, entry: &Entry) -> Self {
        let open = open_of(entry);
        let decides = actor.is(Role::Admin) && entry.application.status == Status::Deliberation;
        Self {
            proposes: decides && (open.is_none() || own_proposal(actor, entry).is_some()),
            takes_back: open.filter(|_| decides).map(|one| one.id),
        }
    }

    /// Where what is decided is changed or taken back.
    fn change(&self, t: Locale, place: &str) -> Option<Link> {
        let key = match self.proposes {
            true => "board-change",
            false => "board-take-back",
        };
        self.takes_back.map(|_| Link::new(place, t.say(key)))
    }
}

/// Between which places one could stand, its band, which is of its panel where there are
/// several, and its place in a draw that settled its tie.
fn beside(t: Locale, sources: &Sources, id: ApplicationId) -> String {
    let places = &sources.seen.places;
    let band = places.of.get(&id).map(|place| {
        let band = Message::new("board-band").with("n", i64::from(place.band));
        match places.panels.get(&id) {
            Some(panel) => t.tell(&Message {
                key: "board-band-panel",
                ..band.with("panel", i64::from(*panel))
            }),
            None => t.tell(&band),
        }
    });
    let drawn = sources.order.drawn(id);
    let drawn = drawn.map(|place| t.with("board-drawn", "n", i64::from(place)));
    let words = [
        between(t, places, id),
        band.unwrap_or_default(),
        drawn.unwrap_or_default(),
    ];
    let words: Vec<String> = words.into_iter().filter(|one| !one.is_empty()).collect();
    words.join(" · ")
}

/// Whether a row opens a band after another row. Bands of several panels stand among
/// each other, so that none opens there.
fn opens_band(places: &Places, before: &Entry, entry: &Entry) -> bool {
    let band = |entry: &Entry| places.of.get(&entry.application.id).map(|place| place.band);
    places.panels.is_empty() && band(entry).is_some() && band(before) != band(entry)
}

/// The funding line stands above the first application that it leaves out.
fn line(sources: &Sources, before: Option<&Entry>, entry: &Entry) -> String {
    let t = sources.visit.t;
    let board = &sources.seen.board;
    let within = |entry: &Entry| {
        entry
            .ranked
            .rank
            .is_some_and(|rank| rank <= board.line.within)
    };
    let was_within = before.is_none_or(within);
    if within(entry) || !was_within || (before.is_none() && entry.ranked.rank.is_none()) {
        return String::new();
    }
    let spent = t.money(Money::new(
        board.line.spent_minor,
        board.ranking.round.currency,
    ));
    match board.line.cut {
        Some(_) => t.with("board-line-cut", "amount", spent),
        None => t.with("board-line", "amount", spent),
    }
}

fn proposal(sources: &Sources, entry: &Entry, written: &Written) -> ProposalFields {
    let currency = sources.seen.board.ranking.round.currency;
    let requested = entry.application.requested_minor;
    let ask = Fields {
        t: sources.visit.t,
        problems: written.problems,
    };
    let asked = Asked {
        currency,
        requested: requested.map(|minor| Money::new(minor, currency)),
        least: sources.seen.least,
        left_minor: left_for(&sources.seen.board.ranking, entry),
        terms: &sources.seen.terms,
        legal_verified: sources.seen.marks.verified.contains(&entry.application.id),
        quotes: &[],
        panel: &sources.seen.panel,
        quorum: sources.seen.quorum,
        side: sources.order.side(entry.application.id),
    };
    fields(&ask, &asked, written.form)
}

fn marks(sources: &Sources, entry: &Entry) -> Vec<(Badge, String)> {
    let (t, marks, id) = (sources.visit.t, &sources.seen.marks, entry.application.id);
    let mut all = Vec::new();
    let mut add = |text: String, tone: Tone, place: String| all.push((Badge { text, tone }, place));
    if !marks.verified.contains(&id) {
        add(t.say("board-mark-gate"), Tone::Warn, String::new());
    }
    let tally = marks
        .hits
        .get(&entry.organisation.id)
        .copied()
        .unwrap_or_default();
    let hits = tally.unanswered() + tally.confirmed;
    if hits > 0 {
        add(t.count("board-mark-hits", hits), Tone::Bad, String::new());
    }
    if marks.stopped.contains(&id) {
        add(t.say("board-mark-hold"), Tone::Bad, String::new());
    }
    let conflicts = marks.conflicts.get(&id).copied().unwrap_or(0);
    if let Some(n) = usize::try_from(conflicts).ok().filter(|n| *n > 0) {
        add(
            t.count("board-mark-conflicts", n),
            Tone::Neutral,
            String::new(),
        );
    }
    if sources.flags.contains_key(&id) {
        let place = discussion::place::of_staff(id);
        add(t.say("flag-title"), Tone::Warn, place);
    }
    if let Some(due) = sources.seen.deadlines.passed(entry) {
        let text = t.with("board-mark-late", "day", t.day(due));
        add(text, Tone::Warn, String::new());
    }
    all
}

fn bar(sources: &Sources, share: Fraction, tone: Tone) -> Bar {
    let tenths = percent_tenths(share);
    Bar {
        label: String::new(),
        value: sources.visit.t.tenths(tenths),
        percent: (tenths + 5) / 10,
        tone,
    }
}
