//! The rules of a review phase in words: the same sentences for those who set
//! them and for those who review under them.

use super::pages::ShownRules;
use crate::domain::phase::{Others, Phase, Scope, Stand};
use crate::domain::{Message, Moment};
use crate::i18n::Locale;
use crate::web::ui::{Badge, Tone};
use crate::web::visit::Visit;

/// The name of a phase; the one that a round begins with has none of its own.
pub fn name(t: Locale, phase: &Phase) -> String {
    match phase.name.get(t.language()) {
        "" => t.say("phase-unnamed"),
        name => name.to_owned(),
    }
}

/// How the present stands to it.
pub fn stand(t: Locale, phase: &Phase, now: Moment) -> Badge {
    let (key, tone) = match phase.stand(now) {
        Stand::NotYet => ("phase-not-yet", Tone::Neutral),
        Stand::Open => ("phase-open", Tone::Good),
        Stand::Over => ("phase-over", Tone::Neutral),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// From when to when, in a zone.
pub fn span(t: Locale, phase: &Phase, zone: &str) -> String {
    let opens = t.when(phase.opens_at, zone);
    match phase.closes_at {
        Some(close) => t.tell(
            &Message::new("phase-span")
                .with("opens", opens)
                .with("closes", t.when(close, zone)),
        ),
        None => t.with("phase-span-endless", "opens", opens),
    }
}

/// Its rules, one sentence each.
pub fn rules(t: Locale, phase: &Phase) -> Vec<String> {
    let scope = match phase.scope {
        Scope::Assigned => "phase-rule-assigned",
        Scope::All => "phase-rule-all",
    };
    let pick = |rule: bool, yes: &'static str, no: &'static str| if rule { yes } else { no };
    let mut said = vec![
        t.say(scope),
        t.count("phase-rule-needed", phase.needed.into()),
    ];
    let others = [
        others(phase.others),
        pick(
            phase.reviewer_names,
            "phase-rule-reviewers-named",
            "phase-rule-reviewers-letters",
        ),
        pick(
            phase.applicant_names,
            "phase-rule-applicants-named",
            "phase-rule-applicants-hidden",
        ),
        pick(
            phase.discussion,
            "phase-rule-discussion",
            "phase-rule-no-discussion",
        ),
        pick(
            phase.revision,
            "phase-rule-revision",
            "phase-rule-no-revision",
        ),
    ];
    said.extend(others.map(|key| t.say(key)));
    said
}

/// The phase in force as reviewers are told of it.
pub fn shown_rules(visit: &Visit, phase: &Phase, zone: &str) -> ShownRules {
    let t = visit.t;
    ShownRules {
        name: name(t, phase),
        span: span(t, phase, zone),
        rules: rules(t, phase),
    }
}

/// When others' reviews are seen.
pub fn others(others: Others) -> &'static str {
    match others {
        Others::Never => "phase-rule-others-never",
        Others::AfterOwn => "phase-rule-others-after",
        Others::Always => "phase-rule-others-always",
    }
}
