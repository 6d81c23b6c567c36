//! Signing in at the provider of staff: who comes in, whom it opens for later, and what
//! is not believed.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;
use serde_json::{Value, json};

use super::second_factor::{answer, enrol};
use crate::support::{Page, Person, Provider, TestSite};

pub const SENT: &str = "/sign-in/openid";
pub const ELSEWHERE: &str = "Signing in elsewhere";

/// A site whose staff signs in at a provider, with its first admin, signed out.
pub fn world() -> (Provider, TestSite, Person) {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| provider.set_up(config));
    let ada = site.first_admin("Ada Levi");
    ada.sign_out();
    (provider, site, ada)
}

/// Goes to the provider, which says what is made of what it says by default.
pub fn comes(
    (provider, site): (&Provider, &TestSite),
    person: &Person,
    place: &str,
    made: impl FnOnce(Value) -> Value,
) -> Page {
    let asked = provider.asked(&person.get_once(place));
    let says = made(provider.says(&asked, &person.email, site.clock.now()));
    person.get(&provider.back(&asked, &says))
}

pub fn with(mut says: Value, name: &str, value: Value) -> Value {
    says[name] = value;
    says
}

/// What a token says that is for another program, by another provider, or of another time.
pub fn elsewhere(site: &TestSite) -> [(&'static str, Value); 6] {
    let now = site.clock.now().micros() / 1_000_000;
    [
        ("aud", json!("another")),
        ("aud", json!(["evenhand", "another"])),
        ("iss", json!("https://id.example.org")),
        ("exp", json!(now - 61)),
        ("iat", json!(now + 120)),
        ("iat", json!(now - 3_600)),
    ]
}

pub fn is_in(person: &Person) -> bool {
    person.get("/account").heading() == "Your account"
}

pub fn last_actions(site: &TestSite, n: i64) -> Vec<String> {
    let events = site.read(|reader| latest_events(reader, None, n));
    events.into_iter().map(|event| event.action).collect()
}

pub fn refused(page: &Page, person: &Person, beginning: &str) {
    assert_eq!((page.status, &*page.heading()), (403, ELSEWHERE));
    assert!(page.the("p.lead").starts_with(beginning), "{}", page.text());
    assert!(!is_in(person));
}

pub const UNKNOWN: &str = "Nobody who works here signs in so.";

#[test]
fn staff_come_in_by_their_address_once_and_by_who_they_are_afterwards() {
    let (provider, site, ada) = world();
    let door = ada.get("/sign-in?return_to=/account/password");
    let sent = door.link("Sign in with Olive ID");
    let inside = comes((&provider, &site), &ada, &sent, |says| says);
    assert_eq!((inside.status, &*inside.path), (200, "/account/password"));
    assert_eq!(last_actions(&site, 2), ["sign_in", "link_openid"]);
    assert_eq!(ada.letter().subject, "Your account opens in another way");

    // Their address there may change; the account is theirs.
    ada.sign_out();
    let moved = comes((&provider, &site), &ada, SENT, |says| {
        with(says, "email", json!("somebody@example.org"))
    });
    assert_eq!(moved.status, 200);
    assert!(is_in(&ada));
    assert_eq!(last_actions(&site, 1), ["sign_in"]);

    // Whoever has the address there later is somebody else.
    let heir = ada.at_another_browser();
    let page = comes((&provider, &site), &heir, SENT, |says| {
        with(says, "sub", json!("another"))
    });
    refused(&page, &heir, UNKNOWN);
    assert_eq!(last_actions(&site, 1), ["refuse_openid"]);

    // Until an admin takes the link away; the password opens all the while.
    let ben = ada.invites("Ben Amir", Role::Admin);
    let people = ben.get("/admin/people");
    let all = people.attributes("a[href$='/sign-in']", "href");
    let pages = all.iter().map(|place| ben.get(place));
    let linked: Vec<Page> = pages
        .filter(|page| page.has("form[action$='/openid']"))
        .collect();
    assert_eq!(linked.len(), 1);
    let taken = ben.submit(&linked[0], "form[action$='/openid']", &[]);
    assert_eq!(taken.notice(), "Taken away.");
    assert_eq!(last_actions(&site, 1), ["unlink_openid"]);
    assert!(!is_in(&ada), "whom it opened for is out");
    let page = comes((&provider, &site), &heir, SENT, |says| {
        with(says, "sub", json!("another"))
    });
    assert_eq!(page.status, 200);
    assert!(is_in(&heir));
    ada.sign_in();
}

#[test]
fn a_token_that_is_not_for_this_sign_in_opens_nothing() {
    let (provider, site, ada) = world();
    let wrong = [("nonce", json!("another")), ("nonce", Value::Null)];
    for (name, value) in wrong.into_iter().chain(elsewhere(&site)) {
        let told = match name {
            "exp" | "iat" => "What came back is of another time",
            _ => "What came back can’t be believed",
        };
        let page = comes((&provider, &site), &ada, SENT, |says| {
            with(says, name, value)
        });
        refused(&page, &ada, told);
    }
    let asked = provider.asked(&ada.get_once(SENT));
    let says = provider.says(&asked, &ada.email, site.clock.now());
    let page = ada.get(&provider.back_unsigned(&asked, &says));
    refused(&page, &ada, "What came back can’t be believed");
    // Somebody else's words under this signature.
    let asked = provider.asked(&ada.get_once(SENT));
    let place = provider.back(&asked, &says);
    refused(&ada.get(&place), &ada, "What came back can’t be believed");
    // A code that the provider does not know.
    let asked = provider.asked(&ada.get_once(SENT));
    let made_up = format!("/sign-in/openid/return?code=guess&state={}", asked["state"]);
    refused(&ada.get(&made_up), &ada, "What came back can’t be believed");
    // Clocks differ by less than a minute.
    let now = site.clock.now().micros() / 1_000_000;
    let page = comes((&provider, &site), &ada, SENT, |says| {
        with(says, "exp", json!(now - 30))
    });
    assert_eq!(page.status, 200);
    assert!(is_in(&ada));
}

#[test]
fn whatever_a_provider_says_is_answered() {
    let (provider, site, ada) = world();
    let odd = [
        json!("\0"),
        json!("x".repeat(300)),
        json!(i64::MAX),
        json!([[{}]]),
        json!(""),
    ];
    for name in ["sub", "email", "email_verified", "iat", "auth_time", "amr"] {
        site.pass_minutes(16);
        for value in &odd {
            let page = comes((&provider, &site), &ada, SENT, |says| {
                with(says, name, value.clone())
            });
            match name {
                "sub" => refused(&page, &ada, "What came back can’t be believed"),
                _ => assert!(page.status < 500, "{name} {value}: {}", page.text()),
            }
            if is_in(&ada) {
                ada.sign_out();
            }
        }
    }
}

#[test]
fn the_way_back_leads_in_once_in_time_and_in_one_browser() {
    let (provider, site, ada) = world();
    let back = |person: &Person| {
        let asked = provider.asked(&person.get_once(SENT));
        let says = provider.says(&asked, &ada.email, site.clock.now());
        provider.back(&asked, &says)
    };
    let place = back(&ada);
    let thief = ada.at_another_browser();
    assert_eq!(thief.get(&place).status, 409);
    assert!(!is_in(&thief));
    assert_eq!(ada.get(&place).status, 200);
    assert!(is_in(&ada));
    ada.sign_out();
    let again = ada.get(&place);
    assert_eq!((again.status, &*again.heading()), (409, ELSEWHERE));
    let place = back(&ada);
    site.pass_minutes(11);
    assert_eq!(ada.get(&place).status, 409);
    assert_eq!(ada.get("/sign-in/openid/return?code=a&state=b").status, 409);
    assert!(!is_in(&ada));
}

#[test]
fn a_way_back_that_led_in_leads_in_no_more_with_another_code() {
    let (provider, site, ada) = world();
    let asked = provider.asked(&ada.get_once(SENT));
    let says = provider.says(&asked, &ada.email, site.clock.now());
    let ways = [(); 2].map(|()| provider.back(&asked, &says));
    let browser = ada.cookie("evenhand").expect("a browser with a mark");
    assert_eq!(ada.get(&ways[0]).status, 200);
    assert!(is_in(&ada));
    ada.sign_out();
    ada.set_cookie("evenhand", &browser);
    assert_eq!(ada.get(&ways[1]).status, 409);
    assert!(!is_in(&ada));
}

#[test]
fn nobody_else_comes_in_and_no_account_is_made() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| {
        provider.set_up(config);
        config.openid_domains = "example.org, example.net".to_owned();
    });
    let ada = site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    for person in [&ada, &rana] {
        person.sign_out();
    }
    let both = (&provider, &site);
    let page = comes(both, &ada, SENT, |says| {
        with(says, "email_verified", json!(false))
    });
    refused(
        &page,
        &ada,
        "Where you signed in, your address isn’t confirmed.",
    );
    let page = comes(both, &ada, SENT, |says| {
        with(says, "email_verified", Value::Null)
    });
    refused(
        &page,
        &ada,
        "Where you signed in, your address isn’t confirmed.",
    );
    refused(&comes(both, &rana, SENT, |says| says), &rana, UNKNOWN);
    assert_eq!(last_actions(&site, 1), ["refuse_openid"]);
    let nobody = site.visitor().named("No Body");
    refused(&comes(both, &nobody, SENT, |says| says), &nobody, UNKNOWN);
    refused(&comes(both, &nobody, SENT, |says| says), &nobody, UNKNOWN);
    let page = comes(both, &ada, SENT, |says| {
        with(says, "email", json!("ada.levi@example.com"))
    });
    refused(&page, &ada, UNKNOWN);
    assert_eq!(comes(both, &ada, SENT, |says| says).status, 200);
    assert!(is_in(&ada));
}

