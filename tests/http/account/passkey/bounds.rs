//! How many passkeys there are, how often one is asked for, and what removing one ends.

use super::{PLACE, add, asks_for_new, begin, device, is_signed_in, made, question, sign_in, site};
use crate::support::Page;

const REMOVAL: &str = "/account/passkeys/removal";

#[test]
fn removing_one_signs_other_browsers_out_and_is_told() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    let mut phone = device(1);
    add(&rana, "My phone", &phone);
    add(&rana, "My key", &device(2));
    let laptop = rana.at_another_browser();
    assert_eq!(sign_in(&laptop, &mut phone).status, 303);
    assert!(is_signed_in(&laptop));
    let before = site.letters_to(&rana.email).len();
    let page = rana.get(&rana.get(PLACE).link("Remove My key"));
    let gone = rana.submit(&page, REMOVAL, &[]);
    assert_eq!(gone.notice(), "The passkey was removed.");
    assert!(!is_signed_in(&laptop) && is_signed_in(&rana));
    let letters = site.letters_to(&rana.email).into_iter().skip(before);
    let told: Vec<String> = letters.map(|letter| letter.subject).collect();
    assert_eq!(told, ["The passkeys of your account were changed"]);
}

#[test]
fn a_person_has_ten_at_most() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    for number in 1..10 {
        add(&rana, &format!("Key {number}"), &device(number));
    }
    let refused = |page: &Page| {
        let most = "You have 10 passkeys, and more are not possible. Remove one first.";
        let told = page.error("passkey_name");
        assert_eq!((page.status, told.as_str()), (422, most));
        assert_eq!(rana.get(PLACE).texts("#passkeys li").len(), 10);
    };
    // Two are begun while there is room for one.
    let asked = ["Key 10", "Key 11"].map(|name| asks_for_new(&rana, name));
    let tenth = made(&rana, &asked[0], "Key 10", &device(10));
    assert_eq!(tenth.location(), PLACE);
    refused(&made(&rana, &asked[1], "Key 11", &device(11)));
    refused(&asks_for_new(&rana, "Key 11"));

    let page = rana.get(&rana.get(PLACE).link("Remove Key 1"));
    rana.submit(&page, REMOVAL, &[]);
    assert_eq!(add(&rana, "Key 11", &device(11)).location(), PLACE);
}

#[test]
fn a_device_is_asked_twenty_times_in_a_quarter_of_an_hour() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    let mut phone = device(1);
    add(&rana, "My phone", &phone);
    rana.sign_out();
    let (begun, _) = begin(&rana);
    for _ in 1..20 {
        question(&rana, "/sign-in/passkey", &begun);
    }
    let more = rana.post_with_token("/sign-in/passkey", &[("begun", &*begun)]);
    assert_eq!(more.status, 409);
    assert!(more.text().contains("Too many tries. Wait 15 minutes"));
    // Other browsers are counted apart.
    begin(&rana.at_another_browser());
    site.pass_minutes(16);
    assert_eq!(sign_in(&rana, &mut phone).status, 303);
}
