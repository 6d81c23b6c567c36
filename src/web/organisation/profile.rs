//! The organisations that a person acts for, and the profile of one.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use crate::domain::member::Verb;
use crate::domain::organisation::{Organisation, Registration};
use crate::domain::{Language, OrganisationId};
use crate::i18n::Locale;
use crate::policy::member::Standing;
use crate::store::term::{self, Term};
use crate::store::{self, member, organisation};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Link, Notice, SummaryRow, Tone};
use crate::web::{code_name, erasure, own_data, url, words};

/// An organisation in a list.
pub struct ShownOrganisation {
    pub href: String,
    pub name: String,
    pub others: Vec<String>,
    pub base: String,
    pub community: String,
}

#[derive(Template)]
#[template(path = "organisation/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    organisations: Vec<ShownOrganisation>,
}

#[derive(Template)]
#[template(path = "organisation/profile.html")]
struct ProfilePage {
    chrome: Chrome,
    t: Locale,
    name: String,
    /// Empty for who only reads.
    edit: String,
    links: Vec<Link>,
    doubts: Vec<Notice>,
    rows: Vec<SummaryRow>,
}

/// The organisations that the person acts for.
pub async fn list(visit: Applicant) -> Result<HttpResponse, Fault> {
    let me = visit.actor().id;
    let load = move |reader: &mut store::Reader| {
        Ok((organisation::of_member(reader, me)?, term::all(reader)?))
    };
    let (organisations, terms) = visit.read(load).await?;
    let t = visit.t;
    let chrome = Chrome::new(&visit, &t.say("organisations-title"));
    let shown = |one: &Organisation| shown(t, &terms, one, url::organisation(one.id));
    let shown = organisations.iter().map(shown).collect();
    visit.page(&ListPage {
        chrome,
        t,
        organisations: shown,
    })
}

/// An organisation in a list, with the page that it leads to.
pub fn shown(
    t: Locale,
    terms: &[Term],
    organisation: &Organisation,
    href: String,
) -> ShownOrganisation {
    let name = organisation.name(t.language());
    let names = Language::ALL.map(|language| organisation.name(language));
    let mut others = Vec::new();
    // In a language without a name, another stands for it.
    for other in names {
        if other != name && !others.iter().any(|known| known == other) {
            others.push(other.to_owned());
        }
    }
    ShownOrganisation {
        href,
        name: name.to_owned(),
        others,
        base: words::term(t, terms, "base", &organisation.base),
        community: words::term(t, terms, "community", &organisation.community),
    }
}

/// An organisation that the person acts for; any other is not found.
pub async fn own(visit: &Applicant, id: &str) -> Result<Organisation, Fault> {
    let id = OrganisationId::parse(id).map_err(|_| Fault::NotFound)?;
    let me = visit.actor().id;
    let load = move |reader: &mut store::Reader| {
        if !organisation::is_member(reader, me, id)? {
            return Ok(None);
        }
        Ok(organisation::named(reader, &[id])?.pop())
    };
    visit.read(load).await?.ok_or(Fault::NotFound)
}

/// How the person belongs to one of their organisations.
pub async fn standing(visit: &Applicant, id: OrganisationId) -> Result<Standing, Fault> {
    let actor = visit.actor().clone();
    let role = visit.read(move |reader| member::role(reader, actor.id, id));
    Standing::of(visit.actor(), role.await?, None).ok_or(Fault::NotFound)
}

/// The profile of an organisation.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = own(&visit, &id).await?;
    let terms = visit.read(term::all).await?;
    let (t, standing) = (visit.t, standing(&visit, organisation.id).await?);
    let name = organisation.name(t.language()).to_owned();
    let back = Link::new(url::ORGANISATIONS, t.say("organisations-title"));
    visit.page(&ProfilePage {
        // A browser's history keeps titles, so no name stands in one.
        chrome: Chrome::new(&visit, &t.say("organisation-over")).back(back),
        t,
        edit: match standing.may(Verb::Profile) {
            Ok(()) => url::organisation_edit(organisation.id),
            Err(_) => String::new(),
        },
        links: vec![
            Link::new(url::members(organisation.id), t.say("members-title")),
            Link::new(
                code_name::own_place(organisation.id),
                t.say("code-name-title"),
            ),
            Link::new(
                url::sponsorships(organisation.id),
                t.say("sponsorships-title"),
            ),
            Link::new(
                own_data::own_place(organisation.id),
                t.say("own-data-title"),
            ),
            Link::new(erasure::own_place(organisation.id), t.say("erasure-title")),
        ],
        doubts: doubts(t, &organisation),
        rows: rows(t, &terms, &organisation),
        name,
    })
}

/// What is odd about the numbers of the registrations.
pub fn doubts(t: Locale, organisation: &Organisation) -> Vec<Notice> {
    let doubt = |registration: &Registration| {
        registration.doubt().map(|message| Notice {
            tone: Tone::Warn,
            text: t.tell(&message),
        })
    };
    organisation
        .registrations
        .iter()
        .filter_map(doubt)
        .collect()
}

/// The profile, row by row.
pub fn rows(t: Locale, terms: &[Term], organisation: &Organisation) -> Vec<SummaryRow> {
    let row = |label: &str, text: String| SummaryRow {
        key: t.say(label),
        paragraphs: Some(text)
            .filter(|text| !text.is_empty())
            .into_iter()
            .collect(),
        change: None,
    };
    let term = |list: &str, code: &str| words::term(t, terms, list, code);
    let registration = |r: &Registration| {
        let register = term("register", &r.register);
        // The number stays left to right inside text of either direction.
        format!("{register}: \u{2066}{}\u{2069}", r.number)
    };
    vec![
        row("field-name-latin", organisation.name_latin.clone()),
        row("field-name-arabic", organisation.name_arabic.clone()),
        row("field-name-hebrew", organisation.name_hebrew.clone()),
        row("field-base", term("base", &organisation.base)),
        row(
            "field-community",
            term("community", &organisation.community),
        ),
        row(
            "field-legal-form",
            term("legal_form", &organisation.legal_form),
        ),
        row("field-website", organisation.website.clone()),
        SummaryRow {
            key: t.say("registrations-title"),
            paragraphs: organisation
                .registrations
                .iter()
                .map(registration)
                .collect(),
            change: None,
        },
    ]
}
