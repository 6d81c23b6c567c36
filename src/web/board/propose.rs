//! Proposing from the board.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::{BOARD, Shown, Written, note, page, see};
use crate::actions::{Refusal, decide};
use crate::domain::{ApplicationId, DecisionId, Problems};
use crate::web::access::Admin;
use crate::web::decision::ProposalForm;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::url;

/// Proposes a decision by the rules of its own page, and leads back to its row.
pub async fn propose(
    visit: Admin,
    slug: Path<String>,
    shown: Query<Shown>,
    Form(posted): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let named = posted.iter().find(|(name, _)| name == "application");
    let id = named.and_then(|(_, id)| ApplicationId::parse(id).ok());
    let id = id.ok_or(Fault::NotFound)?;
    let form = ProposalForm::read(posted);
    let (actor, draft) = (visit.actor().clone(), form.draft.clone());
    let deviation = form.deviation.clone();
    let over = DecisionId::parse(&form.over).ok();
    let act = visit.act(move |tx| decide::propose(tx, &actor, id, (&draft, &deviation), over));
    let (status, problems) = match act.await? {
        Ok(()) => {
            let board = url::admin_round_part(&slug, BOARD);
            let place = format!("{board}?after={}", shown.after);
            return Ok(visit.see_with(&place, "notice-proposed"));
        }
        Err(Refusal::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, problems),
        Err(Refusal::Stale(message)) => (StatusCode::CONFLICT, Problems::one("", message)),
        Err(other) => return Err(other.into()),
    };
    let seen = see(&visit, visit.actor(), (&slug, shown.after), Some(id)).await?;
    let written = Written {
        application: id,
        form: &form,
        problems: &problems,
    };
    let page = page::page(&visit, visit.actor(), &seen, &shown, Some(&written));
    note(&visit, visit.actor(), (&seen, &page)).await?;
    visit.answer(status, &page)
}

/// The decision that is taken back, as it was read.
#[derive(Deserialize)]
pub struct TakenBack {
    application: String,
    decision: String,
}

/// Takes a decision back that the applicant has not seen, and leads back to the board.
pub async fn take_back(
    visit: Admin,
    slug: Path<String>,
    shown: Query<Shown>,
    Form(form): Form<TakenBack>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&form.application).map_err(|_| Fault::NotFound)?;
    let read = DecisionId::parse(&form.decision).map_err(|_| Fault::Unreadable)?;
    let actor = visit.actor().clone();
    let act = visit.act_or_fault(move |tx| decide::drop(tx, &actor, id, read));
    act.await?;
    let board = url::admin_round_part(&slug, BOARD);
    Ok(visit.see_with(&format!("{board}?after={}", shown.after), "notice-dropped"))
}
