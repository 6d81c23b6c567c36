//! Reading a funder's file into the ledger. With findings nothing is loaded until the
//! admin says that the rest may be.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::import_ledger::{self, Failed};
use crate::domain::{Message, Problems};
use crate::exchange::table::Findings;
use crate::files::Incoming;
use crate::i18n::Locale;
use crate::policy::ledger::MayKeepLedger;
use crate::store::Database;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::posted::{FileForm, next_file};
use crate::web::reviewing::{ShownWrong, listed};
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// Largest file that the page takes; the command line takes any.
const MOST_BYTES: u64 = 8 << 20;
/// Longest name of a file that is kept, in characters.
const MOST_NAME: usize = 200;

/// Whether the rest of a file with findings may be loaded.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Accepted {
    accept: String,
}

#[derive(Template)]
#[template(path = "ledger/file.html")]
struct FilePage {
    chrome: Chrome,
    t: Locale,
    /// For larger files.
    command: &'static str,
    error: Option<String>,
    wrong: Vec<ShownWrong>,
    more: usize,
    /// Of a file with findings: what could be loaded.
    rest: Option<String>,
}

fn page(visit: &Visit, refused: Option<&Message>, findings: &Findings, grants: u64) -> FilePage {
    let t = visit.t;
    let problems = refused.map(|message| Problems::one("file", message.clone()));
    let usable = usize::try_from(grants).unwrap_or(usize::MAX);
    FilePage {
        chrome: Chrome::new(visit, &t.say("ledger-load"))
            .back(Link::new(url::LEDGER, t.say("ledger-title")))
            .problems(t, &problems.unwrap_or_default()),
        t,
        command: "evenhand import 360giving",
        error: refused.map(|message| t.tell(message)),
        wrong: listed(t, findings),
        more: findings.more(),
        rest: (usable > 0).then(|| t.count("ledger-rest", usable)),
    }
}

/// Asks for the file.
pub async fn show(visit: Admin) -> Result<HttpResponse, Fault> {
    visit.page(&page(&visit, None, &Findings::default(), 0))
}

/// Loads the file, or says what is wrong with it.
pub async fn load(
    visit: Admin,
    accepted: Query<Accepted>,
    form: FileForm,
) -> Result<HttpResponse, Fault> {
    let may = MayKeepLedger::admin(visit.actor())?;
    let refused = |message: Message| {
        let page = page(&visit, Some(&message), &Findings::default(), 0);
        visit.refused(&page)
    };
    let (incoming, name) = match received(&visit, form).await? {
        Ok(file) => file,
        Err(message) => return refused(message),
    };
    let (stamp, accept) = (visit.stamp(), accepted.accept == "yes");
    let work = move |database: &Database| -> Result<_, Failed> {
        let read = import_ledger::check(incoming.path(), |_| {}, |_| {})?;
        if !read.findings.is_empty() && !accept {
            return Ok(Some(read));
        }
        let file = (incoming.path(), name.as_str());
        import_ledger::load(database, (&stamp, &may), file, |_| {})?;
        Ok(None)
    };
    match visit.run_long(work).await? {
        Ok(None) => Ok(visit.see_with(url::LEDGER, "notice-ledger-loaded")),
        Ok(Some(read)) => {
            let message = Message::new("error-ledger-findings");
            let page = page(&visit, Some(&message), &read.findings, read.grants);
            visit.refused(&page)
        }
        Err(Failed::Refused(wrong)) => {
            let message = Message::new("error-ledger-refused");
            visit.refused(&page(&visit, Some(&message), &wrong.into(), 0))
        }
        Err(Failed::Store(error)) => Err(error.into()),
    }
}

/// The posted file on the disk, and its name.
async fn received(
    visit: &Visit,
    form: FileForm,
) -> Result<Result<(Incoming, String), Message>, Fault> {
    let FileForm::Files(mut form) = form else {
        return Ok(Err(Message::new("error-ledger-large")));
    };
    let none = || Ok(Err(Message::new("error-file-none")));
    let Some(mut file) = next_file(&mut form).await? else {
        return none();
    };
    let name: String = file.name.chars().take(MOST_NAME).collect();
    if name.is_empty() {
        file.skip().await?;
        return none();
    }
    let incoming = file.receive_in_clear(&visit.site.storage, MOST_BYTES);
    let incoming = incoming.await?;
    let large = || Message::new("error-ledger-large");
    Ok(incoming.map(|incoming| (incoming, name)).ok_or_else(large))
}
