//! Words for standings, states, roles and the parts of a score.

use crate::actions::list_screening::Standing;
use crate::domain::Message;
use crate::domain::list_screening::{Freshness, HitState, Jurisdiction, Purpose, Role, Tally};
use crate::domain::names::Kind;
use crate::i18n::Locale;
use crate::store::list_screening::Evidence;
use crate::web::ui::{Badge, Tone};

/// How an organisation stands, in one badge: what there is to do comes first.
pub fn standing(t: Locale, standing: &Standing) -> Badge {
    let (text, tone) = match standing.freshness {
        _ if standing.kept => (t.say("lists-standing-kept"), Tone::Neutral),
        Freshness::NoLists => (t.say("lists-standing-none"), Tone::Neutral),
        Freshness::Never => (t.say("lists-standing-never"), Tone::Warn),
        Freshness::Stale => (t.say("lists-standing-stale"), Tone::Warn),
        Freshness::Current => tally(t, standing.tally),
    };
    Badge { text, tone }
}

/// How the hits of a run stand.
pub fn tally(t: Locale, tally: Tally) -> (String, Tone) {
    match tally {
        Tally { .. } if tally.unanswered() > 0 => (
            t.count("lists-standing-open", tally.unanswered()),
            Tone::Warn,
        ),
        Tally { confirmed, .. } if confirmed > 0 => {
            (t.count("lists-standing-confirmed", confirmed), Tone::Bad)
        }
        Tally { cleared: 0, .. } => (t.say("lists-standing-no-hits"), Tone::Good),
        Tally { cleared, .. } => (t.count("lists-standing-cleared", cleared), Tone::Good),
    }
}

/// How a hit stands.
pub fn state(t: Locale, state: HitState) -> Badge {
    let (key, tone) = match state {
        HitState::Open => ("hit-open", Tone::Warn),
        HitState::Proposed => ("hit-proposed", Tone::Warn),
        HitState::Cleared => ("hit-cleared", Tone::Good),
        HitState::Confirmed => ("hit-confirmed", Tone::Bad),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// Where money comes from.
pub fn jurisdiction(t: Locale, one: Jurisdiction) -> String {
    t.say(match one {
        Jurisdiction::Un => "jurisdiction-un",
        Jurisdiction::Eu => "jurisdiction-eu",
        Jurisdiction::Us => "jurisdiction-us",
        Jurisdiction::Uk => "jurisdiction-uk",
        Jurisdiction::Ch => "jurisdiction-ch",
        Jurisdiction::Il => "jurisdiction-il",
        Jurisdiction::Ca => "jurisdiction-ca",
        Jurisdiction::No => "jurisdiction-no",
        Jurisdiction::Au => "jurisdiction-au",
    })
}

/// What a run was for.
pub fn purpose(t: Locale, purpose: Purpose) -> String {
    t.say(match purpose {
        Purpose::Screening => "lists-purpose-screening",
        Purpose::SignOff => "lists-purpose-sign-off",
        Purpose::Payment => "lists-purpose-payment",
    })
}

/// What somebody is to the organisation.
pub fn roles(t: Locale, roles: &[Role]) -> String {
    let role = |role: &Role| {
        t.say(match role {
            Role::Organisation => "bearer-organisation",
            Role::FormerName => "bearer-former-name",
            Role::Sponsor => "bearer-sponsor",
            Role::SponsorPeople => "bearer-sponsor-people",
            Role::Board => "bearer-board",
            Role::Signatory => "bearer-signatory",
            Role::Holder => "bearer-holder",
            Role::Bank => "bearer-bank",
        })
    };
    let words: Vec<String> = roles.iter().map(role).collect();
    words.join(" · ")
}

/// What is listed.
pub fn kind(t: Locale, kind: Kind) -> String {
    t.say(match kind {
        Kind::Person => "listed-person",
        Kind::Organisation => "listed-organisation",
        Kind::Other => "listed-other",
    })
}

/// "81 of 100", of ten-thousandths.
pub fn score(t: Locale, score: i32) -> String {
    threshold(t, (score + 50) / 100)
}

/// "60 of 100", of hundredths.
pub fn threshold(t: Locale, hundredths: i32) -> String {
    t.with("lists-score", "score", i64::from(hundredths))
}

/// The parts of a score: which words belong together, and which stand alone.
pub fn parts(t: Locale, evidence: &Evidence) -> Vec<String> {
    let pair = |(ours, listed, likeness): &(String, String, u32)| {
        let key = match likeness {
            1000.. => "lists-part-same",
            900.. => "lists-part-near",
            _ => "lists-part-like",
        };
        let words = Message::new(key)
            .with("ours", ours.as_str())
            .with("listed", listed.as_str());
        t.tell(&words)
    };
    let mut parts: Vec<String> = evidence.alike.iter().map(pair).collect();
    let alone = [
        ("lists-part-only-ours", &evidence.only_ours),
        ("lists-part-only-listed", &evidence.only_theirs),
    ];
    for (key, words) in alone {
        if !words.is_empty() {
            parts.push(t.with(key, "words", words.join(" · ")));
        }
    }
    parts
}
