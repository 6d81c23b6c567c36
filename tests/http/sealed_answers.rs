//! Answers at rest: sealed as drafts, as what was sent and as what is kept for the next
//! application, and opened for who may read them.

use std::fs;

use evenhand::domain::ApplicationId;
use evenhand::policy::Reach;
use evenhand::store::answers::answers_json;
use evenhand::store::submission;
use evenhand::store::vault::Place;

use crate::award::sealed::{done, everything, files, holds, on, tamper};
use crate::story::{Story, fill, save, send};
use crate::support::{Person, TestSite};

/// What must not lie in clear: in a draft, and in what is kept of the organisation.
const SITUATION: &str = "Umm Dalia hides at the third house";
const MISSION: &str = "נקודת המפגש ליד הבאר الشيخ يونس";

/// Says where one of these lies in clear, in a table or in the files of the database.
fn found(site: &TestSite) -> Vec<&'static str> {
    let (rows, bytes) = (site.read(everything), files(site));
    assert!(rows.contains("save_section"), "rows are read");
    let planted = [SITUATION, MISSION, "Umm Dalia", "הבאר"].into_iter();
    planted
        .filter(|one| rows.contains(one) || holds(&bytes, one))
        .collect()
}

/// A draft that lacks nothing, with the planted answers.
fn drafted(story: &Story) -> (Person, String) {
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    save(&rana, &place, "need", &[("situation", SITUATION)]);
    save(&rana, &place, "organisation", &[("mission", MISSION)]);
    (rana, place)
}

fn situation(person: &Person, place: &str) -> String {
    let section = person.get(&format!("{place}/sections/need"));
    section.value("situation")
}

#[test]
fn no_answer_lies_in_the_database() {
    let story = Story::new();
    let (rana, place) = drafted(&story);
    assert_eq!(found(&story.site), [""; 0], "of the draft");
    assert_eq!(situation(&rana, &place), SITUATION);
    send(&rana, &place);
    assert_eq!(found(&story.site), [""; 0], "of what was sent");
    let receipt = rana.get(&format!("{place}/receipt"));
    assert!(receipt.text().contains(SITUATION) && receipt.text().contains(MISSION));
    // A copy of everything holds what is sealed, not the key.
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy");
    let out = copy.to_string_lossy().into_owned();
    done(&on(&story.site, &["export-all", "--out", &out]));
    for table in [
        "application_sections",
        "organisation_sections",
        "submissions",
    ] {
        let rows = fs::read_to_string(copy.join(format!("tables/{table}.jsonl")));
        let rows = rows.expect("the table");
        assert!(rows.contains("\"2."), "{table}");
        assert!(
            !rows.contains(SITUATION) && !rows.contains(MISSION),
            "{table}"
        );
    }
    assert!(!copy.join("master.key").exists());
}

#[test]
fn what_a_former_release_kept_in_clear_is_sealed_and_reads_the_same() {
    let story = Story::new();
    let (rana, place) = drafted(&story);
    send(&rana, &place);
    let (site, id) = (&story.site, place.rsplit('/').next().expect("an id"));
    let id = ApplicationId::parse(id).expect("an id");
    let sent = site.read(|reader| submission::latest(reader, Reach::operator(), id));
    let body = answers_json(&sent.expect("it was sent").answers);
    for table in [
        "submissions",
        "application_sections",
        "organisation_sections",
    ] {
        tamper(
            site,
            &format!(
                "UPDATE {table} SET sealed = NULL, answers = '{}'",
                body.replace('\'', "''")
            ),
        );
    }
    assert!(!found(site).is_empty());
    // Read as it lies there, until it is sealed.
    let receipt = rana.get(&format!("{place}/receipt"));
    assert!(receipt.text().contains(SITUATION));
    assert_eq!(on(site, &["doctor"]).status.code(), Some(1));
    let said = done(&on(site, &["seal"]));
    assert!(!said.contains("from clear: 0"), "{said}");
    assert_eq!(found(site), [""; 0]);
    let receipt = rana.get(&format!("{place}/receipt"));
    assert!(receipt.text().contains(SITUATION) && receipt.text().contains(MISSION));
    assert_eq!(done(&on(site, &["doctor"])), "Every invariant holds.\n");
    let again = done(&on(site, &["seal"]));
    assert_eq!(again, "Sealed from clear: 0; anew: 0; keys anew: 0.\n");
}

