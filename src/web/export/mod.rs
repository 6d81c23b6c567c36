//! Exports of a round: asked for by a form, because each is noted in the audit
//! log, and sent as they are written.

pub mod stream;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use serde::Deserialize;

use super::access::Admin;
use super::errors::Fault;
use super::forms::{Fields, Form};
use super::registrar::Registrar;
use super::ui::{Choice, Control, Field};
use crate::actions::export_round::{What, export};
use crate::domain::Problems;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::Tx;

/// The routes of exports.
pub fn routes(routes: &mut Registrar) {
    routes.post("/admin/rounds/{slug}/exports", send);
}

/// What is asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ExportForm {
    what: String,
    /// Not empty for a byte order mark.
    bom: String,
}

impl ExportForm {
    /// What is offered first: the decisions, fit for Excel.
    pub fn offered() -> Self {
        Self {
            what: What::Decisions.code().to_owned(),
            bom: "yes".to_owned(),
        }
    }
}

/// The fields that ask for an export.
pub fn fields(t: Locale, form: &ExportForm, problems: &Problems) -> Vec<Field> {
    let ask = Fields { t, problems };
    let choice = |what: What, key: &str, hint: &str| Choice {
        value: what.code().to_owned(),
        label: t.say(key),
        hint: Some(t.say(hint)),
        chosen: form.what == what.code(),
    };
    let whats = vec![
        choice(What::Decisions, "export-decisions", "export-decisions-hint"),
        choice(What::Scores, "export-scores", "export-scores-hint"),
        choice(What::Reviews, "export-reviews", "export-reviews-hint"),
    ];
    vec![
        ask.field("what", "export-what", &form.what, Control::Radios(whats)),
        ask.field("bom", "export-bom", &form.bom, Control::Tick),
    ]
}

/// Sends an export as a file.
pub async fn send(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<ExportForm>,
) -> Result<HttpResponse, Fault> {
    let what = What::from_code(&form.what).ok_or(Fault::Unreadable)?;
    let bom = !form.bom.is_empty();
    let reach = Reach::staff(visit.actor());
    let slug = slug.into_inner();
    let read = move |tx: &mut Tx| export(tx, reach, &slug, what);
    let export = visit.act_or_fault(read).await?;
    let name = format!("attachment; filename=\"{}\"", export.file_name());
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, name))
        .streaming(stream::of(move |out| export.write(out, bom))))
}
