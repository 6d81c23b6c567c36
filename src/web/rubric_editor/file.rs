//! A rubric as a file: downloaded, and read into the draft after a look at what
//! would change.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::load::{Asked, back, chosen, desk, programme};
use super::place;
use super::text::{ShownDifference, shown};
use crate::actions::Refusal;
use crate::actions::rubric_draft::{Desk, import_rubric};
use crate::domain::rubric::differences;
use crate::domain::{Message, Problems};
use crate::exchange::rubric_toml;
use crate::i18n::Locale;
use crate::policy::rubric::MayEditRubrics;
use crate::store::Tx;
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::draft_file::{Seen, posted_text, told, unix};
use crate::web::errors::Fault;
use crate::web::files::posted::FileForm;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Control, Field, Link};

/// A version, or the draft, as `rubric-SLUG-vN.toml`.
pub async fn download(
    visit: Staff,
    slug: Path<String>,
    wanted: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let (t, chosen) = (visit.t, chosen(&visit, &slug, &wanted).await?);
    let end = chosen
        .version
        .map_or("draft".to_owned(), |version| format!("v{version}"));
    let remarks = [
        format!("{}: {}", programme(t, &chosen.desk), chosen.name(t)),
        t.say("rubric-file-remark"),
    ];
    let name = format!(
        "attachment; filename=\"rubric-{}-{end}.toml\"",
        slug.as_str()
    );
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/toml; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(rubric_toml::write(&chosen.rubric, &remarks)))
}

/// A file, and whether its differences were seen and are wanted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ImportForm {
    text: String,
    base: i32,
    over: i32,
    r#use: String,
}

#[derive(Template)]
#[template(path = "rubric_editor/import.html")]
struct ImportPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    seen: Seen,
    text: Field,
    /// Where a chosen file is sent, and what was wrong with it.
    upload: String,
    error: Option<String>,
    /// What the file would change in the draft; none before one was read.
    found: Option<Vec<ShownDifference>>,
    cancel: Link,
}

fn page(visit: &Admin, desk: &Desk, text: &str, problems: &Problems) -> ImportPage {
    let (t, slug) = (visit.t, &desk.programme.slug);
    let ask = Fields { t, problems };
    ImportPage {
        chrome: Chrome::new(visit, &t.say("form-import"))
            .wide()
            .back(back(t, slug))
            .problems(t, problems),
        t,
        over: programme(t, desk),
        action: place::page(slug, "import"),
        seen: desk.into(),
        text: ask.hinted(
            "text",
            "rubric-field-file",
            "form-field-file-hint",
            text,
            Control::Area(14),
        ),
        upload: place::page(slug, "import/file"),
        error: problems.of("file").map(|message| t.tell(message)),
        found: None,
        cancel: Link::new(place::rubric(slug), t.say("admin-cancel")),
    }
}

/// Asks for a file.
pub async fn show_import(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let desk = desk(&visit, &slug).await?;
    visit.page(&page(&visit, &desk, "", &Problems::default()))
}

/// Shows what a file would change; with the second press, changes the draft.
pub async fn import(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<ImportForm>,
) -> Result<HttpResponse, Fault> {
    let text = unix(&form.text);
    let read = match rubric_toml::read(&text) {
        Ok(read) if form.r#use == "yes" => read,
        _ => return look(&visit, &slug, &text).await,
    };
    let (actor, of) = (visit.actor().clone(), slug.clone());
    let seen = (form.base, form.over);
    let import = move |tx: &mut Tx| {
        let may = MayEditRubrics::by(&actor).map_err(Refusal::Denied)?;
        import_rubric(tx, &may, &of, seen, &read)
    };
    visit.act_or_fault(import).await?;
    Ok(visit.see_with(&place::rubric(&slug), "notice-form-imported"))
}

/// The same with a file that was chosen.
pub async fn upload(
    visit: Admin,
    slug: Path<String>,
    form: FileForm,
) -> Result<HttpResponse, Fault> {
    match posted_text(form).await? {
        Some(text) => look(&visit, &slug, &text).await,
        None => refuse_file(&visit, &slug).await,
    }
}

async fn refuse_file(visit: &Admin, slug: &str) -> Result<HttpResponse, Fault> {
    let desk = desk(visit, slug).await?;
    let problems = Problems::one("file", Message::new("form-file-unread"));
    visit.refused(&page(visit, &desk, "", &problems))
}

/// What a file would change in the draft, or why it is no rubric.
async fn look(visit: &Admin, slug: &str, text: &str) -> Result<HttpResponse, Fault> {
    let desk = desk(visit, slug).await?;
    match rubric_toml::read(text) {
        Ok(read) => {
            let found = differences(&desk.rubric, &read);
            let mut page = page(visit, &desk, text, &Problems::default());
            page.found = Some(shown(visit.t, (&desk.rubric, &read), &found));
            visit.page(&page)
        }
        Err(found) => {
            let problems = told(visit.t, &found);
            visit.refused(&page(visit, &desk, text, &problems))
        }
    }
}
