//! Whoever signs out at the provider of staff is signed out here, once the provider says so.

use std::thread;

use evenhand::domain::account::Role;
use serde_json::{Value, json};

use super::openid::{SENT, comes, elsewhere, is_in, last_actions, with, world};
use super::second_factor::{answer, enrol};
use crate::support::{Page, Person, Provider, TestSite};

const TOLD: &str = "/sign-in/openid/logout";
const KIND: &str = "logout+jwt";
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// What the provider says of somebody who signs out there, unless a story makes it say
/// something else.
fn says((provider, site): (&Provider, &TestSite), person: &Person) -> Value {
    let seconds = site.clock.now().micros() / 1_000_000;
    json!({
        "iss": provider.issuer,
        "sub": format!("person-{}", person.email),
        "aud": "evenhand",
        "iat": seconds,
        "exp": seconds + 120,
        "jti": format!("out-{seconds}"),
        "events": { EVENT: {} },
    })
}

/// The same of one session there.
fn of_session(says: Value, named: &str, jti: &str) -> Value {
    with(with(says, "sid", json!(named)), "jti", json!(jti))
}

/// The status of the answer to a token, which a machine brings without cookies.
fn told(site: &TestSite, token: &str) -> u16 {
    let pairs = [("logout_token".to_owned(), token.to_owned())];
    site.visitor().post(TOLD, &pairs).status
}

#[test]
fn whoever_signs_out_at_the_provider_is_signed_out_here_wherever_they_are() {
    let (provider, site, ada) = world();
    let world = (&provider, &site);
    comes(world, &ada, SENT, |says| says);
    let ben = ada.invites("Ben Amir", Role::Admin);
    let elsewhere = ada.at_another_browser();
    elsewhere.sign_in();

    let token = provider.token(KIND, &says(world, &ada));
    assert_eq!(told(&site, &token), 200);
    assert_eq!(last_actions(&site, 1), ["end_sessions_by_provider"]);
    assert!(!is_in(&ada) && !is_in(&elsewhere));
    assert!(is_in(&ben), "of nobody else it was said");

    // The same word ends no session that is opened later; another one does.
    comes(world, &ada, SENT, |says| says);
    assert_eq!(told(&site, &token), 400);
    assert!(is_in(&ada));
    let again = with(says(world, &ada), "jti", json!("another"));
    assert_eq!(told(&site, &provider.token(KIND, &again)), 200);
    assert!(!is_in(&ada));
}

#[test]
fn a_sign_in_that_waits_for_its_code_ends_with_the_one_at_the_provider() {
    let (provider, site, ada) = world();
    let world = (&provider, &site);
    ada.sign_in();
    let app = enrol(&site, &ada).app;
    ada.sign_out();
    let asked = comes(world, &ada, SENT, |says| says);
    site.pass_minutes(1);
    assert_eq!(told(&site, &provider.token(KIND, &says(world, &ada))), 200);
    answer(&ada, &asked, &app.code_at(site.clock.now()));
    assert!(!is_in(&ada));
}

#[test]
fn a_session_that_ends_at_the_provider_ends_here_and_no_other() {
    let (provider, site, ada) = world();
    let world = (&provider, &site);
    let [phone, tablet, typed] = [(); 3].map(|()| ada.at_another_browser());
    for (person, named) in [(&ada, "desk"), (&phone, "phone"), (&tablet, "tablet")] {
        comes(world, person, SENT, |says| with(says, "sid", json!(named)));
    }
    typed.sign_in();
    let in_now = || [&ada, &phone, &tablet, &typed].map(is_in);
    let tell = |word: Value| {
        assert_eq!(told(&site, &provider.token(KIND, &word)), 200);
        in_now()
    };
    let nobody = with(says(world, &ada), "sub", Value::Null);

    // One that it names alone, and one of which nothing is known.
    let unknown = of_session(nobody.clone(), "car", "1");
    assert_eq!(tell(unknown), [true; 4]);
    let desk = of_session(nobody.clone(), "desk", "2");
    assert_eq!(tell(desk), [false, true, true, true]);
    assert_eq!(last_actions(&site, 1), ["end_sessions_by_provider"]);

    // One with who it is of: of nobody else.
    let stranger = site.visitor().named("Nobody Known");
    let others = of_session(says(world, &stranger), "phone", "3");
    assert_eq!(tell(others), [false, true, true, true]);
    let phones = of_session(says(world, &ada), "phone", "4");
    assert_eq!(tell(phones), [false, false, true, true]);

    // All that stand for the same one.
    comes(world, &ada, SENT, |says| with(says, "sid", json!("tablet")));
    let both = of_session(nobody, "tablet", "5");
    assert_eq!(tell(both), [false, false, false, true]);

    // Without a session all of the person end.
    let all = with(says(world, &ada), "jti", json!("6"));
    assert_eq!(tell(all), [false; 4]);
}

#[test]
fn a_session_that_waits_for_its_code_ends_with_the_one_that_it_came_from() {
    let (provider, site, ada) = world();
    let world = (&provider, &site);
    ada.sign_in();
    let app = enrol(&site, &ada).app;
    ada.sign_out();
    let ends = |named: &str, jti: &str| {
        let nobody = with(says(world, &ada), "sub", Value::Null);
        let word = of_session(nobody, named, jti);
        assert_eq!(told(&site, &provider.token(KIND, &word)), 200);
    };
    let types = |asked: &Page| answer(&ada, asked, &app.code_at(site.clock.now()));
    let named = |named: &'static str| move |says: Value| with(says, "sid", json!(named));

    let asked = comes(world, &ada, SENT, named("desk"));
    site.pass_minutes(1);
    ends("phone", "1");
    types(&asked);
    assert!(is_in(&ada), "another session ended");
    ends("desk", "2");
    assert!(!is_in(&ada));

    let asked = comes(world, &ada, SENT, named("phone"));
    site.pass_minutes(1);
    ends("phone", "3");
    types(&asked);
    assert!(!is_in(&ada));
}

