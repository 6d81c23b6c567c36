//! The data notice: what is kept, who reads it, how to have it erased.

use actix_web::HttpResponse;
use askama::Template;

use crate::domain::retention::Kind;
use crate::i18n::Locale;
use crate::store::retention;
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::retention::words::{kept_for, kind_hint, kind_key};

#[derive(Template)]
#[template(path = "ops/privacy.html")]
struct PrivacyPage {
    chrome: Chrome,
    t: Locale,
    /// Kinds that are not kept for ever: what, how long, and since when that counts.
    periods: Vec<(String, String, String)>,
}

/// The data notice.
pub async fn notice(visit: Anyone) -> Result<HttpResponse, Fault> {
    let t = visit.t;
    let set = visit.read(retention::periods).await?;
    let told = |kind: Kind| {
        let period = set.iter().find(|one| one.kind == kind)?;
        let (label, hint) = (t.say(kind_key(kind)), t.say(kind_hint(kind)));
        Some((label, kept_for(t, period.days), hint))
    };
    visit.page(&PrivacyPage {
        chrome: Chrome::new(&visit, &t.say("privacy-title")),
        t,
        periods: Kind::ALL.into_iter().filter_map(told).collect(),
    })
}
