//! What staff post about a criterion, as the texts that the domain reads.

use crate::domain::answers::Posted;
use crate::domain::rubric::SCALE_MOST;
use crate::domain::rubric::typed::CriterionText;
use crate::domain::wording::Typed;
use crate::web::forms::Pairs;

/// The codes of the questions that are ticked, section by section; those that were
/// `before` stay in their order, so that nothing seems to change.
pub fn evidence(pairs: &Pairs, before: &[String]) -> Vec<String> {
    let ticked = pairs
        .iter()
        .filter(|(name, _)| name.starts_with("evidence."));
    let ticked: Vec<&String> = ticked.map(|(_, code)| code).collect();
    let kept = before.iter().filter(|code| ticked.contains(code));
    let new = ticked.iter().filter(|code| !before.contains(code));
    kept.chain(new.copied()).cloned().collect()
}

/// The criterion as posted, with its evidence.
pub fn criterion(posted: &Posted, evidence: Vec<String>) -> CriterionText {
    let own = |name: &str| posted.first(name).to_owned();
    let typed = |name: &str| {
        let one = |language: &str| own(&format!("{name}_{language}"));
        Typed {
            en: one("en"),
            ar: one("ar"),
            he: one("he"),
        }
    };
    let ticked = |name: &str| posted.first(name) == "yes";
    CriterionText {
        code: own("code"),
        kind: own("kind"),
        gate: ticked("gate"),
        weight: own("weight"),
        justified: ticked("justified"),
        name: typed("name"),
        guidance: typed("guidance"),
        most: own("most"),
        anchors: (0..=SCALE_MOST)
            .map(|point| typed(&format!("anchor.{point}")))
            .collect(),
        evidence,
    }
}

/// Whether the button was pressed that only changes what the page shows.
pub fn only_shows(posted: &Posted) -> bool {
    posted.is_filled("show")
}
