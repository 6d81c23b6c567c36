//! Which papers a programme asks for, by legal form: the list, and the form for one.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{FormPage, needs_place, words};
use crate::actions::Refusal;
use crate::actions::legal_status::{needs_of, set_needs};
use crate::domain::Problems;
use crate::domain::account::Role;
use crate::domain::legal_status::{DocumentKind, Need, Needs};
use crate::domain::programme::Programme;
use crate::i18n::Locale;
use crate::store::term::{self, Term};
use crate::store::{Reader, Tx, legal_status, programme};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

const FORMS: &str = "legal_form";

/// What is asked of one legal form.
struct Row {
    form: String,
    /// Names of what the gate needs, and of what is asked for besides.
    needed: Vec<String>,
    asked: Vec<String>,
    /// Empty for who only reads.
    edit: String,
}

#[derive(Template)]
#[template(path = "legal_status/needs.html")]
struct NeedsPage {
    chrome: Chrome,
    t: Locale,
    programme: String,
    rows: Vec<Row>,
}

/// What a programme asks for.
pub async fn list(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let slug = slug.into_inner();
    let load = move |reader: &mut Reader| {
        let Some(programme) = programme::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        let terms = term::all(reader)?;
        let forms: Vec<String> = forms(&terms).map(|term| term.code.clone()).collect();
        let needs = legal_status::of_forms(reader, programme.id, &forms)?;
        Ok(Some((programme, terms, needs)))
    };
    let (programme, terms, needs) = visit.read(load).await?.ok_or(Fault::NotFound)?;
    let (t, may) = (visit.t, visit.actor().is(Role::Admin));
    let row = |term: &Term| {
        let own = needs.get(&term.code).cloned().unwrap_or_default();
        let place = format!("{}/{}", needs_place(&programme.slug), term.code);
        Row {
            form: term.label.get(t.language()).to_owned(),
            needed: names(t, &own, Need::Needed),
            asked: names(t, &own, Need::Asked),
            edit: if may { place } else { String::new() },
        }
    };
    let title = t.say("needs-title");
    visit.page(&NeedsPage {
        chrome: Chrome::new(&visit, &title)
            .wide()
            .back(Link::new(url::ADMIN_PROGRAMMES, t.say("programme-title"))),
        t,
        programme: programme.name.get(t.language()).to_owned(),
        rows: forms(&terms).map(row).collect(),
    })
}

fn forms(terms: &[Term]) -> impl Iterator<Item = &Term> {
    terms.iter().filter(|term| term.list == FORMS)
}

fn names(t: Locale, needs: &Needs, need: Need) -> Vec<String> {
    let kinds = needs.listed().filter(|kind| needs.of(*kind) == need);
    kinds.map(|kind| t.say(words::kind_key(kind))).collect()
}

async fn load(visit: &Visit, slug: &str, form: &str) -> Result<(Programme, Term, Needs), Fault> {
    let (slug, form) = (slug.to_owned(), form.to_owned());
    let find = move |reader: &mut Reader| {
        let terms = term::all(reader)?;
        let term = forms(&terms).find(|term| term.code == form).cloned();
        let Some((programme, term)) = programme::by_slug(reader, &slug)?.zip(term) else {
            return Ok(None);
        };
        let needs = needs_of(reader, programme.id, &term.code)?;
        Ok(Some((programme, term, needs)))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn page(
    visit: &Visit,
    (programme, term): (&Programme, &Term),
    posted: &dyn Fn(&str) -> String,
    problems: &Problems,
) -> FormPage {
    let (t, list) = (visit.t, needs_place(&programme.slug));
    let ask = Fields { t, problems };
    let heading = term.label.get(t.language()).to_owned();
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&list, t.say("needs-title")))
            .problems(t, problems),
        over: programme.name.get(t.language()).to_owned(),
        heading,
        lead: t.say("needs-lead"),
        action: format!("{list}/{}", term.code),
        fields: DocumentKind::ALL
            .map(|kind| field(&ask, kind, &posted(kind.code())))
            .into(),
        submit: t.say("needs-save"),
        cancel: Link::new(list, t.say("admin-cancel")),
    }
}

fn field(ask: &Fields, kind: DocumentKind, chosen: &str) -> Field {
    let option = |need: Need| Choice {
        value: need.code().to_owned(),
        label: ask.t.say(words::need_key(need)),
        hint: None,
        chosen: chosen == need.code(),
    };
    let control = Control::Select(Need::ALL.map(option).into());
    ask.field(kind.code(), words::kind_key(kind), chosen, control)
}

/// What is asked of one legal form, to be changed.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let (programme, term, needs) = load(&visit, &path.0, &path.1).await?;
    let kept = |code: &str| {
        let kind = DocumentKind::from_code(code);
        let need = kind.map_or(Need::NotAsked, |kind| needs.of(kind));
        need.code().to_owned()
    };
    visit.page(&page(
        &visit,
        (&programme, &term),
        &kept,
        &Problems::default(),
    ))
}

/// Keeps it.
pub async fn set(
    visit: Admin,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let (programme, term, _) = load(&visit, &path.0, &path.1).await?;
    let (actor, slug, form) = (
        visit.actor().clone(),
        programme.slug.clone(),
        term.code.clone(),
    );
    let typed = pairs.clone();
    let write = move |tx: &mut Tx| {
        let posted = |code: &str| first(&typed, code);
        set_needs(tx, &actor, (&slug, &form), &posted)
    };
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&needs_place(&programme.slug), "notice-needs-set")),
        Err(Refusal::Invalid(problems)) => {
            let posted = |code: &str| first(&pairs, code);
            visit.refused(&page(&visit, (&programme, &term), &posted, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

fn first(pairs: &Pairs, name: &str) -> String {
    let found = pairs.iter().find(|(own, _)| own == name);
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}
