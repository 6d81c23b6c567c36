//! What is said of a version beside its answers: whose, which, when, by whom.

use super::Record;
use crate::domain::Message;
use crate::domain::form::AMOUNT;
use crate::web::application::{certify, title as title_of};
use crate::web::round::Fact;
use crate::web::round::deadline::Instant;
use crate::web::visit::Visit;
use crate::web::words;

/// When it was sent, in the reader's zone and, where that reads otherwise, in the
/// round's.
pub fn sent_at(visit: &Visit, record: &Record) -> String {
    let at = Instant::of(visit, &record.subject.round, record.sent.submitted_at);
    match at.there {
        None => at.when,
        Some(there) => {
            let both = Message::new("record-when")
                .with("here", &*at.when)
                .with("there", &*there);
            visit.t.tell(&both)
        }
    }
}

/// Everything about a version but its answers.
pub fn facts(visit: &Visit, record: &Record) -> Vec<Fact> {
    let (t, subject, sent) = (visit.t, &record.subject, &record.sent);
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String| {
        facts.push(Fact {
            label: t.say(key),
            value,
        });
    };
    let organisation = subject.organisation.name(t.language());
    let title = title_of(t, &subject.row.title);
    add("application-reference", subject.row.reference.clone());
    add("application-named", title);
    add("application-organisation", organisation.to_owned());
    add(
        "application-round",
        subject.round.title.get(t.language()).to_owned(),
    );
    add("record-version", t.number(sent.version.into()));
    add("receipt-sent", sent_at(visit, record));
    if sent.late {
        add("record-late", t.say("receipt-late"));
    }
    add("record-officer", record.officer.clone());
    if let Some(row) = &record.certified {
        add("certified-label", certify::words(visit, row));
    }
    if let Some(row) = &record.filed {
        add("filed-label", crate::web::filing::told(t, row));
    }
    add("record-digest", sent.digest.clone());
    let row = &subject.row;
    let made = row.conversion();
    // The conversion of a later version says nothing of an earlier one.
    let asked = made.as_ref().map(|made| made.asked);
    if asked.is_none() || asked == sent.answers.money(AMOUNT) {
        let requested = words::requested(t, row, subject.round.currency);
        add("receipt-requested", requested.unwrap_or_default());
        add(
            "rate-source",
            made.map_or_else(String::new, |made| made.source),
        );
        facts.retain(|fact| !fact.value.is_empty());
    }
    facts
}
