//! Showing again at the provider of staff that it is oneself.

use evenhand::domain::account::Role;
use evenhand::domain::second_factor::AppSecret;
use evenhand::store::latest_events;
use serde_json::{Value, json};

use super::openid::{ELSEWHERE, SENT, comes, last_actions, with};
use crate::support::{Provider, TestSite};

#[test]
fn a_proof_at_the_provider_is_a_new_sign_in_there() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| {
        provider.set_up(config);
        config.proof_minutes = 15;
    });
    let ada = site.first_admin("Ada Levi");
    site.pass_minutes(16);
    let place = "/admin/applications/01990000-0000-7000-8000-000000000000/packet.pdf";
    let door = ada.get(place);
    assert_eq!(door.heading(), "Show that it is you");
    let sent = door.link("Or show it at Olive ID, in another tab");
    let asked = provider.asked(&ada.get_once(&sent));
    assert_eq!((&*asked["prompt"], &*asked["max_age"]), ("login", "0"));

    // A sign-in of this morning is none, and neither is one of which nobody says when.
    let now = site.clock.now().micros() / 1_000_000;
    for at in [json!(now - 3_600), Value::Null] {
        let page = comes((&provider, &site), &ada, &sent, |says| {
            with(says, "auth_time", at)
        });
        assert_eq!((page.status, &*page.heading()), (403, ELSEWHERE));
        assert!(
            page.the("p.lead")
                .starts_with("You have to sign in there anew")
        );
    }
    assert_eq!(ada.get(place).heading(), "Show that it is you");
    // Nor is that of somebody else.
    let page = comes((&provider, &site), &ada, &sent, |says| {
        with(says, "email", json!("noor.khalil@example.org"))
    });
    assert_eq!(page.status, 403);

    let back = comes((&provider, &site), &ada, &sent, |says| says);
    assert_eq!((back.status, &*back.path), (404, place));
    assert_eq!(last_actions(&site, 1), ["prove_identity"]);
}

#[test]
fn what_was_pressed_waits_for_a_proof_in_another_tab() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| {
        provider.set_up(config);
        config.proof_minutes = 15;
    });
    let mut ada = site.first_admin("Ada Levi");
    ada.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    site.pass_minutes(16);
    let typed = [("email", "noor.khalil@example.org"), ("role", "reviewer")];
    let asked = ada.post_with_token("/admin/people", &typed);
    assert_eq!(
        (asked.status, &*asked.heading()),
        (403, "Show that it is you")
    );
    let none = ada.submit(&asked, "/account/proof", &[]);
    assert_eq!(none.status, 422, "nothing was shown yet");
    let sent = asked.link("Or show it at Olive ID, in another tab");
    let tab = comes((&provider, &site), &ada, &sent, |says| says);
    assert!(
        tab.notice()
            .starts_with("Thank you. Go back to the other tab")
    );
    let proved = ada.submit(&asked, "/account/proof", &[]);
    assert_eq!(proved.heading(), "Thank you");
    let done = ada.submit(&proved, "/admin/people", &[]);
    assert_eq!(done.notice(), "The invitation is on its way.");
}

#[test]
fn whoever_signs_in_there_alone_needs_no_password_for_a_key() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| provider.set_up(config));
    let mut ada = site.first_admin("Ada Levi");
    ada.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    site.pass_minutes(6);
    let keys = "/admin/access-tokens";
    let typed = [
        ("name", "The dashboard"),
        ("scopes", "awards"),
        ("days", "2"),
    ];
    let asked = ada.post_with_token(keys, &typed);
    assert_eq!(asked.heading(), "Show that it is you");
    let sent = asked.link("Or show it at Olive ID, in another tab");
    comes((&provider, &site), &ada, &sent, |says| says);
    let proved = ada.submit(&asked, "/account/proof", &[]);
    let made = ada.submit(&proved, keys, &[]);
    assert!(made.has("#secret code"), "{}", made.text());
}

