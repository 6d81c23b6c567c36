//! The applications of a round that were sent, one row each, without their answers.

use super::decisions::{names, requested};
use super::yes_no;
use crate::domain::application::Status;
use crate::domain::form::Stage;
use crate::domain::organisation::Organisation;
use crate::domain::rate::Conversion;
use crate::domain::{Currency, Moment};
use crate::exchange::sheet::Column;

/// One application.
pub struct Line<'a> {
    pub reference: &'a str,
    pub title: &'a str,
    pub organisation: &'a Organisation,
    pub status: Status,
    /// How much of the form it was asked.
    pub stage: Stage,
    pub submitted_at: Option<Moment>,
    pub late: bool,
    /// The round's.
    pub currency: Currency,
    pub requested_minor: Option<i64>,
    pub conversion: Option<Conversion>,
}

const NAMES: [&str; 20] = [
    "reference",
    "title",
    "organisation",
    "organisation_arabic",
    "organisation_hebrew",
    "identifiers",
    "base",
    "community",
    "legal_form",
    "website",
    "status",
    "stage",
    "submitted_at",
    "late",
    "currency",
    "requested",
    "requested_currency",
    "requested_amount",
    "rate",
    "rate_day",
];

/// The columns.
pub fn columns() -> Vec<Column> {
    Column::all(NAMES.map(str::to_owned).to_vec(), |name| {
        ["requested", "requested_amount", "rate"].contains(&name)
    })
}

/// The cells of one application, in the order of [`columns`].
pub fn cells(line: &Line) -> Vec<String> {
    let organisation = line.organisation;
    let mut cells = vec![line.reference.to_owned(), line.title.to_owned()];
    cells.extend(names(organisation));
    cells.extend([
        organisation.legal_form.clone(),
        organisation.website.clone(),
        line.status.code().to_owned(),
        line.stage.code().to_owned(),
        line.submitted_at.map(Moment::rfc3339).unwrap_or_default(),
        yes_no(line.late),
    ]);
    let asked = (line.requested_minor, line.conversion.as_ref());
    cells.extend(requested(line.currency, asked));
    cells
}
