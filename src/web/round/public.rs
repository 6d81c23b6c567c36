//! Public pages of rounds.

use actix_web::HttpResponse;
use askama::Template;

use crate::i18n::Locale;
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;

#[derive(Template)]
#[template(path = "round/open_rounds.html")]
struct OpenRoundsPage {
    chrome: Chrome,
    t: Locale,
}

/// The front page: what is open now.
pub async fn open_rounds(visit: Anyone) -> Result<HttpResponse, Fault> {
    let t = visit.t;
    let chrome = Chrome::new(&visit, &t.say("open-rounds-title"));
    visit.page(&OpenRoundsPage { chrome, t })
}
