//! The decision page of an application, and the form of a proposal on it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::form::ProposalForm;
use super::page::{DecisionPage, Written};
use super::seen::see;
use crate::actions::{Refusal, decide};
use crate::domain::engagement::Audience;
use crate::domain::{ApplicationId, DecisionId, Problems};
use crate::policy::decision::MayPropose;
use crate::store::{Reader, engagement};
use crate::web::access::{Admin, Staff};
use crate::web::engagement::words::in_text;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::url;

/// Whether to open one's own proposal for changes.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Revise {
    revise: String,
}

/// The facts, and what there is to do.
pub async fn show(
    visit: Staff,
    id: Path<String>,
    query: Query<Revise>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let seen = see(&visit, visit.actor(), id).await?;
    let may = MayPropose::on(visit.actor(), &seen.case.matter).is_ok();
    let form = match seen.case.matter.open() {
        _ if !may => None,
        None => Some(ProposalForm::blank()),
        Some(own) if query.revise == "yes" => Some(ProposalForm::of(own)),
        Some(_) => None,
    };
    let problems = Problems::default();
    let form = form.as_ref();
    let written = form.map(|form| Written {
        form,
        problems: &problems,
    });
    visit.page(&DecisionPage::new(&visit, visit.actor(), &seen, written))
}

/// Proposes a decision.
pub async fn propose(
    visit: Admin,
    id: Path<String>,
    Form(posted): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let mut form = ProposalForm::read(posted);
    if !form.quote.is_empty() {
        return quoting(&visit, id, &mut form).await;
    }
    if form.more {
        return again(&visit, id, &form, (StatusCode::OK, Problems::default())).await;
    }
    let (actor, draft) = (visit.actor().clone(), form.draft.clone());
    let deviation = form.deviation.clone();
    let over = DecisionId::parse(&form.over).ok();
    let act = visit.act(move |tx| decide::propose(tx, &actor, id, (&draft, &deviation), over));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&url::decision(id), "notice-proposed")),
        Err(Refusal::Invalid(problems)) => {
            let answer = (StatusCode::UNPROCESSABLE_ENTITY, problems);
            again(&visit, id, &form, answer).await
        }
        Err(Refusal::Stale(message)) => {
            let answer = (StatusCode::CONFLICT, Problems::one("", message));
            again(&visit, id, &form, answer).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The page with a quotation put into the rationale.
async fn quoting(
    visit: &Admin,
    id: ApplicationId,
    form: &mut ProposalForm,
) -> Result<HttpResponse, Fault> {
    let read = move |reader: &mut Reader| engagement::quoted(reader, id, Audience::Staff);
    let quotes = visit.read(read).await?;
    let quote = quotes.iter().find(|row| row.id.as_str() == form.quote);
    if let Some(quote) = quote {
        form.take_quote(&in_text(visit.t, quote));
    }
    again(visit, id, form, (StatusCode::OK, Problems::default())).await
}

/// The page with everything typed still there.
async fn again(
    visit: &Admin,
    id: ApplicationId,
    form: &ProposalForm,
    (status, problems): (StatusCode, Problems),
) -> Result<HttpResponse, Fault> {
    let seen = see(visit, visit.actor(), id).await?;
    let written = Written {
        form,
        problems: &problems,
    };
    let page = DecisionPage::new(visit, visit.actor(), &seen, Some(written));
    visit.answer(status, &page)
}
