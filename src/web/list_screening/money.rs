//! Where a programme's money comes from: a part of the setting.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::{place, words};
use crate::actions::list_screening as actions;
use crate::domain::list_screening::Jurisdiction;
use crate::web::access::Admin;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ui::{Choice, Control, Field};

/// The field under which the codes are posted.
const MONEY: &str = "money";

/// What can be ticked.
pub fn field(ask: &Fields, sources: &BTreeSet<Jurisdiction>) -> Field {
    let choices = Jurisdiction::ALL.map(|one| Choice {
        value: one.code().to_owned(),
        label: words::jurisdiction(ask.t, one),
        hint: None,
        chosen: sources.contains(&one),
    });
    let control = Control::Checkboxes(choices.into());
    ask.hinted(MONEY, "setting-money", "setting-money-hint", "", control)
}

/// Says where it comes from.
pub async fn set(
    visit: Admin,
    slug: Path<String>,
    Form(posted): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let codes = posted.into_iter().filter(|(name, _)| name == MONEY);
    let codes: Vec<String> = codes.map(|(_, code)| code).collect();
    let (actor, name) = (visit.actor().clone(), slug.clone());
    visit
        .act_or_fault(move |tx| actions::set_sources(tx, &actor, &name, &codes))
        .await?;
    Ok(visit.see_with(&place::of_programme(&slug), "notice-list-money-set"))
}
