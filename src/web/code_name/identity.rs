//! Who a confidential organisation is, for admins; each opening is in the audit log, which
//! is why it is posted.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::place;
use crate::actions::code_name::identify;
use crate::domain::OrganisationId;
use crate::domain::conflict::Hint;
use crate::i18n::Locale;
use crate::store::term;
use crate::web::access::{Admin, Fresh};
use crate::web::chrome::Chrome;
use crate::web::conflict::words;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::organisation::rows;
use crate::web::ui::{Link, SummaryRow};

/// The last part of the address.
pub const PART: &str = "identity";

#[derive(Template)]
#[template(path = "code_name/identity.html")]
struct IdentityPage {
    chrome: Chrome,
    t: Locale,
    code_name: String,
    rows: Vec<SummaryRow>,
    /// Who may be in conflict, and why.
    hints: Vec<(String, Vec<String>)>,
}

/// Opens it.
pub async fn open(
    visit: Fresh<Admin>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = OrganisationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let found = visit
        .act_or_fault(move |tx| identify(tx, &actor, id))
        .await?;
    let terms = visit.read(term::all).await?;
    let t = visit.t;
    let organisation = found.organisation;
    let why = |hints: &[Hint]| -> Vec<String> {
        let words = hints.iter().map(|one| words::hint(t, one));
        words.collect()
    };
    let hints = found.hints.iter();
    let back = Link::new(place(id), t.say("code-name-title"));
    visit.page(&IdentityPage {
        chrome: Chrome::new(&visit, &t.say("code-name-identity")).back(back),
        t,
        rows: rows(t, &terms, &organisation),
        hints: hints
            .map(|(name, hints)| (name.clone(), why(hints)))
            .collect(),
        code_name: organisation
            .code_name
            .map_or_else(String::new, |one| one.to_string()),
    })
}
