//! What proves nothing.

use super::{
    LATE, PLACE, WRONG, add, begin, device, finish, is_signed_in, last_actions, question, sign_in,
    site,
};
use crate::support::{Device, Page};

#[test]
fn what_a_device_is_asked_is_answered_once_soon_and_for_that_alone() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    let mut phone = device(1);
    add(&rana, "My phone", &phone);
    let refused = |page: &Page, why: &str| {
        assert_eq!((page.status, page.problems()), (422, vec![why.to_owned()]));
    };

    // Used.
    let thief = rana.at_another_browser();
    rana.sign_out();
    let (begun, asked) = begin(&rana);
    let answer = phone.proves(&asked.options);
    let done = finish(&rana, &begun, &asked.secret, &answer);
    assert_eq!(done.status, 303);
    let (begun, _) = begin(&thief);
    refused(&finish(&thief, &begun, &asked.secret, &answer), LATE);
    // Of a proof, not of a sign-in.
    let asked = question(&rana, "/account/proof/passkey", "");
    let answer = phone.proves(&asked.options);
    refused(&finish(&thief, &begun, &asked.secret, &answer), LATE);
    // Wrong once, and spent.
    let asked = question(&thief, "/sign-in/passkey", &begun);
    refused(&finish(&thief, &begun, &asked.secret, "{}"), WRONG);
    let answer = phone.proves(&asked.options);
    refused(&finish(&thief, &begun, &asked.secret, &answer), LATE);
    // Of somebody else.
    let dov = site.applicant("Dov Amir");
    let mut key = device(2);
    add(&dov, "My key", &key);
    dov.sign_out();
    let (_, asked) = begin(&dov);
    let answer = key.proves(&asked.options);
    refused(&finish(&thief, &begun, &asked.secret, &answer), LATE);
    // Too late, though the sign-in goes on.
    let asked = question(&thief, "/sign-in/passkey", &begun);
    let answer = phone.proves(&asked.options);
    site.pass_minutes(6);
    refused(&finish(&thief, &begun, &asked.secret, &answer), LATE);
    assert!(!is_signed_in(&thief));
}

#[test]
fn a_device_proves_nothing_of_another_site_or_person() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    let phone = device(1);
    add(&rana, "My phone", &phone);
    let dov = site.applicant("Dov Amir");
    let key = device(2);
    add(&dov, "My key", &key);
    let elsewhere = phone.at("http://localhost:8081");
    rana.sign_out();
    for mut stranger in [elsewhere, key, device(3)] {
        let refused = sign_in(&rana, &mut stranger);
        assert_eq!(refused.problems(), [WRONG]);
        assert_eq!(last_actions(&site, 1), ["refuse_passkey"]);
    }
    assert!(!is_signed_in(&rana));
    // Nor is one of another site added.
    let far = Device::new(4, "https://localhost.example");
    let refused = add(&dov, "Far away", &far);
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .error("passkey_name")
            .starts_with("This passkey was not accepted")
    );
    assert_eq!(refused.value("passkey_name"), "Far away");
    // Nor one that is somebody's already.
    assert_eq!(add(&dov, "Hers", &phone).status, 422);
    assert_eq!(dov.get(PLACE).texts("#passkeys li").len(), 1);
}

#[test]
fn a_copied_device_is_refused_on_record_and_told() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    let mut phone = device(1);
    add(&rana, "My phone", &phone);
    let mut copy = phone.clone();
    rana.sign_out();
    assert_eq!(sign_in(&rana, &mut phone).status, 303);
    let thief = rana.at_another_browser();
    assert_eq!(sign_in(&thief, &mut copy).problems(), [WRONG]);
    assert_eq!(last_actions(&site, 1), ["refuse_copied_passkey"]);
    let subject = "One of your passkeys may have been copied";
    assert_eq!(rana.letter().subject, subject);

    // Also where both were asked before either had answered.
    let mut copy = phone.clone();
    rana.sign_out();
    let ((own, first), (other, second)) = (begin(&rana), begin(&thief));
    let answer = phone.proves(&first.options);
    let done = finish(&rana, &own, &first.secret, &answer);
    assert_eq!(done.status, 303);
    let answer = copy.proves(&second.options);
    let refused = finish(&thief, &other, &second.secret, &answer);
    assert_eq!(refused.problems(), [WRONG]);
    assert_eq!(last_actions(&site, 1), ["refuse_copied_passkey"]);
    assert!(!is_signed_in(&thief));

    // One that counts nothing is fine.
    let mut manager = device(2).without_counter();
    add(&rana, "Password manager", &manager);
    for _ in 0..2 {
        rana.sign_out();
        assert_eq!(sign_in(&rana, &mut manager).status, 303);
    }
}
