//! The data notice: what is kept, who reads it, how to have it erased.

use actix_web::HttpResponse;
use askama::Template;

use crate::i18n::Locale;
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;

#[derive(Template)]
#[template(path = "ops/privacy.html")]
struct PrivacyPage {
    chrome: Chrome,
    t: Locale,
}

/// The data notice.
pub async fn notice(visit: Anyone) -> Result<HttpResponse, Fault> {
    let chrome = Chrome::new(&visit, &visit.t.say("privacy-title"));
    visit.page(&PrivacyPage { chrome, t: visit.t })
}
