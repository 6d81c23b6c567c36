//! Asking several applicants of a round for the full form.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::ask::{due_field, words_field};
use crate::actions::Refusal;
use crate::actions::clarification::{self as actions, TypedInvitation};
use crate::domain::form::Stage;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, Message, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::clarification::ASKABLE;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::{Reader, StoreError, Tx, clarification, hold, organisation, round};
use crate::web::access::Admin;
use crate::web::application::load::title;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link, Pager};
use crate::web::url;

/// Applications on one page.
const PAGE: usize = 50;

/// An invitation as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct InviteForm {
    application: Vec<String>,
    note: String,
    due_at: String,
    with_short: String,
    past_hold: String,
}

/// Before which application the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    before: String,
}

#[derive(Template)]
#[template(path = "clarification/invite.html")]
struct InvitePage {
    chrome: Chrome,
    t: Locale,
    round: String,
    back: String,
    action: String,
    empty: bool,
    fields: Vec<Field>,
    pager: Pager,
}

struct Loaded {
    round: Round,
    rows: Vec<ApplicationRow>,
    organisations: BTreeMap<OrganisationId, Organisation>,
    /// Those that a hold stands in the way of.
    stopped: BTreeSet<ApplicationId>,
    /// Where the next page begins.
    more: Option<ApplicationId>,
}

fn load(
    reader: &mut Reader,
    reach: Reach,
    slug: &str,
    before: Option<ApplicationId>,
) -> Result<Option<Loaded>, StoreError> {
    let Some(round) = round::by_slug(reader, slug)? else {
        return Ok(None);
    };
    let filter = Filter {
        round: Some(round.id),
        statuses: ASKABLE.to_vec(),
        stage: Some(Stage::Short),
        ..Filter::default()
    };
    let most = i64::try_from(PAGE).unwrap_or(i64::MAX) + 1;
    let mut rows = application::list(reader, reach, &filter, before, most)?;
    let longer = rows.len() > PAGE;
    rows.truncate(PAGE);
    let more = rows.last().map(|row| row.id).filter(|_| longer);
    let ids: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
    // Who is asked something else answers that first.
    let pending = clarification::pending(reader, &ids)?;
    rows.retain(|row| !pending.contains_key(&row.id));
    let stopped = hold::stopped(reader, &ids)?;
    let owners: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
    let organisations = organisation::by_ids(reader, &owners)?.into_iter();
    Ok(Some(Loaded {
        round,
        rows,
        stopped,
        organisations: organisations.map(|one| (one.id, one)).collect(),
        more,
    }))
}

async fn read(visit: &Admin, slug: &str, before: Option<ApplicationId>) -> Result<Loaded, Fault> {
    let (reach, slug) = (Reach::staff(visit.actor()), slug.to_owned());
    let find = move |reader: &mut Reader| load(reader, reach, &slug, before);
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn page(visit: &Admin, loaded: &Loaded, typed: &InviteForm, problems: &Problems) -> InvitePage {
    let t = visit.t;
    let slug = &loaded.round.slug;
    let back = url::admin_round_part(slug, "applications");
    let action = url::admin_round_part(slug, "full-form");
    InvitePage {
        chrome: Chrome::new(visit, &t.say("invite-title"))
            .back(Link::new(back.clone(), t.say("round-admin-applications")))
            .problems(t, problems),
        t,
        round: loaded.round.title.get(t.language()).to_owned(),
        back,
        empty: loaded.rows.is_empty(),
        fields: fields(&Fields { t, problems }, loaded, typed),
        pager: Pager {
            earlier: None,
            later: loaded.more.map(|id| format!("{action}?before={id}")),
        },
        action,
    }
}

fn fields(ask: &Fields, loaded: &Loaded, typed: &InviteForm) -> Vec<Field> {
    let t = ask.t;
    let choice = |row: &ApplicationRow| {
        let owner = loaded.organisations.get(&row.organisation_id)?;
        let mut hint = format!("{} · {}", row.reference, title(t, &row.title));
        if loaded.stopped.contains(&row.id) {
            hint = format!("{} · {hint}", t.say("hold-stands"));
        }
        Some(Choice {
            value: row.id.to_string(),
            label: owner.name(t.language()).to_owned(),
            hint: Some(hint),
            chosen: typed.application.contains(&row.id.to_string()),
        })
    };
    let choices = loaded.rows.iter().filter_map(choice).collect();
    let applications = Control::Checkboxes(choices);
    let note = ask.hinted(
        "note",
        "invite-note",
        "invite-note-hint",
        &typed.note,
        Control::Area(4),
    );
    let short = if typed.with_short == "yes" { "yes" } else { "" };
    let mut fields = vec![
        ask.field("application", "invite-applications", "", applications),
        due_field(ask, &loaded.round.time_zone, &typed.due_at),
        Field {
            optional: true,
            ..words_field(t, note)
        },
        ask.field("with_short", "invite-with-short", short, Control::Tick),
    ];
    if !loaded.stopped.is_empty() || ask.problems.of("past_hold").is_some() {
        let past = ("invite-past-hold", "invite-past-hold-hint");
        let past = ask.hinted(
            "past_hold",
            past.0,
            past.1,
            &typed.past_hold,
            Control::Area(2),
        );
        fields.insert(1, past);
    }
    fields
}

/// Whom to ask for the full form.
pub async fn show(
    visit: Admin,
    slug: Path<String>,
    from: Query<From>,
) -> Result<HttpResponse, Fault> {
    let before = ApplicationId::parse(&from.before).ok();
    let loaded = read(&visit, &slug, before).await?;
    let (typed, problems) = (InviteForm::default(), Problems::default());
    visit.page(&page(&visit, &loaded, &typed, &problems))
}

/// Asks them.
pub async fn invite(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<InviteForm>,
) -> Result<HttpResponse, Fault> {
    let chosen = form.application.iter();
    let ids: Result<Vec<_>, _> = chosen.map(|id| ApplicationId::parse(id)).collect();
    let ids = ids.map_err(|_| Fault::NotFound)?;
    let loaded = read(&visit, &slug, None).await?;
    if ids.is_empty() {
        let problems = Problems::one("application", Message::new("error-invite-none"));
        return visit.refused(&page(&visit, &loaded, &form, &problems));
    }
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let typed = TypedInvitation {
        note: form.note.clone(),
        due_at: form.due_at.clone(),
        with_short: form.with_short == "yes",
        past_hold: form.past_hold.clone(),
    };
    let invite = move |tx: &mut Tx| actions::invite(tx, &actor, &ids, &typed, &site);
    match visit.act(invite).await? {
        Ok(_) => {
            let place = url::admin_round_part(&slug, "full-form");
            Ok(visit.see_with(&place, "notice-full-form-asked"))
        }
        Err(Refusal::Invalid(problems)) => visit.refused(&page(&visit, &loaded, &form, &problems)),
        Err(other) => Err(other.into()),
    }
}
