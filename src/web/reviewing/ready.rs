//! A file of reviews before it is carried out: what it comes to as things stand now.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::file::{ShownWrong, checked, listed};
use crate::actions::import_reviews::{self, Checked, Tally};
use crate::domain::round::Round;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::store::{Tx, imported};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::visit::Visit;
use crate::web::{round, url};

#[derive(Template)]
#[template(path = "reviewing/ready.html")]
struct ReadyPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    /// What it comes to, one line each.
    sums: Vec<String>,
    /// Whether anything would change.
    ready: bool,
    again: Link,
    wrong: Vec<ShownWrong>,
    more: usize,
}

fn page(visit: &Visit, round: &Round, checked: &Checked) -> ReadyPage {
    let t = visit.t;
    let wrong = checked.as_ref().err();
    let problems = wrong.map(|_| Problems::one("", Message::new("error-reviews-cells")));
    let back = url::admin_round_part(&round.slug, "reviewing");
    let file = url::admin_round_part(&round.slug, "reviewing/file");
    ReadyPage {
        chrome: Chrome::new(visit, &t.say("import-ready-title"))
            .back(Link::new(back, t.say("progress-title")))
            .problems(t, &problems.unwrap_or_default()),
        t,
        over: round.title.get(t.language()).to_owned(),
        action: url::admin_round_part(&round.slug, "reviewing/import"),
        sums: checked
            .as_ref()
            .map(|tally| sums(t, tally))
            .unwrap_or_default(),
        ready: checked.as_ref().is_ok_and(|tally| tally.new > 0),
        again: Link::new(file, t.say("allocation-file-again")),
        wrong: wrong
            .map(|findings| listed(t, findings))
            .unwrap_or_default(),
        more: wrong.map_or(0, |findings| findings.more()),
    }
}

fn sums(t: Locale, tally: &Tally) -> Vec<String> {
    let mut sums = vec![t.count("import-new", tally.new)];
    if tally.new > 0 {
        sums.push(t.count("import-people", tally.reviewers.len()));
        sums.push(t.count("import-applications", tally.applications.len()));
    }
    if tally.assigned > 0 {
        sums.push(t.count("import-assigned", tally.assigned));
    }
    if tally.same > 0 {
        sums.push(t.count("import-same", tally.same));
    }
    if !tally.passed_over.is_empty() {
        let columns = tally.passed_over.join(", ");
        sums.push(t.with("import-passed-over", "columns", columns));
    }
    sums
}

/// The file that was checked last.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let (id, me) = (round.id, visit.actor().id);
    let kept = visit.read(move |reader| imported::file(reader, id, me));
    let (_, body) = kept.await?.ok_or(Fault::NotFound)?;
    let checked = checked(&visit, &round.slug, body).await??;
    visit.page(&page(&visit, &round, &checked))
}

/// Keeps its reviews.
pub async fn import(
    visit: Admin,
    slug: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let (actor, name) = (visit.actor().clone(), round.slug.clone());
    let site = visit.site.address.clone();
    let import = move |tx: &mut Tx| import_reviews::import_kept(tx, &actor, &name, &site);
    match visit.act_or_fault(import).await? {
        Ok(_) => {
            let place = url::admin_round_part(&round.slug, "reviewing");
            Ok(visit.see_with(&place, "notice-imported"))
        }
        Err(findings) => visit.refused(&page(&visit, &round, &Err(findings))),
    }
}
