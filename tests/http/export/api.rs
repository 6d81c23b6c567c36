//! The interface for programs: keys, what they open, pages by cursor.

use evenhand::store::latest_events;
use serde_json::{Value, json};

use super::decided;
use crate::award::{ACCOUNT, Awarded};
use crate::deliberation::Deliberation;
use crate::support::{Page, Person};

const PLACE: &str = "/admin/access-tokens";

/// Makes a key in an admin's name and answers with its secret.
pub fn key(admin: &Person, scopes: &[&str], days: &str) -> String {
    admin.proves();
    let mut typed = vec![("name", "The dashboard"), ("days", days)];
    typed.extend(scopes.iter().map(|scope| ("scopes", *scope)));
    let made = admin.post_with_token(PLACE, &typed);
    assert_eq!(made.status, 200, "{}", made.text());
    made.the("#secret code")
}

/// Asks with a key and nothing else.
pub fn ask(round: &Deliberation, key: &str, path: &str) -> Page {
    let header = format!("Bearer {key}");
    let headers = [("authorization", header.as_str())];
    round.site.visitor().ask("GET", path, &headers, None)
}

/// The answer, proved against the description that the interface gives of itself.
pub fn read(page: &Page, schema: &str) -> Value {
    assert_eq!(page.header("content-type"), Some("application/json"));
    let text = include_str!("../../../src/web/api/openapi.json");
    let mut whole: Value = serde_json::from_str(text).expect("JSON");
    whole["$ref"] = json!(format!("#/components/schemas/{schema}"));
    let strict = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true);
    let validator = strict.build(&whole).expect("a schema");
    let value: Value = serde_json::from_str(page.source()).expect("JSON");
    let errors: Vec<String> = validator
        .iter_errors(&value)
        .map(|problem| format!("{}: {problem}", problem.instance_path()))
        .collect();
    assert_eq!(errors, [""; 0]);
    value
}

/// The name under which the description has the pages of a table.
fn schema_of(table: &str) -> String {
    format!("{}{}", table[..1].to_uppercase(), &table[1..])
}

fn references(value: &Value) -> Vec<String> {
    let items = value["items"].as_array().expect("items").iter();
    let told = |item: &Value| item["reference"].as_str().expect("a reference").to_owned();
    items.map(told).collect()
}

#[test]
fn a_key_reads_its_tables_page_by_page() {
    let round = decided();
    let secret = key(&round.ada, &["applications", "decisions", "scores"], "30");
    let rounds = read(&ask(&round, &secret, "/api/v1/rounds"), "Rounds");
    assert_eq!(rounds["items"][0]["slug"], "autumn");
    assert_eq!(rounds["next"], Value::Null);
    let mut place = "/api/v1/rounds/autumn/applications?limit=3".to_owned();
    let first = read(&ask(&round, &secret, &place), "Applications");
    let expected = ["EH-DDDD-5555", "EH-CCCC-4444", "EH-BBBB-3333"];
    assert_eq!(references(&first), expected);
    assert_eq!(first["items"][2]["organisation"], "+Witness");
    place.push_str(&format!(
        "&cursor={}",
        first["next"].as_str().expect("more")
    ));
    let second = read(&ask(&round, &secret, &place), "Applications");
    assert_eq!(references(&second), ["EH-AAAA-2222"]);
    assert_eq!(second["next"], Value::Null);
    let decisions = ask(&round, &secret, "/api/v1/rounds/autumn/decisions");
    let decisions = read(&decisions, "Decisions");
    let award = &decisions["items"][3];
    assert_eq!(
        (award["total"].as_f64(), &award["rank"]),
        (Some(77.5), &Value::Null)
    );
    assert_eq!(award["outcome"], "award");
    let scores = read(
        &ask(&round, &secret, "/api/v1/rounds/autumn/scores"),
        "Scores",
    );
    assert_eq!(references(&scores).len(), 8);
    let beyond = ask(&round, &secret, "/api/v1/rounds/autumn/awards");
    assert_eq!(beyond.status, 403);
    read(&beyond, "Refusal");
    for (path, status) in [
        ("/api/v1/rounds/winter/scores", 404),
        ("/api/v1/rounds/autumn/answers", 404),
        ("/api/v1/rounds/autumn/reviews", 403),
        ("/api/v1/rounds/autumn/audit", 403),
        ("/api/v1/rounds/autumn/payments", 403),
        ("/api/v1/rounds/autumn/scores?cursor=x", 400),
        ("/api/v1/rounds/autumn/scores?limit=0", 400),
        ("/api/v1/rounds?limit=501", 400),
    ] {
        let page = ask(&round, &secret, path);
        assert_eq!(page.status, status, "{path}");
        read(&page, "Refusal");
    }
}

