//! Stopping a server while somebody listens to a meeting.

use std::io::{BufRead, BufReader};
use std::time::{Duration, Instant};

use evenhand::actions::plan_meeting::plan_meeting;
use evenhand::actions::{Refusal, people, round};
use evenhand::clock::Clock;
use evenhand::domain::account::{Email, Role};
use evenhand::domain::meeting::MeetingText;
use evenhand::domain::round_draft::RoundText;
use evenhand::domain::wording::Typed;
use evenhand::domain::{Language, MeetingId};
use evenhand::policy::Actor;
use evenhand::policy::account::MayManagePeople;
use evenhand::policy::round::MayRunRounds;
use evenhand::store::{Database, DatabaseUrl, Stamp, Tx, programme, session};
use sha2::{Digest, Sha256};

use crate::place::Place;
use crate::serving::Serving;

const TOKEN: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn text(en: &str) -> Typed {
    Typed {
        en: en.to_owned(),
        ..Typed::default()
    }
}

/// A signed-in admin, and a meeting of a round.
fn meeting(tx: &mut Tx) -> Result<MeetingId, Refusal> {
    let email = Email::parse("ada@example.org").expect("an address");
    let (may, place) = (MayManagePeople::operator(), (Language::English, "UTC"));
    let ada = people::add_person(tx, &may, ("Ada Levi", &email), "", place, Role::Admin)?;
    let hash: String = Sha256::digest(TOKEN.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    session::insert(tx, &hash, ada, ("a test", false, None, None))?;
    let typed = RoundText {
        title: text("Winter round"),
        purpose: text("Quick help."),
        slug: "winter".to_owned(),
        currency: "USD".to_owned(),
        budget: "500000".to_owned(),
        least: "1000".to_owned(),
        most: "25000".to_owned(),
        time_zone: "UTC".to_owned(),
        opens_at: "2026-11-01 09:00".to_owned(),
        closes_at: "2030-11-02 10:00".to_owned(),
        rolling: false,
        grace_minutes: "15".to_owned(),
        reviews_due_at: "2030-11-20 17:00".to_owned(),
        review_days: String::new(),
        turnaround_days: "30".to_owned(),
        sign_off: true,
        emergency: false,
    };
    let first = programme::list(tx, None, 1)?.first().map(|one| one.id);
    round::create_round(tx, &MayRunRounds::operator(), first, &typed)?;
    let name = ("Ada Levi".to_owned(), "ada@example.org".to_owned());
    let zone = "UTC".to_owned();
    let ada = Actor::new(ada, name, Language::English, zone, vec![Role::Admin]);
    let planned = MeetingText {
        title: "First day".to_owned(),
        planned_at: "2026-12-01 10:00".to_owned(),
    };
    plan_meeting(tx, &ada, "winter", &planned)
}

#[test]
fn a_server_that_is_told_to_stop_ends_the_streams_of_those_who_listen() {
    let place = Place::new();
    let mut serving = Serving::start(&place);
    let database = Database::open(&DatabaseUrl::in_folder(place.path()), 1).expect("it opens");
    let stamp = Stamp {
        now: Clock::Machine.now(),
        actor: None,
        request: "tests".to_owned(),
    };
    let id = database.write(stamp, meeting).expect("a meeting");
    let stream = serving.ask(&format!(
        "GET /meetings/{id}/events HTTP/1.1\r\nhost: x\r\ncookie: evenhand={TOKEN}\r\n\r\n"
    ));
    let mut lines = BufReader::new(stream).lines();
    let mut next = || lines.next().map(|line| line.expect("a line in time"));
    while !next().expect("an event").starts_with("data: ") {}
    let began = Instant::now();
    serving.signal(libc::SIGTERM);
    while next().is_some() {}
    assert_eq!(serving.wait(), Some(0));
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "{:?}",
        began.elapsed()
    );
}