#[test]
fn answers_that_are_moved_or_whose_key_is_not_there_are_not_shown() {
    let story = Story::new();
    let (rana, place) = drafted(&story);
    let (site, file) = (&story.site, story.site.folder().join("master.key"));
    let elsewhere = site.folder().join("elsewhere.key");
    let named = elsewhere.to_string_lossy().into_owned();
    let bare = site.again_with(|config| config.master_key_file.clone_from(&named));
    let there = bare.visitor().named(&rana.name);
    there.sign_in();
    let page = there.get(&format!("{place}/sections/need"));
    assert_eq!(page.status, 409);
    assert_eq!(page.heading(), "What is kept sealed can’t be opened now");
    fs::copy(&file, &elsewhere).expect("the key is put back");
    assert_eq!(situation(&there, &place), SITUATION);
    // The answers of one section in the place of another.
    tamper(
        site,
        "UPDATE application_sections SET sealed = (SELECT MIN(x.sealed) \
         FROM application_sections x WHERE x.section = 'organisation') \
         WHERE section = 'need'",
    );
    assert_eq!(rana.get(&format!("{place}/sections/need")).status, 409);
}

#[test]
fn a_strange_key_seals_nothing_beside_what_the_right_one_sealed() {
    let story = Story::new();
    let (rana, place) = drafted(&story);
    let (site, others) = (&story.site, TestSite::start());
    let strange = site.folder().join("strange.key");
    fs::copy(others.folder().join("master.key"), &strange).expect("a key of others");
    let named = strange.to_string_lossy().into_owned();
    let bare = site.again_with(|config| config.master_key_file.clone_from(&named));
    let there = bare.visitor().named(&rana.name);
    there.sign_in();
    assert_eq!(there.get(&format!("{place}/sections/need")).status, 409);
    let row = Place {
        table: "organisation_keys",
        ids: &["of-somebody", "new"],
    };
    let vault = bare.database.vault();
    assert!(vault.seal(&row, b"a key").is_err());
    // Put back in its place, it opens and seals without a new start.
    fs::copy(site.folder().join("master.key"), &strange).expect("it is put back");
    assert_eq!(situation(&there, &place), SITUATION);
    let sealed = vault.seal(&row, b"a key").expect("it seals");
    let right = site.database.vault().newest().expect("a key");
    assert!(sealed.starts_with(&right.beginning()));
}

#[test]
fn answers_are_gone_with_the_key_of_their_organisation() {
    let story = Story::new();
    let (rana, place) = drafted(&story);
    send(&rana, &place);
    tamper(&story.site, "UPDATE organisation_keys SET wrapped = NULL");
    let receipt = rana.get(&format!("{place}/receipt"));
    assert_eq!(receipt.status, 200);
    assert!(!receipt.text().contains(SITUATION));
    assert_eq!(story.ada.get(&format!("/admin{place}")).status, 200);
    let doctor = done(&on(&story.site, &["doctor"]));
    assert_eq!(doctor, "Every invariant holds.\n");
}

#[test]
fn what_was_erased_reads_as_nothing_and_is_no_damage() {
    let story = Story::new();
    let (rana, place) = drafted(&story);
    send(&rana, &place);
    let site = &story.site;
    for table in [
        "submissions",
        "application_sections",
        "organisation_sections",
    ] {
        tamper(site, &format!("UPDATE {table} SET sealed = ''"));
    }
    let receipt = rana.get(&format!("{place}/receipt"));
    assert_eq!(receipt.status, 200);
    assert!(!receipt.text().contains(SITUATION));
    assert_eq!(done(&on(site, &["doctor"])), "Every invariant holds.\n");
    let said = done(&on(site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 0; anew: 0; keys anew: 0.\n");
}