#[test]
fn without_its_provider_a_site_says_so_and_passwords_open() {
    let (provider, site, ada) = world();
    let asked = provider.asked(&ada.get_once(SENT));
    let place = format!(
        "/sign-in/openid/return?error=access_denied&state={}",
        asked["state"]
    );
    let page = ada.get(&place);
    assert_eq!((page.status, &*page.heading()), (403, ELSEWHERE));
    let asked = provider.asked(&ada.get_once(SENT));
    let says = provider.says(&asked, &ada.email, site.clock.now());
    let place = provider.back(&asked, &says);
    drop(provider);
    let away = ada.get(&place);
    assert_eq!((away.status, &*away.heading()), (503, ELSEWHERE));
    assert_eq!(away.header("retry-after"), Some("60"));
    assert!(away.the("p.lead").contains("doesn’t answer as it should"));
    let door = ada.click(&away, "Sign in another way");
    assert_eq!(door.heading(), "Sign in");
    ada.sign_in();

    // Nor where it was never met.
    let other = site.again_with(|config| {
        config.openid_issuer = "http://127.0.0.1:9".to_owned();
        config.openid_client_id = "evenhand".to_owned();
    });
    let visitor = other.visitor();
    assert_eq!(visitor.get(SENT).status, 503);
    let none = site.again_with(|_| {});
    assert_eq!(none.visitor().get(SENT).status, 404);
    assert!(
        !none
            .visitor()
            .get("/sign-in")
            .text()
            .contains("Sign in with")
    );
}