#[test]
fn a_key_reaches_what_its_maker_reaches() {
    let round = decided();
    let secret = key(&round.ben, &["applications"], "30");
    let all = "/api/v1/rounds/autumn/applications";
    let before = references(&read(&ask(&round, &secret, all), "Applications"));
    assert!(before.contains(&"EH-BBBB-3333".to_owned()));
    let own = format!("/admin/applications/{}/conflict", round.applications[1]);
    round
        .ben
        .submit(&round.ben.get(&own), &own, &[("kind", "funder")]);
    let after = ask(&round, &secret, all);
    assert!(!after.source().contains("Witness"), "{}", after.source());
    assert_eq!(
        references(&read(&after, "Applications")).len(),
        before.len() - 1
    );
}

#[test]
fn a_key_opens_until_it_ends_and_nothing_else_opens() {
    let round = decided();
    let place = "/api/v1/rounds";
    let secret = key(&round.ada, &["awards"], "2");
    let forged = format!("{}g", &secret[..secret.len() - 1]);
    for wrong in ["", "evenhand_", &forged, &secret.to_uppercase()] {
        let page = ask(&round, wrong, place);
        assert_eq!(page.status, 401, "{wrong:?}");
        assert_eq!(page.header("www-authenticate"), Some("Bearer"));
        read(&page, "Refusal");
    }
    assert_eq!(round.ada.get_once(place).status, 401, "a session is no key");
    assert_eq!(
        ask(&round, &secret, "/admin/audit").status,
        303,
        "a key is no session"
    );
    assert_eq!(ask(&round, &secret, place).status, 200);
    // It is kept as a hash alone, and its making is on record without it.
    let page = round.ada.get(PLACE);
    assert!(!page.source().contains(&secret));
    let log = round.ada.get("/admin/audit");
    assert!(log.text().contains("make_token") && !log.source().contains(&secret));
    round.site.pass_days(2);
    assert_eq!(ask(&round, &secret, place).status, 401, "it expired");
    round.ada.sign_in();
    let second = key(&round.ada, &["awards"], "2");
    assert_eq!(ask(&round, &second, place).status, 200);
    let page = round.ada.get(PLACE);
    let form = page.attributes("form[action$='/end']", "action").remove(0);
    let ended = round.ada.submit(&page, &form, &[]);
    assert_eq!(ended.notice(), "The key opens nothing any more.");
    assert_eq!(ask(&round, &second, place).status, 401, "it was ended");
    let refused = round
        .ada
        .post_with_token(PLACE, &[("name", ""), ("days", "900")]);
    assert_eq!((refused.status, refused.problems().len()), (422, 3));
    assert_eq!(refused.value("days"), "900");
}

#[test]
fn making_a_key_asks_who_it_is_and_keeps_what_was_typed() {
    let round = decided();
    let mut ada = round.ada.at_another_browser();
    ada.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    ada.sign_in();
    round.site.pass_minutes(6);
    let typed = [
        ("name", "The dashboard"),
        ("scopes", "awards"),
        ("scopes", "scores"),
        ("days", "2"),
    ];
    let asked = ada.post_with_token(PLACE, &typed);
    assert_eq!(
        (asked.status, &*asked.heading()),
        (403, "Show that it is you")
    );
    assert_eq!(ada.get(PLACE).the(".empty h2"), "No key was made");
    let own = [("present", ada.password.as_str())];
    let proved = ada.submit(&asked, "/account/proof", &own);
    let made = ada.submit(&proved, PLACE, &[]);
    let secret = made.the("#secret code");
    for table in ["awards", "scores"] {
        let place = format!("/api/v1/rounds/autumn/{table}");
        assert_eq!(ask(&round, &secret, &place).status, 200, "{table}");
    }
}

#[test]
fn a_key_ends_for_good_with_what_befalls_the_account_of_its_maker() {
    let round = decided();
    let (ada, ben) = (&round.ada, &round.ben);
    let opens = |secret: &str| ask(&round, secret, "/api/v1/rounds").status;
    let people = ada.get("/admin/people");
    let form = format!("{} form[action$='/state']", people.row_selector(&ben.email));
    let state = people.attributes(&form, "action").remove(0);
    let role = state.replace("/state", "/role");

    let first = key(ben, &["awards"], "30");
    assert_eq!(opens(&first), 200);
    ada.post_with_token(&state, &[("disabled", "yes")]);
    assert_eq!(opens(&first), 401, "disabled");
    ada.post_with_token(&state, &[("disabled", "no")]);
    assert_eq!(opens(&first), 401, "enabled again");

    ben.sign_in();
    let second = key(ben, &["awards"], "30");
    assert_eq!(opens(&second), 200);
    ada.post_with_token(&role, &[("role", "admin"), ("held", "no")]);
    assert_eq!(opens(&second), 401, "no admin");
    ada.post_with_token(&role, &[("role", "admin"), ("held", "yes")]);
    assert_eq!(opens(&second), 401, "an admin again");

    let third = key(ben, &["awards"], "30");
    let others = key(ada, &["awards"], "30");
    let phone = ben.at_another_browser();
    let asked = phone.get("/password-reset");
    phone.submit(&asked, "/password-reset", &[("email", &ben.email)]);
    assert_eq!(opens(&third), 200, "whoever asks for a letter ends nothing");
    let link = phone.link_in_letter();
    let typed = [("password", "a new password for the winter")];
    phone.submit(&phone.get(&link), &link, &typed);
    assert_eq!(opens(&third), 401, "a new password");
    assert_eq!(opens(&others), 200);

    let log = ada.get("/admin/audit").table("Audit log");
    let ended = log.iter().filter(|row| row[3] == "end_token");
    assert_eq!(ended.count(), 3, "each is on record");
}