#[test]
fn a_word_that_is_not_the_providers_or_tells_of_no_sign_out_ends_nothing() {
    let (provider, site, ada) = world();
    let world = (&provider, &site);
    comes(world, &ada, SENT, |says| says);
    let good = says(world, &ada);
    let wrong = [
        ("nonce", json!("of a sign-in")),
        ("events", Value::Null),
        ("events", json!({})),
        (
            "events",
            json!({ "http://schemas.openid.net/event/other": {} }),
        ),
        ("events", json!({ EVENT: "yes" })),
        ("jti", Value::Null),
        ("jti", json!("")),
        ("sub", Value::Null),
        ("sub", json!("")),
        ("sid", json!("")),
        ("sid", json!(7)),
    ];
    let refuses = |token: &str, what: &str| {
        assert_eq!(told(&site, token), 400, "{what}");
        assert!(is_in(&ada), "{what}");
    };
    for (name, value) in wrong.into_iter().chain(elsewhere(&site)) {
        let what = format!("{name}: {value}");
        let token = provider.token(KIND, &with(good.clone(), name, value));
        refuses(&token, &what);
    }
    let token = provider.token(KIND, &good);
    let (said, signature) = token.rsplit_once('.').expect("three parts");
    let other = provider.token(KIND, &with(good.clone(), "jti", json!("another")));
    let (others, _) = other.rsplit_once('.').expect("three parts");
    refuses(&format!("{others}.{signature}"), "another signature");
    refuses(&format!("{said}."), "no signature");
    refuses(&provider.token("at+jwt", &good), "another kind of token");
    refuses("guess", "no token");
    assert_eq!(site.visitor().post(TOLD, &[]).status, 400);
    // It was the token alone that was wrong.
    assert_eq!(told(&site, &token), 200);
    assert!(!is_in(&ada));
}

#[test]
fn a_word_under_a_head_that_is_not_understood_ends_nothing() {
    let (provider, site, ada) = world();
    let world = (&provider, &site);
    comes(world, &ada, SENT, |says| says);
    let good = says(world, &ada);
    let heads = [
        json!({ "alg": "none" }),
        json!({ "alg": "HS256", "kid": "first" }),
        json!({ "alg": "RS384", "kid": "first" }),
        json!({ "kid": "first" }),
        json!({ "alg": "RS256", "kid": "next" }),
        json!({ "alg": "RS256", "kid": "first", "crit": ["exp"] }),
        json!({ "alg": "RS256", "kid": "first", "cty": "JWT" }),
    ];
    for head in heads {
        let token = provider.token_under(&head, &good);
        assert_eq!(told(&site, &token), 400, "{head}");
        assert!(is_in(&ada), "{head}");
    }
    // How it is signed is all that has to be said.
    let token = provider.token_under(&json!({ "alg": "RS256" }), &good);
    assert_eq!(told(&site, &token), 200);
    assert!(!is_in(&ada));
}

#[test]
fn a_sign_out_is_believed_under_the_providers_next_key_too() {
    let (provider, site, ada) = world();
    let world = (&provider, &site);
    comes(world, &ada, SENT, |says| says);
    provider.changes_its_key();
    // Its keys were asked for just now, and are not at every wrong signature.
    let token = provider.token(KIND, &says(world, &ada));
    assert_eq!(told(&site, &token), 400);
    assert!(is_in(&ada));
    site.pass_minutes(2);
    let token = provider.token(KIND, &says(world, &ada));
    assert_eq!(told(&site, &token), 200);
    assert!(!is_in(&ada));
}

#[test]
fn of_many_who_sign_out_there_at_once_each_is_heard() {
    let (provider, site, _ada) = world();
    let world = (&provider, &site);
    let stranger = site.visitor().named("Nobody Known");
    // Nobody has asked for its keys within the hour.
    site.pass_minutes(61);
    let words = (0..8).map(|n| with(says(world, &stranger), "jti", json!(format!("out-{n}"))));
    let tokens: Vec<String> = words.map(|word| provider.token(KIND, &word)).collect();
    let machine = site.visitor();
    let tell = |token: &str| {
        let pairs = [("logout_token".to_owned(), token.to_owned())];
        machine.post(TOLD, &pairs).status
    };
    let tell = &tell;
    let answers = thread::scope(|scope| {
        let all: Vec<_> = tokens
            .iter()
            .map(|token| scope.spawn(move || tell(token)))
            .collect();
        let answers = all.into_iter().map(|one| one.join().expect("an answer"));
        answers.collect::<Vec<u16>>()
    });
    assert_eq!(answers, [200; 8]);
}

#[test]
fn of_whom_nobody_knows_here_and_without_a_provider_nothing_is_done() {
    let (provider, site, ada) = world();
    let world = (&provider, &site);
    comes(world, &ada, SENT, |says| says);
    let stranger = site.visitor().named("Nobody Known");
    let before = last_actions(&site, 1);
    let token = provider.token(KIND, &says(world, &stranger));
    assert_eq!(told(&site, &token), 200);
    assert_eq!(last_actions(&site, 1), before);
    assert!(is_in(&ada));
    assert_eq!(told(&TestSite::start(), &token), 404);
}
