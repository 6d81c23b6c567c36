//! The page of a round's exports: what can be had, in which formats and for whom, with
//! the form that sends the tables and the way to what stands elsewhere.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{ExportForm, fields, format_key, words};
use crate::actions::export_round::What;
use crate::domain::Problems;
use crate::domain::account::Role;
use crate::exchange::sheet::Format;
use crate::i18n::Locale;
use crate::store::round;
use crate::web::access::Staff;
use crate::web::access_token;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Field, Link};
use crate::web::url;

/// Something that can be exported.
struct Offer {
    name: String,
    hint: String,
    formats: Vec<String>,
    whom: String,
    /// Where it is to be had; nothing for what the form below sends.
    place: Option<Link>,
}

#[derive(Template)]
#[template(path = "export/show.html")]
struct ExportsPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    offers: Vec<Offer>,
    action: String,
    /// Of the form; none for those who only read.
    fields: Vec<Field>,
    /// Where programs get keys; nothing for those who only read.
    keys: Option<Link>,
}

/// What can be exported of a round.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let found = visit.read(move |reader| round::by_slug(reader, &slug));
    let round = found.await?.ok_or(Fault::NotFound)?;
    let (t, slug) = (visit.t, round.slug.as_str());
    let title = round.title.get(t.language()).to_owned();
    let may = visit.actor().is(Role::Admin);
    let tables = What::ALL.map(|what| table(t, what));
    let task = t.with("export-page-title", "round", title.as_str());
    visit.page(&ExportsPage {
        chrome: Chrome::new(&visit, &task)
            .wide()
            .back(Link::new(url::admin_round(slug), title.clone())),
        t,
        round: title,
        offers: tables.into_iter().chain(elsewhere(t, slug)).collect(),
        action: url::exports(slug),
        fields: match may {
            true => fields(t, &ExportForm::offered(), &Problems::default()),
            false => Vec::new(),
        },
        keys: may.then(|| Link::new(access_token::PLACE, t.say("tokens-title"))),
    })
}

fn table(t: Locale, what: What) -> Offer {
    let (name, hint) = words(what);
    Offer {
        name: t.say(name),
        hint: t.say(hint),
        formats: Format::ALL.map(|one| t.say(format_key(one))).to_vec(),
        whom: t.say("export-whom-programs"),
        place: None,
    }
}

/// What other pages send.
fn elsewhere(t: Locale, slug: &str) -> [Offer; 2] {
    let part =
        |part: &str, key: &str| Some(Link::new(url::admin_round_part(slug, part), t.say(key)));
    let published = ["publication-360giving", "publication-iati"];
    [
        Offer {
            name: t.say("publication-files"),
            hint: t.say("publication-files-lead"),
            formats: published.map(|key| t.say(key)).to_vec(),
            whom: t.say("export-whom-public"),
            place: part("publication", "publication-title"),
        },
        Offer {
            name: t.say("export-packets"),
            hint: t.say("export-packets-hint"),
            formats: vec![t.say("export-pdf")],
            whom: t.say("export-whom-staff"),
            place: part("meetings", "meetings-title"),
        },
    ]
}