#[test]
fn going_there_is_slowed_for_one_network() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| {
        provider.set_up(config);
        config.sign_in_tries = 1;
    });
    let visitor = site.visitor();
    for _ in 0..10 {
        assert_eq!(visitor.get_once(SENT).status, 303);
    }
    assert_eq!(visitor.get_once(SENT).status, 429);
    site.pass_minutes(16);
    assert_eq!(visitor.get_once(SENT).status, 303);
}

#[test]
fn our_own_second_step_is_asked_unless_the_providers_counts() {
    let (provider, site, ada) = world();
    ada.sign_in();
    let app = enrol(&site, &ada).app;
    ada.sign_out();
    let twice = |says| with(says, "amr", json!(["pwd", "otp"]));
    let asked = comes((&provider, &site), &ada, SENT, twice);
    assert_eq!((asked.status, &*asked.heading()), (200, "One more step"));
    assert!(!is_in(&ada));
    site.pass_minutes(1);
    answer(&ada, &asked, &app.code_at(site.clock.now()));
    assert!(is_in(&ada));

    let trusting = site.again_with(|config| {
        provider.set_up(config);
        config.openid_second_step = true;
    });
    let elsewhere = ada.led_to(&trusting.address);
    elsewhere.sign_out();
    let asked = comes((&provider, &trusting), &elsewhere, SENT, |says| says);
    assert_eq!(asked.heading(), "One more step", "one step there is one");
    comes((&provider, &trusting), &elsewhere, SENT, twice);
    assert!(is_in(&elsewhere));
}
