//! Describing an organisation that wrote or called and isn't known yet.

use actix_web::HttpResponse;
use actix_web::web::Path;

use crate::actions::{Refusal, organisation};
use crate::domain::Problems;
use crate::domain::answers::Posted;
use crate::domain::organisation::Profile;
use crate::domain::round::Round;
use crate::policy::filing::may_file;
use crate::store::{Tx, term};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs, named_summary};
use crate::web::organisation::EditPage;
use crate::web::organisation::form;
use crate::web::round::load;
use crate::web::ui::Link;
use crate::web::url;

async fn page(
    visit: &Admin,
    round: &Round,
    profile: &Profile,
    problems: &Problems,
) -> Result<EditPage, Fault> {
    let terms = visit.read(term::all).await?;
    let (t, heading) = (visit.t, visit.t.say("filing-describe"));
    let back = url::admin_round_part(&round.slug, "filing");
    let fields = form::fields(&Fields { t, problems }, &terms, profile);
    let mut chrome = Chrome::new(visit, &heading)
        .back(Link::new(back, t.say("filing-title")))
        .problems(t, problems);
    chrome.problems = named_summary(t, problems, fields.each());
    Ok(EditPage {
        chrome,
        t,
        heading,
        lead: t.say("filing-describe-lead"),
        action: url::admin_round_part(&round.slug, "filing/organisation"),
        return_to: String::new(),
        fields,
    })
}

/// The page to describe it.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = load(&visit, &slug).await?;
    may_file(visit.actor(), round.window(visit.now()))?;
    visit.page(&page(&visit, &round, &Profile::default(), &Problems::default()).await?)
}

/// Keeps it and leads back to filing.
pub async fn describe(
    visit: Admin,
    slug: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let round = load(&visit, &slug).await?;
    let posted: Posted = pairs.into_iter().collect();
    let typed = form::profile(&posted);
    if form::asks_for_row(&posted) {
        let longer = form::with_row(typed);
        return visit.page(&page(&visit, &round, &longer, &Problems::default()).await?);
    }
    let (actor, profile) = (visit.actor().clone(), typed.clone());
    let make = move |tx: &mut Tx| organisation::describe_organisation(tx, &actor, &profile);
    match visit.act(make).await? {
        Ok(id) => {
            let place = url::admin_round_part(&round.slug, "filing");
            let place = format!("{place}?organisation={id}");
            Ok(visit.see_with(&place, "notice-organisation-described"))
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &round, &typed, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}
