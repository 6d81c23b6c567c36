//! What list screening leaves open about an award, on the page of its decision.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::place;
use crate::actions::decide::Case;
use crate::actions::list_screening::{Concern, acknowledge_award};
use crate::domain::account::Role;
use crate::domain::{ApplicationId, DecisionId, Message};
use crate::policy::Actor;
use crate::store::list_screening::Acknowledgement;
use crate::web::access::Admin;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// What is open, and the field in which whoever goes on says why.
pub struct ShownConcern {
    pub told: Vec<String>,
    pub link: Link,
    pub reason: Field,
    /// Where the reason is posted when nobody signs off.
    pub action: Option<String>,
    /// That somebody has said why, and what; empty otherwise.
    pub acknowledged: Vec<String>,
}

/// Prepares what is open about the decision of a case.
pub fn concern(
    visit: &Visit,
    actor: &Actor,
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
    let alone = !case.matter.sign_off && actor.is(Role::Admin) && concern.is_some();
    let action = format!("{}/acknowledgement", url::decision(case.application.id));
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
        action: alone.then_some(action),
        acknowledged: known.map_or_else(Vec::new, |known| {
            let words = Message::new("lists-award-acknowledged")
                .with("name", known.by.as_str())
                .with("when", t.when(known.at, visit.zone()));
            vec![t.tell(&words), known.reason.clone()]
        }),
    })
}

/// Why an award goes ahead, where nobody signs off.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ReasonForm {
    decision: String,
    list_reason: String,
}

/// Keeps the reason.
pub async fn acknowledge(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<ReasonForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let read = DecisionId::parse(&form.decision).map_err(|_| Fault::Unreadable)?;
    let (actor, reason) = (visit.actor().clone(), form.list_reason.clone());
    let act = visit.act(move |tx| acknowledge_award(tx, &actor, (id, read), &reason));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&url::decision(id), "notice-list-acknowledged")),
        Err(refusal) => {
            crate::web::decision::reasoned(&visit, id, (&form.list_reason, ""), refusal).await
        }
    }
}
