//! Keys of organisations, with which accounts are sealed: moved to, changed, destroyed.

use evenhand::domain::AwardId;
use evenhand::store::award::bank_rows;
use evenhand::store::vault::{Place, Vault};

use super::sealed::{HOLDER, UNOPENED, done, everything, given, number, on, tamper};
use super::{ACCOUNT, Awarded};
use crate::support::TestSite;

/// Seals the one account with the master key itself, as releases did before organisations
/// had keys of their own.
fn seal_directly(site: &TestSite, award: &Awarded) {
    let id = award.own.rsplit('/').next().expect("an address");
    let id = AwardId::parse(id).expect("an id");
    let row = site.read(|reader| bank_rows(reader, id)).remove(0).id;
    let details = format!(
        r#"{{"holder":"{HOLDER}","bank":"Bank of the Quay","iban":"{}","bic":"PALSPS22"}}"#,
        number()
    );
    let vault = Vault::of_file(&site.folder().join("master.key")).expect("the key is read");
    let place = Place {
        table: "bank_accounts",
        ids: &[id.as_str(), row.as_str()],
    };
    let sealed = vault.seal(&place, details.as_bytes());
    let sealed = sealed.expect("it is sealed");
    tamper(
        site,
        &format!("UPDATE bank_accounts SET sealed = '{sealed}'"),
    );
}

/// What is sealed in a layout, in order.
fn values(site: &TestSite, layout: &str) -> Vec<String> {
    let rows = site.read(everything);
    let sealed = |value: &&str| value.starts_with(layout) && value.len() > 80;
    let sealed = rows.lines().filter(sealed);
    let mut values: Vec<String> = sealed.map(str::to_owned).collect();
    values.sort();
    values
}

#[test]
fn a_new_master_key_seals_only_keys_anew() {
    let award = given();
    let (site, ada) = (&award.round.site, &award.round.ada);
    seal_directly(site, &award);
    assert!(award.page(ada).the("#bank").contains(HOLDER));
    let said = done(&on(site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 0; anew: 1; keys anew: 0.\n");
    assert!(award.page(ada).the("#bank").contains(HOLDER));
    let (wrapped, sealed) = (values(site, "\"1."), values(site, "\"2."));
    assert!(!wrapped.is_empty() && !sealed.is_empty());
    done(&on(site, &["seal", "--new-key"]));
    assert_eq!(values(site, "\"2."), sealed);
    let anew = values(site, "\"1.");
    assert_eq!(anew.len(), wrapped.len());
    assert!(anew.iter().all(|key| !wrapped.contains(key)));
    assert!(award.page(ada).the("#bank").contains(HOLDER));
}

#[test]
fn what_a_key_sealed_is_gone_with_it() {
    let award = given();
    let (site, ada) = (&award.round.site, &award.round.ada);
    tamper(
        site,
        "UPDATE organisation_keys SET wrapped = NULL, gone_at = made_at",
    );
    assert!(award.page(ada).the("#bank").contains(UNOPENED));
    assert_eq!(done(&on(site, &["doctor"])), "Every invariant holds.\n");
    // What comes afterwards has another key.
    assert_eq!(award.give(&ACCOUNT).notice(), "The account is kept.");
    assert!(!award.page(ada).the("#bank").contains(UNOPENED));
}

#[test]
fn a_key_that_is_laid_to_another_organisation_opens_nothing() {
    let award = given();
    let (site, ada) = (&award.round.site, &award.round.ada);
    let owner = "(SELECT a.organisation_id FROM awards w \
         JOIN applications a ON a.id = w.application_id)";
    let other = format!("(SELECT MIN(o.id) FROM organisations o WHERE o.id <> {owner})");
    let lay = |to: &str| {
        tamper(
            site,
            &format!(
                "UPDATE organisation_keys SET organisation_id = {to} \
                 WHERE id = (SELECT substr(sealed, 3, 16) FROM bank_accounts)"
            ),
        );
    };
    lay(&other);
    let page = ada.get(&award.desk);
    let heading = "What is kept sealed can’t be opened now";
    assert_eq!((page.status, &*page.heading()), (409, heading));
    let doctor = on(site, &["doctor"]);
    let said = String::from_utf8_lossy(&doctor.stdout);
    assert!(
        said.contains("the key of an organisation can’t be opened"),
        "{said}"
    );
    lay(owner);
    assert!(award.page(ada).the("#bank").contains(HOLDER));
}
