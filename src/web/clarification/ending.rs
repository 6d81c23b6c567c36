//! Ending a question without an answer, on a page of its own.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::staff::ids;
use crate::actions::clarification as actions;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::clarification::MayRun;
use crate::store::{Reader, clarification};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::dossier::subject;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;

#[derive(Template)]
#[template(path = "clarification/end.html")]
struct EndPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    question: String,
    action: String,
    back: String,
}

/// Asks whether to end it.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let (id, wanted) = ids(&path)?;
    let reach = Reach::staff(visit.actor());
    let find = move |reader: &mut Reader| {
        let all = clarification::of_application(reader, reach, id)?;
        let one = all.into_iter().find(|one| one.row.id == wanted);
        Ok(subject(reader, reach, id)?.zip(one))
    };
    let (subject, one) = visit.read(find).await?.ok_or(Fault::NotFound)?;
    MayRun::on(visit.actor(), &one.asked(visit.now())).map_err(Fault::Stale)?;
    let t = visit.t;
    let back = url::dossier_part(id, "clarifications");
    visit.page(&EndPage {
        chrome: Chrome::new(&visit, &t.say("clarification-end"))
            .back(Link::new(back.clone(), t.say("clarifications-title"))),
        t,
        organisation: subject.organisation.name(t.language()).to_owned(),
        question: one.row.question,
        action: url::dossier_part(id, &format!("clarifications/{wanted}/end")),
        back,
    })
}

/// Ends it.
pub async fn end(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let ids = ids(&path)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    visit
        .act_or_fault(move |tx| actions::close(tx, &actor, ids, &site))
        .await?;
    let place = url::dossier_part(ids.0, "clarifications");
    Ok(visit.see_with(&place, "notice-clarification-ended"))
}
