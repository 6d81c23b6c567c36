//! The page of a plan: every pair with its reasons in words, what is impossible
//! and why, and who gets how much.

use std::collections::BTreeMap;

use askama::Template;

use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{AccountId, ApplicationId, Language, Message, OrganisationId};
use crate::i18n::Locale;
use crate::store::application::ApplicationRow;
use crate::store::assignment::ReviewerRow;
use crate::store::plan::{Lack, Left, Pair, PlanRow, Source};
use crate::store::term::Term;
use crate::web::chrome::Chrome;
use crate::web::ui::{Link, Pager};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// A plan with what its page says of it.
pub struct Looked {
    pub row: PlanRow,
    pub applications: BTreeMap<ApplicationId, ApplicationRow>,
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    pub reviewers: BTreeMap<AccountId, ReviewerRow>,
    pub terms: Vec<Term>,
    pub from: Option<ApplicationId>,
    pub last: Option<ApplicationId>,
}

/// An application with those who would get it.
struct Shown {
    href: String,
    reference: String,
    organisation: String,
    pairs: Vec<ShownPair>,
}

struct ShownPair {
    application: String,
    reviewer: String,
    name: String,
    reasons: String,
}

/// How much somebody would get.
struct ShownLoad {
    name: String,
    more: String,
}

#[derive(Template)]
#[template(path = "assignment/plan.html")]
pub struct PlanPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    /// What the plan comes to, in sentences.
    sums: Vec<String>,
    applied: bool,
    empty: bool,
    lacks: Vec<String>,
    left: Vec<String>,
    applications: Vec<Shown>,
    loads: Vec<ShownLoad>,
    before: String,
    action: String,
    removal: String,
    again: Link,
    pager: Pager,
}

/// The page.
pub fn page(visit: &Visit, round: &Round, looked: &Looked) -> PlanPage {
    let (t, proposal) = (visit.t, &looked.row.proposal);
    let part = |part: &str| url::admin_round_part(&round.slug, part);
    let action = part("assignment/plan");
    let ways = Link::new(part("assignment"), t.say("allocation-title"));
    let again = match proposal.source {
        Source::Proposal => Link::new(part("assignment"), t.say("allocation-again")),
        Source::File => Link::new(part("assignment/file"), t.say("allocation-file-again")),
    };
    let from = looked.from.map_or_else(String::new, |id| id.to_string());
    PlanPage {
        chrome: Chrome::new(visit, &t.say("allocation-plan-title"))
            .wide()
            .back(ways),
        t,
        over: round.title.get(t.language()).to_owned(),
        sums: sums(t, looked),
        applied: looked.row.applied_at.is_some(),
        empty: proposal.pairs.is_empty(),
        lacks: proposal
            .lacks
            .iter()
            .map(|lack| lack_words(t, looked, lack))
            .collect(),
        left: proposal
            .left
            .iter()
            .filter_map(|left| left_words(t, looked, left))
            .collect(),
        applications: applications(t, looked),
        loads: loads(t, looked),
        before: from,
        removal: part("assignment/plan/removal"),
        again,
        pager: Pager {
            earlier: looked.from.map(|_| action.clone()),
            later: looked.last.map(|last| format!("{action}?before={last}")),
        },
        action,
    }
}

fn sums(t: Locale, looked: &Looked) -> Vec<String> {
    let proposal = &looked.row.proposal;
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    if looked.row.applied_at.is_some() {
        return vec![t.count("allocation-assigned", count(proposal.assigned))];
    }
    let mut sums = vec![t.count("allocation-pairs", proposal.pairs.len())];
    if proposal.already > 0 {
        sums.push(t.count("allocation-already", count(proposal.already)));
    }
    if proposal.source == Source::Proposal {
        let proved = if proposal.proved {
            "allocation-proved"
        } else {
            "allocation-unproved"
        };
        sums.push(t.say(proved));
    }
    if proposal.missing > 0 {
        sums.push(t.count("allocation-missing", count(proposal.missing)));
    }
    sums
}

fn name<'a>(looked: &'a Looked, reviewer: &str) -> &'a str {
    let id: Option<AccountId> = reviewer.parse().ok();
    let found = id.and_then(|id| looked.reviewers.get(&id));
    found.map_or("", |one| one.name.as_str())
}

