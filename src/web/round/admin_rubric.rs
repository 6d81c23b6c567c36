//! The criteria of a round as staff read them.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::admin::load;
use super::admin_pages::{RubricPage, ShownCriterion};
use crate::domain::rubric::{Criterion, CriterionKind};
use crate::i18n::Locale;
use crate::store::rubric;
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Tone};
use crate::web::url;

/// The criteria of a round with their weights and all their anchors.
pub async fn rubric(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (t, round) = (visit.t, load(&visit, &slug).await?);
    let id = round.rubric_id;
    let found = visit.read(move |reader| rubric::by_id(reader, id)).await?;
    let rubric = found.ok_or(Fault::NotFound)?;
    let over = round.title.get(t.language()).to_owned();
    let back = Link::new(url::admin_round(&round.slug), over.clone());
    let lead = t.with("round-admin-rubric-lead", "version", rubric.version);
    visit.page(&RubricPage {
        chrome: Chrome::new(&visit, &t.say("round-admin-rubric"))
            .wide()
            .back(back),
        t,
        over,
        lead,
        criteria: rubric.criteria.iter().map(|c| criterion(t, c)).collect(),
    })
}

fn criterion(t: Locale, criterion: &Criterion) -> ShownCriterion {
    let badge = |key: &str, tone: Tone| Badge {
        text: t.say(key),
        tone,
    };
    let kind = match criterion.kind {
        CriterionKind::Merit => badge("round-admin-merit", Tone::Info),
        CriterionKind::Priority => badge("round-admin-priority", Tone::Warn),
    };
    let gate = criterion.gate.then(|| badge("round-admin-gate", Tone::Bad));
    let text = |text: &crate::domain::Translated| text.get(t.language()).to_owned();
    ShownCriterion {
        name: text(&criterion.name),
        guidance: text(&criterion.guidance),
        weight: t.with("round-admin-weight", "percent", criterion.weight),
        badges: [kind].into_iter().chain(gate).collect(),
        anchors: criterion.anchors.iter().map(text).collect(),
    }
}
