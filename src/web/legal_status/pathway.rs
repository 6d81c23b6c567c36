//! By which way money from the United States may reach an organisation: the form.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::{FormPage, place, words};
use crate::actions::Refusal;
use crate::actions::legal_status::record_pathway;
use crate::actions::reading::Protected;
use crate::domain::Problems;
use crate::domain::legal_status::{PathwayDraft, PathwayItem, UsPathway};
use crate::domain::organisation::Organisation;
use crate::policy::Reach;
use crate::store::legal_status::{self, PathwayRow};
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::organisation::desk_of;
use crate::web::reading;
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::visit::Visit;

/// A way as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct PathwayForm {
    pathway: String,
    held: Vec<String>,
    note: String,
}

impl PathwayForm {
    /// What is on record, to go on from; what was written about it is written anew.
    fn of(row: &PathwayRow) -> Self {
        let held = row.held();
        Self {
            pathway: row.pathway.code().to_owned(),
            held: held.iter().map(|item| item.code().to_owned()).collect(),
            note: String::new(),
        }
    }
}

fn page(
    visit: &Visit,
    organisation: &Organisation,
    (form, problems): (&PathwayForm, &Problems),
) -> FormPage {
    let (t, back) = (visit.t, place(organisation.id));
    let heading = t.say("pathway-title");
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("dossier-legal")))
            .problems(t, problems),
        over: organisation.name(t.language()).to_owned(),
        heading,
        lead: t.say("pathway-lead"),
        action: format!("{back}/us-pathway"),
        fields: fields(&Fields { t, problems }, form),
        submit: t.say("pathway-save"),
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

fn fields(ask: &Fields, form: &PathwayForm) -> Vec<Field> {
    let t = ask.t;
    let way = |way: UsPathway| Choice {
        value: way.code().to_owned(),
        label: t.say(words::pathway_key(way)),
        hint: None,
        chosen: form.pathway == way.code(),
    };
    let item = |item: PathwayItem| Choice {
        value: item.code().to_owned(),
        label: t.say(words::item_key(item)),
        hint: None,
        chosen: form.held.iter().any(|code| code == item.code()),
    };
    let ways = Control::Radios(UsPathway::ALL.map(way).into());
    let items = Control::Checkboxes(PathwayItem::ALL.map(item).into());
    let note = ("pathway-note", "pathway-note-hint");
    vec![
        ask.field("pathway", "pathway-way", "", ways),
        Field {
            optional: true,
            ..ask.hinted("held", "pathway-held", "pathway-held-hint", "", items)
        },
        ask.hinted("note", note.0, note.1, &form.note, Control::Area(3)),
    ]
}

/// The form, begun from what is on record.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = desk_of(&visit, Reach::staff(visit.actor()), &id).await?;
    let of = organisation.id;
    reading::note(&visit, visit.actor(), Protected::Papers(of)).await?;
    let rows = visit.read(move |reader: &mut Reader| legal_status::pathways(reader, of));
    let form = rows.await?.first().map(PathwayForm::of).unwrap_or_default();
    visit.page(&page(&visit, &organisation, (&form, &Problems::default())))
}

/// Puts it on record.
pub async fn record(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<PathwayForm>,
) -> Result<HttpResponse, Fault> {
    let actor = visit.actor().clone();
    let organisation = desk_of(&visit, Reach::staff(&actor), &id).await?;
    let of = organisation.id;
    let draft = PathwayDraft {
        pathway: form.pathway.clone(),
        held: form.held.clone(),
        note: form.note.clone(),
    };
    let write = move |tx: &mut Tx| record_pathway(tx, &actor, of, &draft);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place(of), "notice-pathway-recorded")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &organisation, (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}
