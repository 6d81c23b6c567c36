//! Passkeys: adding them, signing in and proving oneself with them, and what proves nothing.

mod bounds;
mod refused;
mod used;

use evenhand::store::latest_events;
use serde_json::Value;

use crate::support::{Device, Page, Person, TestSite};

const ORIGIN: &str = "http://localhost:8080";
const PLACE: &str = "/account/passkeys";
const ONE_MORE: &str = "One more step";
const WRONG: &str = "This passkey was not accepted. Try again, or type a code.";
const LATE: &str = "That took too long, or was answered already. Try again.";

fn site_with(roles: &'static str) -> TestSite {
    TestSite::start_with(|config| {
        ORIGIN.clone_into(&mut config.public_url);
        roles.clone_into(&mut config.second_factor);
        config.proof_minutes = 15;
    })
}

fn site() -> TestSite {
    site_with("none")
}

fn device(number: u8) -> Device {
    Device::new(number, ORIGIN)
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

/// The page that asks the browser to make a passkey.
fn asks_for_new(person: &Person, name: &str) -> Page {
    person.submit(&person.get(PLACE), PLACE, &[("passkey_name", name)])
}

/// Sends what a device answers to that page.
fn made(person: &Person, asked: &Page, name: &str, device: &Device) -> Page {
    let options = asked.attributes("[data-options]", "data-options").remove(0);
    let (secret, answer) = (
        asked.value_of_hidden("passkey_asked"),
        device.makes(&read(&options)),
    );
    let sent = [
        ("passkey_name", name),
        ("passkey_asked", &*secret),
        ("passkey", &*answer),
    ];
    person.post_with_token("/account/passkeys/made", &sent)
}

fn add(person: &Person, name: &str, device: &Device) -> Page {
    made(person, &asks_for_new(person, name), name, device)
}

/// What a device is asked, and the secret with which its answer comes back.
struct Question {
    secret: String,
    options: Value,
}

fn question(person: &Person, place: &str, begun: &str) -> Question {
    let told = person.post_with_token(place, &[("begun", begun)]);
    assert_eq!(told.status, 200, "{}", told.source());
    let told = read(told.source());
    Question {
        secret: told["asked"].as_str().expect("a secret").to_owned(),
        options: told["options"].clone(),
    }
}

/// The first step of a sign-in: its secret, and what a device is asked then.
fn begin(person: &Person) -> (String, Question) {
    let asked = person.try_to_sign_in();
    assert_eq!(asked.heading(), ONE_MORE);
    assert!(asked.has("[data-passkey='/sign-in/passkey'] button"));
    let begun = asked.value_of_hidden("begun");
    let question = question(person, "/sign-in/passkey", &begun);
    (begun, question)
}

fn finish(person: &Person, begun: &str, secret: &str, answer: &str) -> Page {
    let sent = [
        ("begun", begun),
        ("passkey_asked", secret),
        ("passkey", answer),
    ];
    person.post_with_token("/sign-in/code", &sent)
}

fn sign_in(person: &Person, device: &mut Device) -> Page {
    let (begun, question) = begin(person);
    finish(
        person,
        &begun,
        &question.secret,
        &device.proves(&question.options),
    )
}

fn is_signed_in(person: &Person) -> bool {
    person.get("/account").path == "/account"
}

fn last_actions(site: &TestSite, most: i64) -> Vec<String> {
    let events = site.read(|reader| latest_events(reader, None, most));
    events.into_iter().map(|event| event.action).collect()
}
