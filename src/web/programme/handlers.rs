//! Programmes as staff keep them.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::form::{ProgrammeForm, groups};
use crate::actions::Refusal;
use crate::actions::programme::{ProgrammeText, create_programme};
use crate::domain::account::Role;
use crate::domain::programme::Programme;
use crate::domain::{Problems, ProgrammeId};
use crate::i18n::Locale;
use crate::policy::round::MayRunRounds;
use crate::store::{Tx, programme};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::round::FormPage;
use crate::web::ui::{Link, Pager};
use crate::web::visit::Visit;
use crate::web::{
    due_diligence, legal_status, letter, list_screening, rubric_editor, turnaround, url,
};

/// Programmes on one page.
const PAGE: usize = 50;

/// Where the list goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Before {
    before: String,
}

/// A programme in the list.
struct ShownProgramme {
    name: String,
    purpose: String,
    slug: String,
    form: String,
    rubric: String,
    lists: String,
    documents: String,
    tiers: String,
    letters: String,
    promise: String,
}

#[derive(Template)]
#[template(path = "programme/list.html")]
struct ProgrammesPage {
    chrome: Chrome,
    t: Locale,
    programmes: Vec<ShownProgramme>,
    may_change: bool,
    pager: Pager,
}

/// Every programme, latest first.
pub async fn list(visit: Staff, from: Query<Before>) -> Result<HttpResponse, Fault> {
    let (t, before) = (visit.t, ProgrammeId::parse(&from.before).ok());
    let all = move |reader: &mut _| programme::list(reader, before, PAGE as i64 + 1);
    let mut found = visit.read(all).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let last = found.last().filter(|_| more);
    let pager = Pager {
        earlier: before.map(|_| url::ADMIN_PROGRAMMES.to_owned()),
        later: last.map(|last| format!("{}?before={}", url::ADMIN_PROGRAMMES, last.id)),
    };
    let back = Link::new(url::ADMIN_ROUNDS, t.say("round-admin-title"));
    visit.page(&ProgrammesPage {
        chrome: Chrome::new(&visit, &t.say("programme-title"))
            .wide()
            .back(back),
        t,
        programmes: found.into_iter().map(|one| shown(t, &one)).collect(),
        may_change: visit.actor().is(Role::Admin),
        pager,
    })
}

fn shown(t: Locale, programme: &Programme) -> ShownProgramme {
    ShownProgramme {
        name: programme.name.get(t.language()).to_owned(),
        purpose: programme.purpose.get(t.language()).to_owned(),
        slug: programme.slug.clone(),
        form: url::form(&programme.slug),
        rubric: rubric_editor::place::rubric(&programme.slug),
        lists: list_screening::place::of_programme(&programme.slug),
        documents: legal_status::needs_place(&programme.slug),
        tiers: due_diligence::tiers_place(&programme.slug),
        letters: letter::place(&programme.slug),
        promise: turnaround::place(&programme.slug),
    }
}

fn new_page(visit: &Visit, text: &ProgrammeText, problems: &Problems) -> FormPage {
    let t = visit.t;
    let heading = t.say("programme-new");
    let back = Link::new(url::ADMIN_PROGRAMMES, t.say("programme-title"));
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .wide()
            .back(back)
            .problems(t, problems),
        heading,
        lead: t.say("programme-new-lead"),
        action: "/admin/programmes/new".to_owned(),
        groups: groups(&Fields { t, problems }, text),
        submit: t.say("programme-create"),
        cancel: Link::new(url::ADMIN_PROGRAMMES, t.say("admin-cancel")),
    }
}

/// The form of a new programme.
pub async fn show_new(visit: Admin) -> Result<HttpResponse, Fault> {
    let text = ProgrammeText::default();
    visit.page(&new_page(&visit, &text, &Problems::default()))
}

/// Makes a programme.
pub async fn create(visit: Admin, Form(form): Form<ProgrammeForm>) -> Result<HttpResponse, Fault> {
    let (text, actor) = (form.into_text(), visit.actor().clone());
    let typed = text.clone();
    let create = move |tx: &mut Tx| {
        let may = MayRunRounds::by(&actor).map_err(Refusal::Denied)?;
        create_programme(tx, &may, &typed)
    };
    match visit.act(create).await? {
        Ok(_) => Ok(visit.see_with(url::ADMIN_PROGRAMMES, "notice-programme-created")),
        Err(Refusal::Invalid(problems)) => visit.refused(&new_page(&visit, &text, &problems)),
        Err(other) => Err(other.into()),
    }
}
