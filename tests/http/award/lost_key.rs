//! Accounts and names whose master key is lost for good: nothing is paid there and nobody
//! is screened by them, and they are given again.

use std::fs;

use evenhand::domain::AwardId;
use evenhand::store::award::bank_rows;
use evenhand::store::vault::{Place, Vault};

use super::Awarded;
use super::sealed::{GIVEN, HOLDER, REASON, UNOPENED, at, done, given, list, number, on, tamper};
use crate::deliberation::Deliberation;
use crate::list_screening::{screen, standing};

/// Seals the one account with the master key itself, as a former release did.
fn seal_as_before(award: &Awarded) {
    let site = &award.round.site;
    let own = award.desk.rsplit('/').next().expect("an id");
    let id = AwardId::parse(own).expect("an id");
    let row = site.read(|reader| bank_rows(reader, id)).remove(0).id;
    let vault = Vault::of_file(&site.folder().join("master.key")).expect("the key");
    let place = Place {
        table: "bank_accounts",
        ids: &[own, row.as_str()],
    };
    let details = format!(
        r#"{{"holder":"{HOLDER}","bank":"Bank of the Quay","iban":"{}","bic":"PALSPS22"}}"#,
        number()
    );
    let sealed = vault.seal(&place, details.as_bytes()).expect("sealed");
    tamper(
        site,
        &format!("UPDATE bank_accounts SET sealed = '{sealed}'"),
    );
}

/// Loses the master key for good, and gives the account again.
fn lose_and_give_again(award: &Awarded) {
    let site = &award.round.site;
    assert!(award.page(&award.round.ada).the("#bank").contains(HOLDER));
    award.prepare(1, &[]);
    let approval = award.page(&award.round.ada).link("Approve");
    let page = award.round.ada.get(&approval);
    let account = page.attributes("[name='account']", "value").remove(0);
    let key = site.folder().join("master.key");
    fs::remove_file(&key).expect("the key is lost");
    let said = done(&on(site, &["seal", "--new-key", "--lost"]));
    assert!(said.contains("Given up: "), "{said}");
    let later = site.again_with(|_| ());
    let (ada, rana) = (at(&later, &award.round.ada), at(&later, &award.round.rana));
    assert!(ada.get(&award.desk).the("#bank").contains(UNOPENED));
    let read = [("account", &*account), REASON[0]];
    let refused = ada.post_with_token(&approval, &read);
    assert_eq!(refused.status, 409);
    let said = "The account details can’t be opened now, so nothing that goes there is approved.";
    assert!(refused.text().contains(said), "{}", refused.text());
    // What is given up keeps nobody from being screened: nothing is paid there.
    list(&later, &ada);
    let lists = standing(&later, award.round.applications[0]);
    assert!(!ada.get(&lists).text().contains("so nothing is screened"));
    let bare = screen(&ada, &lists);
    assert_eq!(bare.texts("#standing .badge"), ["No hits"]);
    let place = format!("{}/bank", award.own);
    let again = rana.submit(&rana.get(&place), &place, &GIVEN);
    assert_eq!(again.notice(), "The account is kept.");
    assert!(ada.get(&award.desk).the("#bank").contains(HOLDER));
    // Whoever bears the new account is screened again.
    let due = ada.get(&lists);
    assert_eq!(due.texts("#standing .badge")[0], "To be screened again");
    let found = screen(&ada, &lists);
    assert_eq!(found.texts("#standing .badge")[0], "One open hit");
}

#[test]
fn after_a_lost_key_accounts_are_given_again() {
    lose_and_give_again(&given());
}

#[test]
fn an_account_that_the_master_key_sealed_itself_is_given_up_like_any_other() {
    let award = given();
    seal_as_before(&award);
    lose_and_give_again(&award);
}

#[test]
fn names_behind_a_code_name_that_went_with_a_lost_key_are_written_again() {
    let round = Deliberation::unscored();
    let site = &round.site;
    let lists = standing(site, round.applications[0]);
    let own = lists.trim_start_matches("/admin");
    let own = own.trim_end_matches("/lists");
    let given = format!("{own}/confidential");
    round.rana.submit(&round.rana.get(&given), &given, &[]);
    fs::remove_file(site.folder().join("master.key")).expect("the key is lost");
    done(&on(site, &["seal", "--new-key", "--lost"]));

    let later = site.again_with(|_| ());
    let (ada, rana) = (at(&later, &round.ada), at(&later, &round.rana));
    list(&later, &ada);
    let page = ada.get(&lists);
    assert!(page.text().contains("so nothing is screened"));
    assert_eq!(ada.post_with_token(&lists, &[]).status, 409);
    // Nobody else waits for it.
    let all = ada.post_with_token("/admin/rounds/autumn/lists", &[]);
    assert_eq!(all.status, 303);
    let other = ada.get(&standing(&later, round.applications[1]));
    assert_eq!(other.texts("#standing .badge"), ["No hits"]);
    let edit = rana.get(&format!("{own}/edit"));
    assert_eq!(edit.value("name_latin"), "");
    let typed = [
        ("name_latin", HOLDER),
        ("registrations.0.number", "580146256"),
    ];
    rana.submit(&edit, own, &typed);
    assert!(rana.get(own).text().contains(HOLDER));
    let found = screen(&ada, &lists);
    assert_eq!(found.texts("#standing .badge")[0], "One open hit");
}
