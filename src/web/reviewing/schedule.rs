//! When the reviewers of a round are reminded.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use crate::actions::{Refusal, reminders};
use crate::domain::Problems;
use crate::domain::round::Round;
use crate::store::{Tx, reminder};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::round::{FormPage, Group};
use crate::web::ui::{Control, Link, Width};
use crate::web::visit::Visit;
use crate::web::{round, url};

/// The schedule as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct ScheduleForm {
    /// Not empty where there are reminders.
    active: String,
    days: String,
}

fn page(visit: &Visit, round: &Round, form: &ScheduleForm, problems: &Problems) -> FormPage {
    let t = visit.t;
    let ask = Fields { t, problems };
    let list = url::admin_round_part(&round.slug, "reviewing");
    let days = Control::Latin {
        kind: "text",
        inputmode: "text",
        width: Width::Short,
    };
    let rows = vec![
        vec![ask.field("active", "schedule-active", &form.active, Control::Tick)],
        vec![ask.hinted(
            "days",
            "schedule-days",
            "schedule-days-hint",
            &form.days,
            days,
        )],
    ];
    let title = round.title.get(t.language());
    FormPage {
        chrome: Chrome::new(visit, &t.say("schedule-title"))
            .back(Link::new(list.clone(), t.say("progress-title")))
            .problems(t, problems),
        heading: t.say("schedule-title"),
        lead: t.say("schedule-lead"),
        action: url::admin_round_part(&round.slug, "reviewing/schedule"),
        groups: vec![Group {
            title: title.to_owned(),
            rows,
        }],
        submit: t.say("admin-save"),
        cancel: Link::new(list, t.say("admin-cancel")),
    }
}

/// The schedule as it is.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let id = round.id;
    let schedule = visit.read(move |reader| reminder::schedule(reader, id));
    let schedule = schedule.await?;
    let form = ScheduleForm {
        active: if schedule.active { "yes" } else { "" }.to_owned(),
        days: schedule.text(),
    };
    visit.page(&page(&visit, &round, &form, &Problems::default()))
}

/// Changes it.
pub async fn change(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<ScheduleForm>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let (actor, name, typed) = (visit.actor().clone(), round.slug.clone(), form.clone());
    let change = move |tx: &mut Tx| {
        let active = !typed.active.is_empty();
        reminders::set_schedule(tx, &actor, &name, (active, &typed.days))
    };
    match visit.act(change).await? {
        Ok(()) => {
            let list = url::admin_round_part(&round.slug, "reviewing");
            Ok(visit.see_with(&list, "notice-saved"))
        }
        Err(Refusal::Invalid(problems)) => visit.refused(&page(&visit, &round, &form, &problems)),
        Err(other) => Err(other.into()),
    }
}
