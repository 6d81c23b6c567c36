//! The demonstration's inbox: the letters that would have been sent.

use actix_web::HttpResponse;
use askama::Template;

use crate::i18n::Locale;
use crate::store::outbox;
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;

/// Letters shown.
const MOST: i64 = 50;

struct Shown {
    recipient: String,
    subject: String,
    body: String,
    when: String,
    machine: String,
}

#[derive(Template)]
#[template(path = "ops/inbox.html")]
struct InboxPage {
    chrome: Chrome,
    t: Locale,
    letters: Vec<Shown>,
}

/// The latest letters; not found outside the demonstration.
pub async fn inbox(visit: Anyone) -> Result<HttpResponse, Fault> {
    if !visit.site.config.demo() {
        return Err(Fault::NotFound);
    }
    let rows = visit.read(|reader| outbox::latest(reader, MOST)).await?;
    let shown = |row: outbox::OutboxRow| Shown {
        when: visit.t.when(row.created_at, visit.zone()),
        machine: row.created_at.rfc3339(),
        recipient: row.recipient,
        subject: row.subject,
        body: row.body,
    };
    let letters = rows.into_iter().map(shown).collect();
    let chrome = Chrome::new(&visit, &visit.t.say("inbox-title"));
    visit.page(&InboxPage {
        chrome,
        t: visit.t,
        letters,
    })
}
