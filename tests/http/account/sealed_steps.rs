//! Second steps at rest: sealed with the master key, sealed anew with a new one, given up with
//! a lost one, and told where no key opens them.

use std::fs;

use evenhand::domain::account::Email;
use evenhand::store::{account, second_factor};

use super::second_factor::{answer, enrol, is_signed_in};
use crate::award::sealed::{done, on, tamper};
use crate::doctor::diagnosis;
use crate::sealed_letters::{newest, on_record};
use crate::support::{Person, TestSite};

const SOUND: &str = "Every invariant holds.\n";

fn account_of(site: &TestSite, person: &Person) -> String {
    let email = Email::parse(&person.email).expect("an address");
    let found = site.read(|reader| account::by_email(reader, &email));
    found.expect("an account").id.to_string()
}

#[test]
fn the_doctor_tells_of_second_steps_that_no_key_opens() {
    let site = TestSite::start();
    let (rana, dov) = (site.applicant("Rana Haddad"), site.applicant("Dov Amir"));
    enrol(&site, &rana);
    enrol(&site, &dov);
    let id = account_of(&site, &rana);
    let set = |words: &str| {
        tamper(
            &site,
            &format!("UPDATE second_factors SET sealed = {words} WHERE account_id = '{id}'"),
        );
    };
    set("sealed || '00'");
    let said = diagnosis(&site);
    let told = "second steps of sign-ins can’t be opened (it was altered, or stands in another \
                row than it was sealed for): 1, such as ";
    assert!(said.contains(&format!("{told}{id}\n")), "{said}");
    set("substr(sealed, 1, length(sealed) - 2)");
    assert_eq!(done(&on(&site, &["doctor"])), SOUND);

    let [key, aside] = ["master.key", "aside.key"].map(|name| site.folder().join(name));
    let name = newest(&site);
    fs::rename(&key, &aside).expect("it goes");
    let said = diagnosis(&site);
    let told =
        format!("second steps of sign-ins can’t be opened (sealed with the master key {name},");
    let line = said.lines().find(|line| line.starts_with(&told));
    assert!(
        line.is_some_and(|line| line.contains("): 2, such as ")),
        "{said}"
    );
    fs::rename(&aside, &key).expect("it is back");
    assert_eq!(done(&on(&site, &["doctor"])), SOUND);
}

#[test]
fn a_second_step_that_was_sealed_anew_opens_without_the_old_key() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mine = enrol(&site, &rana);
    done(&on(&site, &["seal", "--new-key"]));
    let file = site.folder().join("master.key");
    let keys = fs::read_to_string(&file).expect("keys");
    let last = keys.lines().last().expect("a key");
    fs::write(&file, format!("{last}\n")).expect("the old ones go");
    let later = site.again_with(|_| ());
    let key = later.database.vault().newest().expect("a key");
    assert_eq!(site.read(second_factor::keys_in_use), [key]);
    let phone = later.visitor().named("Rana Haddad");
    site.pass_minutes(1);
    let code = mine.app.code_at(site.clock.now());
    answer(&phone, &phone.try_to_sign_in(), &code);
    assert!(is_signed_in(&phone));
}

#[test]
fn second_steps_that_are_sealed_anew_or_given_up_are_on_record() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    enrol(&site, &rana);
    done(&on(&site, &["seal", "--new-key"]));
    let anew = [(newest(&site), "1 anew, 0 lost".to_owned())];
    assert_eq!(on_record(&site, "seal_second_steps"), anew);
    fs::remove_file(site.folder().join("master.key")).expect("the key is lost");
    done(&on(&site, &["seal", "--new-key", "--lost"]));
    let [anew] = anew;
    let lost = (newest(&site), "0 anew, 1 lost".to_owned());
    assert_eq!(on_record(&site, "seal_second_steps"), [anew, lost]);
}
