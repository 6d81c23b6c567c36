//! Whose address a provider may tell us, and how.

use evenhand::domain::account::Role;
use serde_json::{Value, json};

use super::openid::{SENT, UNKNOWN, comes, is_in, refused, with, world};
use crate::support::{Provider, TestSite};

#[test]
fn addresses_that_ones_own_provider_gives_out_count_if_that_is_set() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| {
        provider.set_up(config);
        config.openid_domains = "example.org".to_owned();
        config.openid_own_addresses = true;
    });
    let ada = site.first_admin("Ada Levi");
    let ben = ada.invites("Ben Amir", Role::Admin);
    for person in [&ada, &ben] {
        person.sign_out();
    }
    let both = (&provider, &site);
    let silent = |says| with(says, "email_verified", Value::Null);
    let page = comes(both, &ada, SENT, |says| {
        with(says, "email_verified", json!(false))
    });
    let unconfirmed = "Where you signed in, your address isn’t confirmed.";
    refused(&page, &ada, unconfirmed);
    let page = comes(both, &ada, SENT, |says| {
        with(silent(says), "email", json!("ada.levi@example.com"))
    });
    refused(&page, &ada, UNKNOWN);
    assert_eq!(comes(both, &ada, SENT, silent).status, 200);
    assert!(is_in(&ada));
    // Told apart from the token it is the same.
    let asked = provider.asked(&ben.get_once(SENT));
    let says = silent(provider.says(&asked, &ben.email, site.clock.now()));
    let back = ben.get(&provider.back_apart(&asked, &says, "person-ben.amir@example.org"));
    assert_eq!(back.status, 200);
    assert!(is_in(&ben));
}

#[test]
fn an_address_that_is_told_apart_from_the_token_is_of_the_same_person() {
    let (provider, site, ada) = world();
    for (person, status) in [("somebody-else", 403), ("person-ada.levi@example.org", 200)] {
        let asked = provider.asked(&ada.get_once(SENT));
        let says = provider.says(&asked, &ada.email, site.clock.now());
        let back = ada.get(&provider.back_apart(&asked, &says, person));
        assert_eq!(back.status, status, "{person}");
    }
    assert!(is_in(&ada));
}
