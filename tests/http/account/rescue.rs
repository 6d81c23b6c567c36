//! Who is let in again at the command line, and who is told.

use std::process::{Command, Output};

use evenhand::clock::Clock;
use evenhand::domain::account::{Email, Role};
use evenhand::store::{account, latest_events};

use super::second_factor::enrol;
use crate::support::{TestSite, option};

fn rescue(site: &TestSite, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().arg("--data").arg(site.folder());
    command.args(["--database", &option(site.url()), "user", "rescue"]);
    command.args(words).output().expect("the program runs")
}

/// The place of the link that was printed.
fn link(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8_lossy(&output.stdout);
    let at = said.find("/password-reset/").expect("a link");
    said[at..].trim().to_owned()
}

fn is_admin(site: &TestSite, email: &str) -> bool {
    let email = Email::parse(email).expect("an address");
    let roles = site.read(|reader| {
        let row = account::by_email(reader, &email)?.expect("an account");
        account::roles(reader, row.id)
    });
    roles.contains(&Role::Admin)
}

#[test]
fn somebody_without_app_and_codes_is_let_in_again() {
    // The command line reads the machine's clock, which its link goes by.
    let site = TestSite::start();
    site.clock.set(Clock::Machine.now());
    let ada = site.first_admin("Ada Levi");
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    enrol(&site, &noor);
    let place = link(&rescue(&site, &[&noor.email]));
    assert_eq!(noor.get("/account").heading(), "Sign in", "sessions ended");
    let last = site.read(|reader| latest_events(reader, None, 1));
    assert_eq!(last[0].action, "rescue");
    assert_eq!(last[0].actor_id, None);
    assert_eq!(
        ada.letter().subject,
        "Somebody was let in again at the command line"
    );
    noor.submit(&noor.get(&place), &place, &[("password", &noor.password)]);
    noor.sign_in();
    assert_eq!(noor.get("/account").heading(), "Your account");
    assert!(!is_admin(&site, &noor.email));

    let place = link(&rescue(&site, &[&noor.email, "--admin"]));
    noor.submit(&noor.get(&place), &place, &[("password", &noor.password)]);
    noor.sign_in();
    assert!(is_admin(&site, &noor.email));

    let unknown = rescue(&site, &["nobody@example.org"]);
    assert_eq!(unknown.status.code(), Some(1));
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert_eq!(said, "evenhand: no such account\n");
}
