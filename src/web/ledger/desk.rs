//! The support of one organisation: what is on record, what files of funders say, and
//! what staff learn.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use crate::actions::overlap::find;
use crate::actions::{Refusal, ledger as actions};
use crate::domain::account::Role;
use crate::domain::ledger::{EntryKind, EntryNumber, Learned};
use crate::domain::organisation::Organisation;
use crate::domain::overlap::{SameBy, Work, names, party};
use crate::domain::{OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::ledger::{self, Entry};
use crate::store::{Reader, StoreError, Tx};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::organisation::{desk, frame, tabs};
use crate::web::overlap::words;
use crate::web::ui::{Control, Field, Link, Pager, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// Entries on one page.
const PAGE: usize = 50;
/// Grants of funders' files that are listed.
const PUBLISHED: usize = 20;
/// From where on a name is taken for the organisation's.
const NAMED_ALIKE: f64 = 0.8;

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct LearnedForm {
    funder: String,
    purpose: String,
    amount: String,
    currency: String,
    from: String,
    to: String,
    source: String,
}

impl LearnedForm {
    fn typed(&self) -> Learned {
        let form = self.clone();
        Learned {
            funder: form.funder,
            purpose: form.purpose,
            amount: form.amount,
            currency: form.currency,
            from: form.from,
            to: form.to,
            source: form.source,
        }
    }
}

/// After which entry the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    before: String,
}

/// An entry in a list.
struct Row {
    funder: String,
    purpose: String,
    /// As the funder names it; empty where it is the organisation's own entry.
    recipient: String,
    amount: String,
    when: String,
    kind: String,
    source: String,
    /// Where it can be taken out, if it can.
    withdraw: Option<String>,
}

#[derive(Template)]
#[template(path = "ledger/desk.html")]
struct DeskPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    tabs: Vec<Link>,
    rows: Vec<Row>,
    pager: Pager,
    published: Vec<Row>,
    /// How many more there are; empty for none.
    more_published: String,
    action: String,
    /// Empty for who may not add anything.
    fields: Vec<Field>,
    /// Shown open: it was refused.
    open: bool,
}

struct Loaded {
    entries: Vec<Entry>,
    published: Vec<Entry>,
    more_published: usize,
}

fn load(
    reader: &mut Reader,
    reach: Reach,
    organisation: &Organisation,
    before: Option<EntryNumber>,
) -> Result<Loaded, StoreError> {
    let limit = PAGE as i64 + 1;
    let work = Work {
        names: names(organisation),
        identifiers: party(organisation).identifiers,
        ..Work::default()
    };
    let alike = find(reader, reach, (&work, None), 100)?.into_iter();
    let own = alike.filter(|one| {
        let same = one.overlap.same_by != SameBy::OtherNumber;
        one.entry.kind == EntryKind::Imported && same && one.overlap.organisation >= NAMED_ALIKE
    });
    let mut published: Vec<Entry> = own.map(|one| one.entry).collect();
    let more_published = published.len().saturating_sub(PUBLISHED);
    published.truncate(PUBLISHED);
    Ok(Loaded {
        entries: ledger::of_organisation(reader, reach, organisation.id, before, limit)?,
        published,
        more_published,
    })
}

async fn page(
    visit: &Visit,
    (reach, keeps): (Reach, bool),
    organisation: Organisation,
    before: Option<EntryNumber>,
    (form, problems): (&LearnedForm, &Problems),
) -> Result<DeskPage, Fault> {
    let (t, id) = (visit.t, organisation.id);
    let name = organisation.name(t.language()).to_owned();
    let mut loaded = visit
        .read(move |reader| load(reader, reach, &organisation, before))
        .await?;
    let more = loaded.entries.len() > PAGE;
    loaded.entries.truncate(PAGE);
    let place = url::desk_part(id, "support");
    let last = loaded.entries.last().filter(|_| more);
    Ok(DeskPage {
        chrome: frame(visit, &t.say("ledger-support")).problems(t, problems),
        t,
        tabs: tabs(t, id, "support"),
        pager: Pager {
            earlier: before.map(|_| place.clone()),
            later: last.map(|last| format!("{place}?before={}", last.number)),
        },
        rows: loaded
            .entries
            .iter()
            .map(|one| row(t, (id, keeps), one))
            .collect(),
        published: loaded
            .published
            .iter()
            .map(|one| row(t, (id, false), one))
            .collect(),
        more_published: match loaded.more_published {
            0 => String::new(),
            more => t.count("ledger-more-published", more),
        },
        fields: match keeps {
            true => fields(&Fields { t, problems }, form),
            false => Vec::new(),
        },
        open: !problems.is_empty(),
        action: place,
        name,
    })
}

