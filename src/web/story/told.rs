//! Events in words: those that one person repeats are told once.

use std::collections::BTreeMap;

use super::states::Telling;
use super::why::{Why, Whys};
use super::words;
use crate::domain::AccountId;
use crate::store::AuditEvent;
use crate::web::visit::Visit;

/// An event, or several that are told as one.
pub struct Told {
    pub when: String,
    pub machine: String,
    /// Until when it went on; empty where it was done once.
    pub until: String,
    pub who: String,
    pub what: String,
    /// The code of what has no words of its own; empty where there are some.
    pub code: String,
    pub part: String,
    pub before: String,
    pub after: String,
    /// Why, as somebody wrote it.
    pub why: Vec<Why>,
}

/// What an event names: people by id, and what was written beside it.
pub struct Names {
    pub people: BTreeMap<AccountId, String>,
    pub whys: Whys,
}

/// Whoever acted or is named in a state.
pub fn people(events: &[AuditEvent]) -> Vec<AccountId> {
    let named = |event: &AuditEvent| {
        let states = [&event.before_state, &event.after_state];
        let words = states.into_iter().flat_map(|state| state.split(' '));
        let mut found: Vec<AccountId> = words
            .filter_map(|word| AccountId::parse(word).ok())
            .collect();
        found.extend(event.actor_id);
        found
    };
    let mut all: Vec<AccountId> = events.iter().flat_map(named).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The events in their order, those that are repeated as one.
pub fn told(visit: &Visit, events: &[AuditEvent], names: &Names) -> Vec<Told> {
    let same = |one: &AuditEvent, next: &AuditEvent| {
        words::is_repeated(&one.action)
            && (&one.action, one.actor_id, &one.object_id)
                == (&next.action, next.actor_id, &next.object_id)
    };
    let runs = events.chunk_by(same);
    runs.filter_map(|run| one(visit, run, names)).collect()
}

fn one(visit: &Visit, run: &[AuditEvent], names: &Names) -> Option<Told> {
    let (t, zone) = (visit.t, visit.zone());
    let (first, last) = (run.first()?, run.last()?);
    let (key, part) = words::event(&first.action);
    let mut what = key.map(|key| t.say(key)).unwrap_or_default();
    if run.len() > 1 {
        what = format!("{what} ({})", t.count("story-times", run.len()));
    }
    let who = first.actor_id.map(|id| names.people.get(&id).cloned());
    let (when, ended) = (t.when(first.at, zone), t.when(last.at, zone));
    let until = match when == ended {
        true => String::new(),
        false => t.with("story-until", "when", ended),
    };
    let telling = Telling { t, zone, names };
    let (before, after) = telling.states(&first.action, (&first.before_state, &last.after_state));
    Some(Told {
        when,
        machine: first.at.rfc3339(),
        until,
        who: match who {
            Some(name) => name.unwrap_or_default(),
            None => t.say("audit-system"),
        },
        code: match key {
            Some(_) => String::new(),
            None => first.action.clone(),
        },
        what,
        part: t.say(part.key()),
        before,
        after,
        why: names.whys.of(first),
    })
}
