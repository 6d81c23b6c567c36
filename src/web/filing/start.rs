//! Choosing the organisation, saying how it reached us, starting its application.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::words;
use crate::actions::{Refusal, filing};
use crate::domain::filing::{Channel, TypedFiling};
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{Message, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::filing::may_file;
use crate::store::{Reader, Tx, organisation};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::round::load;
use crate::web::ui::{Choice, Control, Field, Link, Width};
use crate::web::url;

/// Organisations that a search shows at most.
const MOST: i64 = 20;

/// What is searched for, or the organisation that was just described.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    name: String,
    organisation: String,
}

/// The filing as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FilingForm {
    name: String,
    organisation: String,
    channel: String,
    day: String,
    note: String,
}

#[derive(Template)]
#[template(path = "filing/start.html")]
struct StartPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    action: String,
    search: Field,
    name: String,
    /// Somebody searched.
    searched: bool,
    /// Which organisation, and how it reached us; none before a search.
    fields: Vec<Field>,
    /// Where to describe an organisation that isn't there.
    describe: String,
}

async fn found(visit: &Admin, asked: &Asked) -> Result<Vec<Organisation>, Fault> {
    let (me, name) = (visit.actor().id, asked.name.trim().to_owned());
    let known = OrganisationId::parse(&asked.organisation).ok();
    let load = move |reader: &mut Reader| match known {
        Some(id) if name.is_empty() => organisation::by_ids(reader, &[id]),
        _ if name.is_empty() => Ok(Vec::new()),
        _ => organisation::search(reader, &name, me, MOST),
    };
    visit.read(load).await
}

async fn page(
    visit: &Admin,
    round: &Round,
    form: &FilingForm,
    problems: &Problems,
) -> Result<StartPage, Fault> {
    let asked = Asked {
        name: form.name.clone(),
        organisation: form.organisation.clone(),
    };
    let organisations = found(visit, &asked).await?;
    let t = visit.t;
    let list = url::admin_round_part(&round.slug, "applications");
    let back = Link::new(list, t.say("round-admin-applications"));
    let ask = Fields { t, problems };
    Ok(StartPage {
        chrome: Chrome::new(visit, &t.say("filing-title"))
            .back(back)
            .problems(t, problems),
        t,
        round: round.title.get(t.language()).to_owned(),
        action: url::admin_round_part(&round.slug, "filing"),
        search: ask.hinted(
            "name",
            "filing-search",
            "filing-search-hint",
            &form.name,
            Control::Line(Width::Medium),
        ),
        name: form.name.clone(),
        searched: !form.name.trim().is_empty(),
        fields: if organisations.is_empty() {
            Vec::new()
        } else {
            fields(&ask, &organisations, form)
        },
        describe: url::admin_round_part(&round.slug, "filing/organisation"),
    })
}

fn fields(ask: &Fields, organisations: &[Organisation], form: &FilingForm) -> Vec<Field> {
    let t = ask.t;
    let only = organisations.len() == 1;
    let which = |one: &Organisation| Choice {
        value: one.id.to_string(),
        label: one.name(t.language()).to_owned(),
        hint: None,
        chosen: only || one.id.as_str() == form.organisation,
    };
    let how = |channel: Channel| Choice {
        value: channel.code().to_owned(),
        label: words::channel(t, channel),
        hint: None,
        chosen: channel.code() == form.channel,
    };
    let which = Control::Radios(organisations.iter().map(which).collect());
    let how = Control::Radios(Channel::ALL.map(how).into());
    let day = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    vec![
        ask.field("organisation", "filing-organisation", "", which),
        ask.field("channel", "filing-channel", "", how),
        ask.hinted("day", "filing-day", "filing-day-hint", &form.day, day),
        ask.hinted(
            "note",
            "filing-note",
            "filing-note-hint",
            &form.note,
            Control::Area(3),
        ),
    ]
}

/// The page to file an application.
pub async fn show(
    visit: Admin,
    slug: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let round = load(&visit, &slug).await?;
    may_file(visit.actor(), round.window(visit.now()))?;
    let form = FilingForm {
        name: asked.name.clone(),
        organisation: asked.organisation.clone(),
        ..FilingForm::default()
    };
    visit.page(&page(&visit, &round, &form, &Problems::default()).await?)
}

/// Starts the application and leads to its sections.
pub async fn file(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<FilingForm>,
) -> Result<HttpResponse, Fault> {
    let round = load(&visit, &slug).await?;
    let Ok(organisation) = OrganisationId::parse(&form.organisation) else {
        let problems = Problems::one("organisation", Message::new("error-choice"));
        return visit.refused(&page(&visit, &round, &form, &problems).await?);
    };
    let actor = visit.actor().clone();
    let typed = TypedFiling {
        channel: form.channel.clone(),
        day: form.day.clone(),
        note: form.note.clone(),
    };
    let file = move |tx: &mut Tx| filing::file_application(tx, &actor, &slug, organisation, &typed);
    match visit.act(file).await? {
        Ok(id) => Ok(visit.see_with(&url::application(id), "notice-filed")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, &round, &form, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}