fn row(t: Locale, (id, keeps): (OrganisationId, bool), entry: &Entry) -> Row {
    let grant = &entry.grant;
    let place = format!("support/{}/withdrawal", grant.grant_id);
    let standing = match entry.standing.as_str() {
        "received" => t.say("ledger-received"),
        "agreed" => t.say("ledger-agreed"),
        "asked" => t.say("ledger-asked"),
        "refused" => t.say("ledger-refused"),
        "ended" => t.say("ledger-ended"),
        _ => String::new(),
    };
    Row {
        funder: grant.funder.name.clone(),
        purpose: grant.title.clone(),
        recipient: match entry.kind {
            EntryKind::Imported => grant.recipient.name.clone(),
            _ => String::new(),
        },
        amount: words::amount(t, grant.amount),
        when: words::when(t, grant),
        kind: words::kind(t, entry.kind),
        source: if standing.is_empty() {
            entry.source.clone()
        } else {
            standing
        },
        withdraw: (keeps && entry.kind == EntryKind::Learned).then(|| url::desk_part(id, &place)),
    }
}

fn fields(ask: &Fields, form: &LearnedForm) -> Vec<Field> {
    let latin = |inputmode: &'static str| Control::Latin {
        kind: "text",
        inputmode,
        width: Width::Short,
    };
    let day = |name: &str, label: &str, value: &str| Field {
        optional: true,
        ..ask.hinted(name, label, "ledger-day-hint", value, latin("numeric"))
    };
    let optional = |field: Field| Field {
        optional: true,
        ..field
    };
    vec![
        ask.field(
            "funder",
            "ledger-funder",
            &form.funder,
            Control::Line(Width::Full),
        ),
        ask.field(
            "purpose",
            "ledger-purpose",
            &form.purpose,
            Control::Line(Width::Full),
        ),
        optional(ask.field("amount", "ledger-amount", &form.amount, latin("decimal"))),
        optional(ask.hinted(
            "currency",
            "ledger-currency",
            "ledger-currency-hint",
            &form.currency,
            latin("text"),
        )),
        day("from", "ledger-from", &form.from),
        day("to", "ledger-to", &form.to),
        ask.hinted(
            "source",
            "ledger-source",
            "ledger-source-hint",
            &form.source,
            Control::Line(Width::Full),
        ),
    ]
}

/// The page.
pub async fn show(
    visit: Staff,
    id: Path<String>,
    from: Query<From>,
) -> Result<HttpResponse, Fault> {
    let organisation = desk(&visit, &id).await?;
    let actor = visit.actor();
    let who = (Reach::staff(actor), actor.is(Role::Admin));
    let blank = (&LearnedForm::default(), &Problems::default());
    let before = EntryNumber::parse(&from.before);
    visit.page(&page(&visit, who, organisation, before, blank).await?)
}

/// Notes support that staff learned of.
pub async fn note(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<LearnedForm>,
) -> Result<HttpResponse, Fault> {
    let organisation = OrganisationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, learned) = (visit.actor().clone(), form.typed());
    let note = move |tx: &mut Tx| actions::note_learned(tx, &actor, organisation, &learned);
    match visit.act(note).await? {
        Ok(()) => {
            let place = url::desk_part(organisation, "support");
            Ok(visit.see_with(&place, "notice-support-noted"))
        }
        Err(Refusal::Invalid(problems)) => {
            let reach = Reach::staff(visit.actor());
            let find = move |reader: &mut Reader| {
                crate::store::organisation::find(reader, reach, organisation)
            };
            let organisation = visit.read(find).await?.ok_or(Fault::NotFound)?;
            let typed = (&form, &problems);
            visit.refused(&page(&visit, (reach, true), organisation, None, typed).await?)
        }
        Err(other) => Err(other.into()),
    }
}
