//! Reminding chosen reviewers at once: asked first, on a page that names them.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::actions::{Refusal, reminders};
use crate::domain::round::Round;
use crate::domain::{AccountId, Problems};
use crate::i18n::Locale;
use crate::store::{Tx, assignment};
use crate::web::access::Admin;
use crate::web::assignment::form::{errors, ids};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, sent_with_address};
use crate::web::ui::Link;
use crate::web::visit::Visit;
use crate::web::{round, url};

/// Who is to be reminded; ids as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RemindForm {
    reviewer: Vec<String>,
}

#[derive(Template)]
#[template(path = "reviewing/reminder.html")]
struct RemindPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    /// Id and name.
    reviewers: Vec<(String, String)>,
    errors: Vec<String>,
    cancel: Link,
}

async fn page(
    visit: &Visit,
    round: &Round,
    form: &RemindForm,
    problems: &Problems,
) -> Result<RemindPage, Fault> {
    let t = visit.t;
    let chosen: Vec<AccountId> = ids(&form.reviewer);
    let all = visit.read(assignment::reviewers).await?.into_iter();
    let all = all.filter(|one| chosen.contains(&one.id));
    let list = url::admin_round_part(&round.slug, "reviewing");
    Ok(RemindPage {
        chrome: Chrome::new(visit, &t.say("remind-title"))
            .back(Link::new(list.clone(), t.say("progress-title")))
            .problems(t, problems),
        t,
        over: round.title.get(t.language()).to_owned(),
        action: url::admin_round_part(&round.slug, "reviewing/reminder"),
        reviewers: all.map(|one| (one.id.to_string(), one.name)).collect(),
        errors: errors(t, problems, "reviewer"),
        cancel: Link::new(list, t.say("admin-cancel")),
    })
}

/// Asks.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let chosen: RemindForm = sent_with_address(&visit.here);
    visit.page(&page(&visit, &round, &chosen, &Problems::default()).await?)
}

/// Reminds them.
pub async fn remind(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<RemindForm>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let (actor, name) = (visit.actor().clone(), round.slug.clone());
    let (chosen, site) = (ids(&form.reviewer), visit.site.address.clone());
    let remind = move |tx: &mut Tx| reminders::remind_now(tx, &actor, &name, (&chosen, &site));
    match visit.act(remind).await? {
        Ok(()) => {
            let list = url::admin_round_part(&round.slug, "reviewing");
            Ok(visit.see_with(&list, "notice-reminded"))
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &round, &form, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}
