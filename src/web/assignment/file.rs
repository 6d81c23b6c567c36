//! Assigning by a file: checked to the last cell, then shown as a plan.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use crate::actions::{allocate, allocation_file};
use crate::domain::round::Round;
use crate::domain::{Message, Problems};
use crate::exchange::table::Wrong;
use crate::i18n::Locale;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::posted::{FileForm, next_file};
use crate::web::ui::Link;
use crate::web::visit::Visit;
use crate::web::{round, url};

/// Largest table; a hundred thousand rows fit.
const MOST_BYTES: usize = 8 << 20;
/// Problems that are listed; who has more has another kind of problem.
const LISTED: usize = 100;

/// The format, which is the same in every language.
const EXAMPLE: &str = "application,reviewer\nEH-7K2M-9Q4T,noor@example.org";

#[derive(Template)]
#[template(path = "assignment/file.html")]
struct FilePage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    example: &'static str,
    /// Beside the file.
    error: Option<String>,
    /// Row, column, what is wrong.
    wrong: Vec<(String, String, String)>,
    more: usize,
}

fn page(visit: &Visit, round: &Round, refused: Option<&Message>, wrong: &[Wrong]) -> FilePage {
    let t = visit.t;
    let problems = refused.map(|message| Problems::one("file", message.clone()));
    let cell = |one: &Wrong| {
        let row = t.number(i64::try_from(one.row).unwrap_or(i64::MAX));
        (row, one.column.to_string(), t.tell(&one.message))
    };
    let ways = url::admin_round_part(&round.slug, "assignment");
    FilePage {
        chrome: Chrome::new(visit, &t.say("allocation-file-title"))
            .back(Link::new(ways, t.say("allocation-title")))
            .problems(t, &problems.unwrap_or_default()),
        t,
        over: round.title.get(t.language()).to_owned(),
        action: url::admin_round_part(&round.slug, "assignment/file"),
        example: EXAMPLE,
        error: refused.map(|message| t.tell(message)),
        wrong: wrong.iter().take(LISTED).map(cell).collect(),
        more: wrong.len().saturating_sub(LISTED),
    }
}

/// Asks for the file.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    visit.page(&page(&visit, &round, None, &[]))
}

/// Reads the file: a plan to look at, or every cell that is wrong.
pub async fn read(visit: Admin, slug: Path<String>, form: FileForm) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let text = match text(form).await? {
        Ok(text) => text,
        Err(message) => return visit.refused(&page(&visit, &round, Some(&message), &[])),
    };
    let (actor, id) = (visit.actor().clone(), round.id);
    let read = move |reader: &mut _| allocation_file::read(reader, &actor, id, &text);
    match visit.read(read).await? {
        Ok(proposal) => {
            let actor = visit.actor().clone();
            let keep = move |tx: &mut Tx| allocate::keep(tx, &actor, id, &proposal);
            visit.act_or_fault(keep).await?;
            Ok(visit.see(&url::admin_round_part(&round.slug, "assignment/plan")))
        }
        Err(wrong) => {
            let message = Message::new("error-file-cells");
            visit.refused(&page(&visit, &round, Some(&message), &wrong))
        }
    }
}

async fn text(form: FileForm) -> Result<Result<String, Message>, Fault> {
    let wrong = |key| Ok(Err(Message::new(key)));
    let FileForm::Files(mut form) = form else {
        return wrong("error-file-table");
    };
    let Some(mut file) = next_file(&mut form).await? else {
        return wrong("error-file-none");
    };
    match file.text(MOST_BYTES).await? {
        Some(text) if text.is_empty() => wrong("error-file-none"),
        Some(text) => Ok(Ok(text)),
        None => wrong("error-file-table"),
    }
}
