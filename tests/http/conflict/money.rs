//! An award with its account, its transfers and its letters: whoever is kept away
//! finds none of it at any address, in any export, and with no key.

use evenhand::domain::account::Role;
use evenhand::policy::Reach;
use evenhand::store::{application, programme};
use evenhand::web::recorded_routes;

use super::bytes::words_of_pdf;
use super::standing::pin;
use crate::award::Awarded;
use crate::deliberation::Deliberation;
use crate::support::{Page, Person};

/// Who it is, what it is about, how much it gets and where that goes.
const TOLD: [&str; 5] = [
    "EH-AAAA-2222",
    "Olive",
    "Legal aid in the valley",
    "20,000.5",
    "•••• 6702",
];
const KEYS: &str = "/admin/access-tokens";
const TABLES: [&str; 4] = ["applications", "decisions", "scores", "awards"];
const EXPORTS: [&str; 7] = [
    "decisions",
    "scores",
    "reviews",
    "applications",
    "awards",
    "payments",
    "audit",
];

/// Every page address that there is of the award and what is around it.
pub fn addresses(award: &Awarded, payment: &str) -> Vec<String> {
    let (site, id) = (&award.round.site, award.round.applications[0]);
    let row = site.read(|reader| application::find(reader, Reach::operator(), id));
    let row = row.expect("the application");
    let programmes = site.read(|reader| programme::list(reader, None, 1));
    let (application, owner) = (id.to_string(), row.organisation_id.to_string());
    let of_award = award.desk.rsplit('/').next().unwrap_or_default();
    let routes = recorded_routes();
    let endless = ["/assets/{name}", "/meetings/{meeting}/events"];
    let gets = routes.iter().filter(|route| route.method == "GET");
    let shown = gets.filter(|route| !endless.contains(&route.path));
    let fill = |route: &str| {
        let parts = route.split('/').map(|part| match part {
            "{slug}" if route.starts_with("/admin/programmes") => programmes[0].slug.as_str(),
            "{slug}" => "autumn",
            "{id}" | "{application}" => application.as_str(),
            "{organisation}" => owner.as_str(),
            "{award}" => of_award,
            "{disbursement}" => payment,
            "{step}" => "execution",
            "{change}" => "amendment",
            "{outcome}" => "award",
            "{language}" => "en",
            part if part.starts_with('{') => "1",
            part => part,
        });
        parts.collect::<Vec<_>>().join("/")
    };
    shown.map(|route| fill(route.path)).collect()
}

pub fn words(page: &Page) -> String {
    match page.header("content-type") {
        Some("application/pdf") => words_of_pdf(&page.body),
        _ => page.source().to_owned(),
    }
}

/// At how many addresses a person is told of it, and the first of them.
fn told(person: &Person, places: &[String]) -> (usize, Option<String>) {
    let tells = |place: &&String| {
        let text = words(&person.get_once(place));
        TOLD.iter().any(|word| text.contains(word))
    };
    let all: Vec<&String> = places.iter().filter(tells).collect();
    (all.len(), all.first().map(|place| (*place).clone()))
}

/// What a program gets with a key of this admin, and what the admin exports.
pub fn taken_out(round: &Deliberation, admin: &Person) -> String {
    admin.proves();
    let mut typed = vec![("name", "Everything"), ("days", "30")];
    typed.extend(TABLES.map(|table| ("scopes", table)));
    let made = admin.post_with_token(KEYS, &typed);
    let header = format!("Bearer {}", made.the("#secret code"));
    let program = round.site.visitor();
    let mut all = String::new();
    for table in TABLES {
        let place = format!("/api/v1/rounds/autumn/{table}");
        let page = program.ask("GET", &place, &[("authorization", header.as_str())], None);
        assert_eq!(page.status, 200, "{table}");
        all.push_str(page.source());
    }
    for (what, format) in EXPORTS
        .iter()
        .flat_map(|what| [(what, "csv"), (what, "jsonl")])
    {
        let typed = [("what", *what), ("format", format)];
        let page = admin.post_with_token("/admin/rounds/autumn/exports", &typed);
        assert_eq!(page.status, 200, "{what} {format}");
        all.push_str(page.source());
    }
    all
}

#[test]
fn of_an_award_behind_walls_nothing_is_told_and_nothing_taken_out() {
    let award = Awarded::running();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    let omar = ada.invites("Omar Said", Role::Auditor);
    let reason = [("reason", "The lists are not loaded yet.")];
    award.prepare(1, &[]);
    award.step(ada, "Approve", &reason);
    award.step(ben, "Approve", &reason);
    let payments = ada.get("/admin/payments");
    let payment = payments.attributes("[name='payment']", "value").remove(0);
    let places = addresses(&award, &payment);
    let own = format!(
        "/admin/applications/{}/conflict",
        award.round.applications[0]
    );
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    let kept = pin(&award.round, 0, "Omar Said", "His sister works there.");
    assert_eq!(kept.notice(), "Kept away from now on.");
    for person in [ben, &omar] {
        assert_eq!(told(person, &places), (0, None), "{}", person.name);
    }
    // The same walk tells whoever may see it a great deal.
    assert!(told(ada, &places).0 > 15);
    let (seen, hidden) = (taken_out(&award.round, ada), taken_out(&award.round, ben));
    for word in ["EH-AAAA-2222", "Olive", "Legal aid in the valley"] {
        assert!(seen.contains(word), "{word}");
        assert!(!hidden.contains(word), "{word}");
    }
}
