//! Taking back what people have not begun: a page of its own that says how much.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::form::{ShownCandidate, errors, ids};
use crate::actions::Refusal;
use crate::actions::allocation_end::{take_back, unbegun};
use crate::domain::round::Round;
use crate::domain::{AccountId, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::Tx;
use crate::store::allocation::facts;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ui::Link;
use crate::web::visit::Visit;
use crate::web::{round, url};

/// Whose assignments are taken back.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EndForm {
    reviewer: Vec<String>,
}

#[derive(Template)]
#[template(path = "assignment/ending.html")]
struct EndPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    reviewers: Vec<ShownCandidate>,
    errors: Vec<String>,
}

async fn page(
    visit: &Visit,
    (actor, round): (&Actor, &Round),
    problems: &Problems,
) -> Result<EndPage, Fault> {
    let (t, id, asking) = (visit.t, round.id, actor.clone());
    let facts = visit
        .read(move |reader| facts(reader, Reach::staff(&asking), id))
        .await?;
    let mut counts: BTreeMap<AccountId, i64> = BTreeMap::new();
    for (_, reviewer) in unbegun(&facts, actor) {
        *counts.entry(reviewer).or_default() += 1;
    }
    let shown = |one: &crate::store::assignment::ReviewerRow| {
        Some(ShownCandidate {
            load: t.number(*counts.get(&one.id)?),
            id: one.id.to_string(),
            name: one.name.clone(),
            email: one.email.clone(),
            chosen: false,
            mark: None,
        })
    };
    let ways = url::admin_round_part(&round.slug, "assignment");
    Ok(EndPage {
        chrome: Chrome::new(visit, &t.say("allocation-end-title"))
            .back(Link::new(ways, t.say("allocation-title")))
            .problems(t, problems),
        t,
        over: round.title.get(t.language()).to_owned(),
        action: url::admin_round_part(&round.slug, "assignment/ending"),
        reviewers: facts.reviewers.iter().filter_map(shown).collect(),
        errors: errors(t, problems, "reviewer"),
    })
}

/// Who has not begun how much.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    visit.page(&page(&visit, (visit.actor(), &round), &Problems::default()).await?)
}

/// Takes it back from those who were ticked.
pub async fn end(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<EndForm>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let reviewers: Vec<AccountId> = ids(&form.reviewer);
    let (actor, id) = (visit.actor().clone(), round.id);
    let end = move |tx: &mut Tx| take_back(tx, &actor, id, &reviewers);
    match visit.act(end).await? {
        Ok(()) => {
            let ways = url::admin_round_part(&round.slug, "assignment");
            Ok(visit.see_with(&ways, "notice-unassigned"))
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, (visit.actor(), &round), &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}
