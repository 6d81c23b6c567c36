//! The page: every question about the chosen round, then the rounds side by side.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;

use super::asked::{Asked, choice, load};
use super::chart::Section;
use super::{DASHBOARD, people, portfolio, progress, trend};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::Field;

#[derive(Template)]
#[template(path = "dashboard/show.html")]
struct DashboardPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    action: &'static str,
    /// Nothing before there is a round.
    choice: Option<Field>,
    sections: Vec<Section>,
}

/// The dashboard.
pub async fn show(visit: Staff, asked: Query<Asked>) -> Result<HttpResponse, Fault> {
    let (t, now) = (visit.t, visit.now());
    let (reach, asked) = (Reach::staff(visit.actor()), asked.into_inner());
    let found = visit.report(move |reader| load(reader, reach, &asked, now));
    let found = found.await?;
    let sections = found.as_ref().map(|loaded| {
        let [base, community] = portfolio::balance(t, loaded);
        vec![
            progress::pipeline(t, loaded),
            progress::clocks(t, loaded),
            progress::milestones(t, loaded),
            progress::taken(t, loaded),
            portfolio::budget(t, loaded),
            people::totals(t, loaded),
            people::reviewers(t, visit.actor(), loaded),
            base,
            community,
            trend::rounds(&visit, loaded),
            trend::money(t, loaded),
        ]
    });
    let title = found.as_ref().map(|one| one.chosen.title.get(t.language()));
    visit.page(&DashboardPage {
        chrome: Chrome::new(&visit, &t.say("dashboard-title")).wide(),
        t,
        round: title.unwrap_or_default().to_owned(),
        action: DASHBOARD,
        choice: found.as_ref().map(|loaded| choice(t, loaded)),
        sections: sections.unwrap_or_default(),
    })
}
