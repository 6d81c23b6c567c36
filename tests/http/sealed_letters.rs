//! Letters lie sealed with the master key: those of former releases too, under a new key, and
//! given up with a lost one.

use std::fs;

use evenhand::store::latest_events;
use evenhand::store::vault::Vault;

use crate::award::sealed::{done, everything, on, tamper};
use crate::support::{Person, TestSite};

/// A site with a letter that waits, and the link in it.
fn asked() -> (TestSite, Person, String) {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let phone = rana.at_another_browser();
    let form = phone.get("/password-reset");
    phone.submit(&form, "/password-reset", &[("email", &rana.email)]);
    let link = phone.link_in_letter();
    (site, phone, link)
}

/// Lays every letter to somebody in clear, as releases did that did not seal.
fn lay_in_clear(site: &TestSite, person: &Person) {
    let letter = person.letter();
    tamper(
        site,
        &format!(
            "UPDATE outbox SET sealed = NULL, leaves_at = NULL, due_at = created_at, \
             subject = '{}', body = '{}' WHERE id = '{}'",
            letter.subject,
            letter.body.replace('\'', "''"),
            letter.id
        ),
    );
}

#[test]
fn a_letter_of_a_former_release_is_sealed_and_a_new_key_seals_it_anew() {
    let (site, phone, link) = asked();
    let before = phone.letter();
    lay_in_clear(&site, &phone);
    assert!(site.read(everything).contains(&link));
    let doctor = on(&site, &["doctor"]);
    let said = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(
        said.contains("a letter lies in the database in clear"),
        "{said}"
    );
    // It is read as it lies there, until it is sealed.
    assert_eq!(phone.link_in_letter(), link);
    let said = done(&on(&site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 1; anew: 0; keys anew: 0.\n");
    assert!(!site.read(everything).contains(&link));
    let said = done(&on(&site, &["seal", "--new-key"]));
    assert!(said.contains("Letters sealed anew: "), "{said}");
    let after = phone.letter();
    assert_eq!(
        (after.subject, after.body, after.unopened),
        (before.subject, before.body, None)
    );
    assert_eq!(phone.get(&link).status, 200);
    assert_eq!(done(&on(&site, &["doctor"])), "Every invariant holds.\n");
}

#[test]
fn a_letter_without_its_key_is_told_and_given_up_with_a_lost_one() {
    let (site, phone, _) = asked();
    fs::remove_file(site.folder().join("master.key")).expect("the key is lost");
    let doctor = on(&site, &["doctor"]);
    assert_eq!(doctor.status.code(), Some(1));
    let said = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(said.contains("letters that wait can’t be opened"), "{said}");
    let said = done(&on(&site, &["seal", "--new-key", "--lost"]));
    assert!(said.contains("Letters given up: "), "{said}");
    assert!(
        site.letters_to(&phone.email).is_empty(),
        "none leaves empty"
    );
    assert_eq!(done(&on(&site, &["doctor"])), "Every invariant holds.\n");
}

/// The master key that seals, as the file has it now.
pub fn newest(site: &TestSite) -> String {
    let vault = Vault::of_file(&site.folder().join("master.key")).expect("it is read");
    vault.newest().expect("a key").to_string()
}

/// What the audit log tells of one action: each time the key and the sums, oldest first.
pub fn on_record(site: &TestSite, action: &str) -> Vec<(String, String)> {
    let events = site.read(|reader| latest_events(reader, None, 10_000));
    let own = events.into_iter().rev().filter(|one| one.action == action);
    let told = own.map(|one| {
        assert_eq!(one.object_kind, "master_key");
        (one.object_id, one.after_state)
    });
    told.collect()
}

#[test]
fn what_is_sealed_and_sealed_anew_and_given_up_is_on_record() {
    let (site, phone, _) = asked();
    let mut expected = Vec::new();
    lay_in_clear(&site, &phone);
    done(&on(&site, &["seal"]));
    let sums = "letters: 1 from clear, 0 anew, 0 lost".to_owned();
    expected.push((newest(&site), sums));
    assert_eq!(on_record(&site, "seal_details"), expected);
    let all = site.letters().len();
    assert!(all > 1);
    done(&on(&site, &["seal", "--new-key"]));
    let sums = format!("letters: 0 from clear, {all} anew, 0 lost");
    expected.push((newest(&site), sums));
    assert_eq!(on_record(&site, "seal_details"), expected);
    fs::remove_file(site.folder().join("master.key")).expect("the key is lost");
    done(&on(&site, &["seal", "--new-key", "--lost"]));
    let sums = format!("letters: 0 from clear, 0 anew, {all} lost");
    expected.push((newest(&site), sums));
    assert_eq!(on_record(&site, "seal_details"), expected);
    // Where nothing is left to do, nothing is told.
    done(&on(&site, &["seal"]));
    assert_eq!(on_record(&site, "seal_details"), expected);
}