#[test]
fn a_second_step_that_is_owed_is_set_up_without_a_password() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| {
        provider.set_up(config);
        "admin".clone_into(&mut config.second_factor);
    });
    let mut ada = site.first_admin("Ada Levi");
    ada.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    ada.sign_out();
    let now = site.clock.now().micros() / 1_000_000;
    let page = comes((&provider, &site), &ada, "/sign-in/openid", |says| {
        with(says, "auth_time", json!(now - 3_600))
    });
    let place = "/account/second-factor";
    assert_eq!(page.path, place);
    let app = AppSecret::parse(&page.the("code#secret")).expect("a secret");
    let code = app.code_at(site.clock.now());
    let typed = [("one_time_code", &*code)];
    let asked = ada.submit(&page, place, &typed);
    assert_eq!(asked.heading(), "Show that it is you");
    let sent = asked.link("Or show it at Olive ID, in another tab");
    comes((&provider, &site), &ada, &sent, |says| says);
    let proved = ada.submit(&asked, "/account/proof", &[]);
    let again = ada.submit(&proved, place, &[]);
    let done = ada.submit(&again, place, &typed);
    assert_eq!(done.heading(), "Your recovery codes");
    assert_eq!(ada.get("/admin/rounds").path, "/admin/rounds");
}

#[test]
fn an_old_sign_in_there_opens_and_proves_nothing() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| {
        provider.set_up(config);
        config.proof_minutes = 15;
    });
    let ada = site.first_admin("Ada Levi");
    let place = "/admin/applications/01990000-0000-7000-8000-000000000000/packet.pdf";
    let now = site.clock.now().micros() / 1_000_000;
    // The last one is ahead of this site's clock, which counts.
    let told = [
        (json!(now - 3_600), 200),
        (Value::Null, 200),
        (json!(now), 404),
        (json!(now + 3_600), 404),
    ];
    for (at, status) in told {
        ada.sign_out();
        comes((&provider, &site), &ada, "/sign-in/openid", |says| {
            with(says, "auth_time", at)
        });
        assert_eq!(ada.get("/account").heading(), "Your account");
        let door = ada.get(place);
        assert_eq!(door.status, status);
        assert_eq!(door.heading() == "Show that it is you", status == 200);
    }
    site.pass_minutes(16);
    assert_eq!(ada.get(place).heading(), "Show that it is you");
}

#[test]
fn whoever_proves_there_as_another_of_the_staff_is_refused() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| {
        provider.set_up(config);
        config.proof_minutes = 15;
    });
    let ada = site.first_admin("Ada Levi");
    let ben = ada.invites("Ben Amir", Role::Admin);
    let (world, letters) = ((&provider, &site), site.letters_to(&ben.email).len());
    site.pass_minutes(16);
    let place = "/admin/applications/01990000-0000-7000-8000-000000000000/packet.pdf";
    let sent = ada
        .get(place)
        .link("Or show it at Olive ID, in another tab");
    let proves_as_ben = || {
        let page = comes(world, &ada, &sent, |says| {
            let says = with(says, "email", json!(ben.email));
            with(says, "sub", json!(format!("person-{}", ben.email)))
        });
        assert_eq!((page.status, &*page.heading()), (403, ELSEWHERE));
        let told = page.the("p.lead");
        assert!(told.starts_with("You signed in there as somebody else"));
        let last = site.read(|reader| latest_events(reader, None, 1));
        let last = (last[0].action.as_str(), last[0].after_state.as_str());
        assert_eq!(last, ("refuse_openid", "other_person"));
        assert_eq!(ada.get(place).heading(), "Show that it is you");
    };
    // By his address, which links nothing, and once he signs in there himself.
    proves_as_ben();
    assert_eq!(site.letters_to(&ben.email).len(), letters);
    comes(world, &ben.at_another_browser(), SENT, |says| says);
    assert_eq!(last_actions(&site, 2), ["sign_in", "link_openid"]);
    proves_as_ben();
}
