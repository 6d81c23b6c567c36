//! Reading files of funders.

use evenhand::actions::import_ledger::{load, sweep};
use evenhand::domain::account::Role;
use evenhand::policy::ledger::MayKeepLedger;

use super::{bring, entries, row};
use crate::story::Story;

#[test]
fn the_same_file_again_changes_nothing_and_a_newer_one_what_is_new() {
    let story = Story::new();
    let first = row("360G-a-1", "Court costs", "Olive Press");
    let page = bring(&story.ada, &first, false);
    assert_eq!(page.notice(), "The file is in the ledger.");
    assert_eq!(entries(&story.ada), ["1"]);

    bring(&story.ada, &first, false);
    assert_eq!(entries(&story.ada), ["1"]);
    let changed = row("360G-a-1", "Court costs and appeals", "Olive Press");
    let other = row("360G-a-2", "A bus", "Sea Farmers");
    bring(&story.ada, &format!("{changed}{other}"), false);
    assert_eq!(entries(&story.ada), ["2", "1"]);

    story.sent("Rana Haddad", "Olive Press");
    assert_eq!(published(&story), ["Court costs and appeals"]);
    // What is older than the ledger changes nothing, however late it comes.
    bring(&story.ada, &first, false);
    assert_eq!(entries(&story.ada), ["2", "1"]);
    assert_eq!(published(&story), ["Court costs and appeals"]);
}

/// What funders published of the Olive Press.
fn published(story: &Story) -> Vec<String> {
    let found = story.ada.get("/admin/organisations?name=olive");
    let support = format!("{}/support", found.link("Olive Press"));
    let purposes = story.ada.get(&support).column("Published by funders", 1);
    let purpose = |cell: &String| {
        cell.split("to Olive")
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    purposes.iter().map(purpose).collect()
}

/// Takes the file with this place in the list out, after being asked.
fn take_out(story: &Story, at: usize) {
    let list = story.ada.get("/admin/ledger");
    let place = list.attributes("td a[href$='/withdrawal']", "href")[at].clone();
    let asked = story.ada.get(&place);
    assert_eq!(asked.heading(), "Support ledger Take the file out");
    let done = story.ada.submit(&asked, &place, &[]);
    assert_eq!(done.notice(), "The file is taken out of the ledger.");
    assert_eq!(story.ada.get(&place).status, 404);
}

#[test]
fn a_file_is_taken_out_and_what_it_replaced_counts_again() {
    let story = Story::new();
    for purpose in ["Court costs", "Court costs and appeals", "Bail"] {
        bring(&story.ada, &row("360G-a-1", purpose, "Olive Press"), false);
    }
    story.sent("Rana Haddad", "Olive Press");
    assert_eq!(published(&story), ["Bail"]);
    // The newest file still says something of the grant.
    take_out(&story, 1);
    assert_eq!(published(&story), ["Bail"]);
    take_out(&story, 0);
    assert_eq!(published(&story), ["Court costs"]);
    let list = story.ada.get("/admin/ledger");
    assert_eq!(list.texts("td .badge").len(), 2);

    // Taken out, it can be loaded again.
    bring(&story.ada, &row("360G-a-1", "Bail", "Olive Press"), false);
    assert_eq!(published(&story), ["Bail"]);
}

#[test]
fn auditors_take_no_file_out() {
    let story = Story::new();
    bring(
        &story.ada,
        &row("360G-a-1", "Court costs", "Olive Press"),
        false,
    );
    let omar = story.ada.invites("Omar Said", Role::Auditor);
    assert!(!omar.get("/admin/ledger").has("td a"));
}

#[test]
fn nothing_is_loaded_until_the_findings_are_accepted() {
    let story = Story::new();
    let sound = row("360G-a-1", "Court costs", "Olive Press");
    let bad = row("360G-a-2", "A bus", "Sea Farmers").replace("2026-11-01", "01/11/2026");
    let rows = format!("{sound}{bad}");
    let refused = bring(&story.ada, &rows, false);
    assert_eq!(refused.status, 422);
    let wrong = refused.table("What is wrong");
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0][..2], ["3", "Award Date"]);
    assert!(wrong[0][2].contains("01/11/2026"), "{:?}", wrong[0]);
    assert!(
        refused
            .buttons()
            .contains(&"Choose it again and load the 2 usable grants".to_owned())
    );
    assert_eq!(entries(&story.ada), [""; 0]);

    let page = bring(&story.ada, &rows, true);
    assert_eq!(page.notice(), "The file is in the ledger.");
    assert_eq!(entries(&story.ada), ["2"]);
}

#[test]
fn a_file_of_something_else_is_refused() {
    let story = Story::new();
    let token = story.ada.csrf();
    let body = format!(
        "--xx\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n\
         --xx\r\ncontent-disposition: form-data; name=\"file\"; filename=\"x.json\"\r\n\r\n\
         {{\"grants\": [{{\"id\"\r\n--xx--\r\n"
    );
    let kind = [("content-type", "multipart/form-data; boundary=xx")];
    let answer = story
        .ada
        .ask("POST", super::FILE, &kind, Some(body.as_bytes()));
    assert_eq!(answer.status, 422);
    let why = "The file can’t be used. See why; nothing was changed.";
    assert_eq!(answer.error("file"), why);
    assert_eq!(entries(&story.ada), [""; 0]);
}

#[test]
fn what_was_read_of_a_file_that_breaks_off_counts_for_nothing() {
    let story = Story::new();
    let known = row("360G-a-1", "Court costs", "Olive Press");
    bring(&story.ada, &known, false);
    let grant = |n: usize| {
        let recipient = match n {
            0 => "Olive Press".to_owned(),
            n => format!("Farm {n}"),
        };
        format!(
            r#"{{"id":"360G-b-{n}","title":"A bus","description":"For school.","currency":"USD",
            "amountAwarded":9000,"awardDate":"2026-11-01",
            "recipientOrganization":[{{"id":"","name":"{recipient}"}}],
            "fundingOrganization":[{{"id":"","name":"Far Fund"}}]}},"#
        )
    };
    // More than are kept at a time, and no end.
    let grants: String = (0..1_500).map(grant).collect();
    let path = story.site.folder().join("grants.json");
    std::fs::write(&path, format!("{{\"grants\":[{grants}")).unwrap();
    let named = (path.as_path(), "grants.json");
    let may = (&story.site.stamp(), &MayKeepLedger::program());
    assert!(load(&story.site.database, may, named, |_| ()).is_err());
    assert_eq!(entries(&story.ada), ["1"]);
    let indexed = || story.site.read(evenhand::store::ledger::published);
    assert_eq!(indexed(), 1_001);
    story.sent("Rana Haddad", "Olive Press");
    let found = story.ada.get("/admin/organisations?name=olive");
    let support = format!("{}/support", found.link("Olive Press"));
    let purposes = story.ada.get(&support).column("Published by funders", 1);
    assert_eq!(purposes.len(), 1, "{purposes:?}");
    assert!(purposes[0].starts_with("Court costs"), "{purposes:?}");
    // A day later all of it goes, however much it is.
    story.site.pass_days(2);
    let swept = || story.site.database.write(story.site.stamp(), sweep);
    while swept().expect("the database answers") {}
    assert_eq!(indexed(), 1);
}
