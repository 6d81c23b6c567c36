//! What list screening leaves open about an award, on the page of its decision.

use super::place;
use crate::actions::decide::Case;
use crate::actions::list_screening::Concern;
use crate::domain::Message;
use crate::store::list_screening::Acknowledgement;
use crate::web::forms::Fields;
use crate::web::ui::{Control, Field, Link};
use crate::web::visit::Visit;

/// What is open, and the field in which whoever goes on says why.
pub struct ShownConcern {
    pub told: Vec<String>,
    pub link: Link,
    pub reason: Field,
    /// That somebody has said why, and what; empty otherwise.
    pub acknowledged: Vec<String>,
}

/// Prepares what is open about the decision of a case.
pub fn concern(
    visit: &Visit,
    (case, concern, known): (&Case, Option<Concern>, Option<&Acknowledgement>),
    (ask, typed): (&Fields, &str),
) -> Option<ShownConcern> {
    let t = visit.t;
    if concern.is_none() && known.is_none() {
        return None;
    }
    let mut told = Vec::new();
    if let Some(concern) = concern {
        if concern.due {
            told.push(t.say("lists-award-due"));
        }
        if concern.unsettled > 0 {
            let count = usize::try_from(concern.unsettled).unwrap_or(0);
            told.push(t.count("lists-award-unsettled", count));
        }
    }
    Some(ShownConcern {
        told,
        link: Link::new(
            place::of_organisation(case.application.organisation_id),
            t.say("lists-award-link"),
        ),
        reason: ask.hinted(
            "list_reason",
            "lists-award-reason",
            "lists-award-reason-hint",
            typed,
            Control::Area(3),
        ),
        acknowledged: known.map_or_else(Vec::new, |known| {
            let words = Message::new("lists-award-acknowledged")
                .with("name", known.by.as_str())
                .with("when", t.when(known.at, visit.zone()));
            vec![t.tell(&words), known.reason.clone()]
        }),
    })
}
