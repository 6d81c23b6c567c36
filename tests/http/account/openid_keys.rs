//! A provider that begins to sign with another key.

use super::openid::{ELSEWHERE, comes};
use crate::support::{Provider, TestSite};

#[test]
fn a_sign_in_goes_on_when_the_provider_signs_with_another_key() {
    let provider = Provider::start();
    let site = TestSite::start_with(|config| provider.set_up(config));
    let ada = site.first_admin("Ada Levi");
    let place = "/sign-in/openid";
    ada.sign_out();
    let enters = || {
        let status = comes((&provider, &site), &ada, place, |says| says).status;
        assert_eq!(status == 200, ada.get("/account").path == "/account");
        if status == 200 {
            ada.sign_out();
        }
        status
    };
    assert_eq!(enters(), 200);
    provider.changes_its_key();
    // Its keys were asked for just now, and are not at every wrong signature.
    assert_eq!(enters(), 403);
    site.pass_minutes(2);
    assert_eq!(enters(), 200);

    // Without a name only the signature tells that it is another key.
    provider.changes_its_key();
    site.pass_minutes(2);
    let asked = provider.asked(&ada.get_once(place));
    let says = provider.says(&asked, &ada.email, site.clock.now());
    let inside = ada.get(&provider.back_by_no_name(&asked, &says));
    assert_eq!(inside.status, 200);
    assert_ne!(inside.heading(), ELSEWHERE);
    assert_eq!(ada.get("/account").path, "/account");
}