#[test]
fn what_is_read_with_a_key_is_noted_once_a_day_and_table() {
    let round = decided();
    let secret = key(&round.ada, &["decisions", "scores"], "30");
    let status = |place: &str| {
        let place = format!("/api/v1/rounds/{place}");
        ask(&round, &secret, &place).status
    };
    let noted = || {
        let mut events = round.site.read(|reader| latest_events(reader, None, 9));
        events.retain(|event| event.action == "read_with_key");
        assert!(events.iter().all(|event| event.actor_id.is_some()));
        let told = events.into_iter().rev().map(|event| event.after_state);
        told.collect::<Vec<_>>()
    };
    let refused = [("autumn/awards", 403), ("winter/scores", 404)];
    let read = ["autumn/decisions?limit=1", "autumn/scores"].map(|place| (place, 200));
    for (place, expected) in [refused, read, read].concat() {
        assert_eq!(status(place), expected, "{place}");
    }
    assert_eq!(noted(), ["decisions, autumn", "scores, autumn"]);
    round.site.pass_minutes(24 * 60);
    assert_eq!(status("autumn/scores"), 200);
    assert_eq!(noted().last().map(String::as_str), Some("scores, autumn"));
    assert_eq!(noted().len(), 3);
}

#[test]
fn pages_by_cursor_hold_every_row_once() {
    let round = decided();
    let tables = [
        "applications",
        "decisions",
        "scores",
        "awards",
        "reviews",
        "audit",
    ];
    let secret = key(&round.ada, &tables, "30");
    for table in tables {
        let place = format!("/api/v1/rounds/autumn/{table}");
        let whole = read(&ask(&round, &secret, &place), &schema_of(table))["items"].clone();
        assert_ne!(whole, json!([]), "{table}");
        let (mut walked, mut cursor) = (Vec::new(), String::new());
        loop {
            let next = ask(&round, &secret, &format!("{place}?limit=1{cursor}"));
            let page = read(&next, &schema_of(table));
            walked.extend(page["items"].as_array().expect("items").clone());
            assert!(walked.len() < 200, "{table} comes to no end");
            match page["next"].as_str() {
                Some(after) => cursor = format!("&cursor={after}"),
                None => break,
            }
        }
        assert_eq!(Value::from(walked), whole, "{table}");
    }
}

#[test]
fn payments_reviews_and_the_log_have_scopes_of_their_own() {
    let award = Awarded::running();
    award.pay(1);
    let round = &award.round;
    let secret = key(&round.ada, &["payments", "audit", "reviews"], "30");
    let rows = |table: &str| {
        let place = format!("/api/v1/rounds/autumn/{table}");
        let page = read(&ask(round, &secret, &place), &schema_of(table));
        page["items"].as_array().expect("items").clone()
    };
    let paid = rows("payments");
    assert_eq!(paid.len(), 1);
    assert_eq!(paid[0]["reference"], "EH-AAAA-2222");
    assert_eq!(paid[0]["paid_on"], "2026-11-01");
    let iban = ACCOUNT.iter().find(|(name, _)| *name == "iban");
    let (_, iban) = iban.expect("an account number");
    assert!(
        !Value::from(paid).to_string().contains(iban),
        "for the bank alone"
    );
    let log = rows("audit");
    let numbers: Vec<Option<i64>> = log.iter().map(|row| row["number"].as_i64()).collect();
    let counted = (1..=log.len() as i64).map(Some).collect::<Vec<_>>();
    assert_eq!(numbers, counted, "numbers of this table alone");
    assert!(log.iter().any(|row| row["action"] == "release_decision"));
    let reviews = rows("reviews");
    assert_eq!(reviews.len(), 8);
    let words = Value::from(reviews).to_string();
    assert!(words.contains("The records show it.") && words.contains(&round.noor.email));
    let beyond = ask(round, &secret, "/api/v1/rounds/autumn/scores");
    assert_eq!(beyond.status, 403, "another scope");
    let wrong = ask(round, &secret, "/api/v1/rounds/autumn/audit?cursor=x");
    assert_eq!(wrong.status, 400);
    // What somebody may not know of leaves no gap.
    let bens = key(&round.ben, &["audit"], "30");
    let own = format!("/admin/applications/{}/conflict", round.applications[1]);
    round
        .ben
        .submit(&round.ben.get(&own), &own, &[("kind", "funder")]);
    let page = ask(round, &bens, "/api/v1/rounds/autumn/audit");
    let less = read(&page, "Audit")["items"]
        .as_array()
        .expect("items")
        .clone();
    assert!(less.len() < log.len());
    assert!(!page.source().contains(round.applications[1].as_str()));
    let last = less.last().and_then(|row| row["number"].as_i64());
    assert_eq!(last, Some(less.len() as i64));
}
