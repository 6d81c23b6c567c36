//! Exports of a round: asked for by a form, because each is noted in the audit
//! log, made ready aside and then sent.

mod page;
pub mod ready;
pub mod stream;

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::access::{Admin, Fresh};
use super::errors::Fault;
use super::forms::{Fields, Form};
use super::registrar::Registrar;
use super::ui::{Choice, Control, Field};
use crate::actions::export_round::{What, begin};
use crate::domain::Problems;
use crate::exchange::sheet::Format;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::Tx;

/// The routes of exports.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/exports", page::show);
    routes.post("/admin/rounds/{slug}/exports", send);
}

/// What is asked for.
#[derive(Deserialize)]
#[serde(default)]
pub struct ExportForm {
    what: String,
    format: String,
    /// Not empty for a byte order mark.
    bom: String,
}

impl Default for ExportForm {
    /// What is offered first: the decisions, fit for Excel.
    fn default() -> Self {
        Self {
            what: What::Decisions.code().to_owned(),
            format: Format::Csv.code().to_owned(),
            bom: String::new(),
        }
    }
}

impl ExportForm {
    /// What is offered first: the decisions, fit for Excel.
    pub fn offered() -> Self {
        Self {
            bom: "yes".to_owned(),
            ..Self::default()
        }
    }
}

/// The messages that name an export and say what is in it.
pub fn words(what: What) -> (&'static str, &'static str) {
    match what {
        What::Decisions => ("export-decisions", "export-decisions-hint"),
        What::Scores => ("export-scores", "export-scores-hint"),
        What::Reviews => ("export-reviews", "export-reviews-hint"),
        What::Applications => ("export-applications", "export-applications-hint"),
        What::Awards => ("export-awards", "export-awards-hint"),
        What::Payments => ("export-payments", "export-payments-hint"),
        What::Audit => ("export-audit", "export-audit-hint"),
    }
}

fn format_key(format: Format) -> &'static str {
    match format {
        Format::Csv => "export-csv",
        Format::Xlsx => "export-xlsx",
        Format::Jsonl => "export-jsonl",
    }
}

/// The fields that ask for an export.
pub fn fields(t: Locale, form: &ExportForm, problems: &Problems) -> Vec<Field> {
    let ask = Fields { t, problems };
    let what = |what: What| {
        let (key, hint) = words(what);
        Choice {
            value: what.code().to_owned(),
            label: t.say(key),
            hint: Some(t.say(hint)),
            chosen: form.what == what.code(),
        }
    };
    let format = |format: Format| Choice {
        value: format.code().to_owned(),
        label: t.say(format_key(format)),
        hint: None,
        chosen: form.format == format.code(),
    };
    let whats = Control::Radios(What::ALL.map(what).to_vec());
    let formats = Control::Radios(Format::ALL.map(format).to_vec());
    vec![
        ask.field("what", "export-what", &form.what, whats),
        ask.field("format", "export-format", &form.format, formats),
        ask.field("bom", "export-bom", &form.bom, Control::Tick),
    ]
}

/// Sends an export as a file.
pub async fn send(
    visit: Fresh<Admin>,
    slug: Path<String>,
    Form(form): Form<ExportForm>,
) -> Result<HttpResponse, Fault> {
    let what = What::from_code(&form.what).ok_or(Fault::Unreadable)?;
    let format = Format::from_code(&form.format).ok_or(Fault::Unreadable)?;
    let bom = !form.bom.is_empty();
    ready::count(&visit, visit.actor().id).await?;
    let reach = Reach::staff(visit.actor());
    let slug = slug.into_inner();
    let note = move |tx: &mut Tx| begin(tx, reach, &slug, (what, format));
    let export = visit.act_or_fault(note).await?;
    let (name, folder) = (export.file_name(), visit.site.config.data.clone());
    let write = move |reader: &mut crate::store::Reader, file: &mut std::fs::File| {
        export.write(reader, file, bom, &folder)
    };
    let (file, ()) = ready::make(&visit, write).await?;
    Ok(ready::answer(file, &name, format.media_type()))
}