/// Why something is impossible: who lacks, who could, how much they may take.
fn lack_words(t: Locale, looked: &Looked, lack: &Lack) -> String {
    let names: Vec<&str> = lack.reviewers.iter().map(|id| name(looked, id)).collect();
    let key = match (names.is_empty(), lack.elsewhere) {
        (true, _) => "allocation-lack-nobody",
        (false, 0) => "allocation-lack-alone",
        (false, _) => "allocation-lack",
    };
    let words = Message::new(key)
        .with("short", lack.short.join(", "))
        .with("n", i64::from(lack.applications))
        .with("wanted", i64::from(lack.wanted))
        .with("people", names.join(", "))
        .with("room", i64::from(lack.room))
        .with("elsewhere", i64::from(lack.elsewhere));
    t.tell(&words)
}

fn left_words(t: Locale, looked: &Looked, left: &Left) -> Option<String> {
    let id: ApplicationId = left.application.parse().ok()?;
    let row = looked.applications.get(&id)?;
    let why = match left.why.as_str() {
        "member" => "bar-member",
        "conflict" => "bar-conflict",
        "not_reviewer" => "bar-not-reviewer",
        "assigned" => "bar-assigned",
        _ => "allocation-left-status",
    };
    let words = Message::new("allocation-left-pair")
        .with("reference", row.reference.as_str())
        .with("reviewer", name(looked, &left.reviewer))
        .with("why", t.say(why));
    Some(t.tell(&words))
}

fn applications(t: Locale, looked: &Looked) -> Vec<Shown> {
    let mut pairs: BTreeMap<ApplicationId, Vec<&Pair>> = BTreeMap::new();
    for pair in &looked.row.proposal.pairs {
        if let Ok(id) = pair.application.parse() {
            pairs.entry(id).or_default().push(pair);
        }
    }
    let shown = |(id, pairs): (&ApplicationId, &Vec<&Pair>)| {
        let row = looked.applications.get(id)?;
        // What was only mentioned for another reason is not of this page.
        let earlier = looked.from.is_some_and(|from| *id >= from);
        let later = looked.last.is_some_and(|last| *id < last);
        let owner = looked.organisations.get(&row.organisation_id);
        (!earlier && !later).then(|| Shown {
            href: url::dossier(*id),
            reference: row.reference.clone(),
            organisation: owner.map_or("", |one| one.name(t.language())).to_owned(),
            pairs: pairs
                .iter()
                .map(|pair| shown_pair(t, looked, pair))
                .collect(),
        })
    };
    pairs.iter().rev().filter_map(shown).collect()
}

fn shown_pair(t: Locale, looked: &Looked, pair: &Pair) -> ShownPair {
    let reason = |code: &String| {
        let (kind, of) = code.split_once(':').unwrap_or((code, ""));
        let language = || Language::from_code(of).map_or("", Language::own_name);
        match kind {
            "language" => t.with("reason-language", "language", language()),
            "unread" => t.with("reason-unread", "language", language()),
            "place" => t.with(
                "reason-place",
                "place",
                words::term(t, &looked.terms, "base", of),
            ),
            "topic" => {
                let topic = words::term(t, &looked.terms, "funding_type", of);
                t.with("reason-topic", "topic", topic)
            }
            "domain" => t.say("reason-domain"),
            "website" => t.say("reason-website"),
            "namesake" => t.say("reason-namesake"),
            "affiliation" => t.say("reason-affiliation"),
            "room" => t.say("reason-room"),
            _ => t.say("reason-load"),
        }
    };
    let reasons: Vec<String> = pair.reasons.iter().map(reason).collect();
    ShownPair {
        application: pair.application.clone(),
        reviewer: pair.reviewer.clone(),
        name: name(looked, &pair.reviewer).to_owned(),
        reasons: reasons.join(" · "),
    }
}

fn loads(t: Locale, looked: &Looked) -> Vec<ShownLoad> {
    let mut loads: BTreeMap<&str, i64> = BTreeMap::new();
    for pair in &looked.row.proposal.pairs {
        *loads.entry(pair.reviewer.as_str()).or_default() += 1;
    }
    let mut shown: Vec<(String, i64)> = loads
        .into_iter()
        .map(|(id, more)| (name(looked, id).to_owned(), more))
        .collect();
    shown.sort();
    let load = |(name, more): (String, i64)| ShownLoad {
        name,
        more: t.number(more),
    };
    shown.into_iter().map(load).collect()
}
