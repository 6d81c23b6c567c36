//! Signing out here and at the provider of staff.

use super::openid::comes;
use crate::support::{Person, Provider, TestSite};

const SENT: &str = "/sign-in/openid";

fn world(provider: &Provider) -> (TestSite, Person) {
    let site = TestSite::start_with(|config| provider.set_up(config));
    let ada = site.first_admin("Ada Levi");
    // A session that a password opened has nothing to do with the provider.
    assert_eq!(ada.sign_out().notice(), "You are signed out.");
    (site, ada)
}

#[test]
fn whoever_signed_in_there_is_led_there_to_sign_out_too() {
    let provider = Provider::start();
    let (site, ada) = world(&provider);
    comes((&provider, &site), &ada, SENT, |says| says);
    // Nobody is signed out by a link.
    assert_ne!(ada.get("/sign-in/openid/out").status, 404);
    assert_eq!(ada.get("/account").path, "/account");

    let out = ada.sign_out();
    assert_eq!(out.heading(), "You are signed out here");
    assert_ne!(ada.get("/account").path, "/account");
    let place = out.link("Sign out at Olive ID");
    let leads = format!("0;url={place}");
    assert_eq!(out.header("refresh"), Some(leads.as_str()));
    let back = provider.signs_out(&place);

    // What comes back from elsewhere says nothing.
    let made_up = "/sign-in/openid/out/return?state=guess";
    assert_eq!(ada.get(made_up).notice(), "");
    assert_eq!(ada.at_another_browser().get(&back).notice(), "");
    let home = ada.get(&back);
    assert_eq!(
        (&*home.path, &*home.notice()),
        ("/", "You are signed out, here and where you signed in.")
    );
    ada.sign_in();
    assert_eq!(ada.sign_out().notice(), "You are signed out.");
}

#[test]
fn where_the_provider_has_no_way_out_or_is_away_one_is_told_so() {
    let provider = Provider::start();
    provider.forgets_the_way_out();
    let (site, ada) = world(&provider);
    let here = "You are signed out here. Where you signed in you may be signed in still.";
    comes((&provider, &site), &ada, SENT, |says| says);
    assert_eq!(ada.sign_out().notice(), here);

    // A process that never met it, after it went away.
    comes((&provider, &site), &ada, SENT, |says| says);
    let other = site.again_with(|config| provider.set_up(config));
    drop(provider);
    let elsewhere = ada.led_to(&other.address);
    assert_eq!(elsewhere.sign_out().notice(), here);
    assert_ne!(ada.get("/account").path, "/account");
}
