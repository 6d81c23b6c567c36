//! Choosing a file of reviews: checked to the last cell, kept to be looked at.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use crate::actions::Refusal;
use crate::actions::import_reviews::{self, Checked};
use crate::domain::round::Round;
use crate::domain::{Message, Problems};
use crate::exchange::table::Findings;
use crate::i18n::Locale;
use crate::store::{Tx, rubric};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::posted::{FileForm, next_file};
use crate::web::ui::Link;
use crate::web::visit::Visit;
use crate::web::{round, url};

/// Largest file that the pages take; the command line takes any.
const MOST_BYTES: usize = 8 << 20;

/// A problem: row, column, what is wrong.
pub type ShownWrong = (String, String, String);

#[derive(Template)]
#[template(path = "reviewing/file.html")]
struct FilePage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    /// Headers of both layouts with a row each: the same in every language.
    wide: String,
    long: String,
    /// Beside the file.
    error: Option<String>,
    wrong: Vec<ShownWrong>,
    more: usize,
}

/// The problems as they are listed.
pub fn listed(t: Locale, findings: &Findings) -> Vec<ShownWrong> {
    let shown = findings.listed().map(|one| {
        let row = t.number(i64::try_from(one.row).unwrap_or(i64::MAX));
        (row, one.column.to_string(), t.tell(&one.message))
    });
    shown.collect()
}

async fn page(
    visit: &Visit,
    round: &Round,
    refused: Option<&Message>,
    findings: &Findings,
) -> Result<FilePage, Fault> {
    let (t, id) = (visit.t, round.rubric_id);
    let rubric = visit.read(move |reader| rubric::by_id(reader, id)).await?;
    let criteria = rubric.map(|rubric| rubric.criteria).unwrap_or_default();
    let codes: Vec<String> = criteria.into_iter().map(|one| one.code).collect();
    let problems = refused.map(|message| Problems::one("file", message.clone()));
    let back = url::admin_round_part(&round.slug, "reviewing");
    Ok(FilePage {
        chrome: Chrome::new(visit, &t.say("import-title"))
            .back(Link::new(back, t.say("progress-title")))
            .problems(t, &problems.unwrap_or_default()),
        t,
        over: round.title.get(t.language()).to_owned(),
        action: url::admin_round_part(&round.slug, "reviewing/file"),
        wide: wide(&codes),
        long: long(&codes),
        error: refused.map(|message| t.tell(message)),
        wrong: listed(t, findings),
        more: findings.more(),
    })
}

const PAIR: &str = "EH-7K2M-9Q4T,noor@example.org";

fn wide(codes: &[String]) -> String {
    let scores = vec!["4"; codes.len()].join(",");
    let head = codes.join(",");
    format!(
        "application,reviewer,{head},recommendation,confidence,comment\n\
         {PAIR},{scores},fund,high,"
    )
}

fn long(codes: &[String]) -> String {
    let rows = codes.iter().take(2);
    let rows: Vec<String> = rows.map(|code| format!("{PAIR},{code},4,")).collect();
    format!(
        "application,reviewer,criterion,score,justification\n{}",
        rows.join("\n")
    )
}

/// Asks for the file.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    visit.page(&page(&visit, &round, None, &Findings::default()).await?)
}

/// What a text comes to as things stand.
pub async fn checked(
    visit: &Admin,
    slug: &str,
    text: String,
) -> Result<Result<Checked, Refusal>, Fault> {
    let (actor, now, slug) = (visit.actor().clone(), visit.now(), slug.to_owned());
    let check =
        move |reader: &mut _| Ok(import_reviews::check(reader, (&actor, now), &slug, &text));
    visit.read(check).await
}

/// Reads the file: what it comes to, or every cell that is wrong.
pub async fn check(
    visit: Admin,
    slug: Path<String>,
    form: FileForm,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let text = match text(form).await? {
        Ok(text) => text,
        Err(message) => {
            let none = Findings::default();
            return visit.refused(&page(&visit, &round, Some(&message), &none).await?);
        }
    };
    match checked(&visit, &round.slug, text.clone()).await?? {
        Ok(_) => {
            let (actor, slug) = (visit.actor().clone(), round.slug.clone());
            let keep = move |tx: &mut Tx| import_reviews::keep(tx, &actor, &slug, &text);
            visit.act_or_fault(keep).await?;
            Ok(visit.see(&url::admin_round_part(&round.slug, "reviewing/import")))
        }
        Err(findings) => {
            let message = Message::new("error-reviews-cells");
            visit.refused(&page(&visit, &round, Some(&message), &findings).await?)
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
        // No text column of either database holds NUL.
        Some(text) if !text.contains('\0') => Ok(Ok(text)),
        Some(_) | None => wrong("error-file-table"),
    }
}
