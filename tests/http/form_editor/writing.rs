//! Adding, changing, moving, copying and removing parts of a draft.

use evenhand::domain::account::Role;

use super::{FORM, add, change, press};
use crate::support::TestSite;

#[test]
fn a_section_with_a_question_that_waits_for_another_is_written() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let list = ada.get(FORM);
    assert_eq!(list.the(".page-head .badge"), "Published as version 1");

    let made = add(&ada, "", &[("title_en", "Travel"), ("title_he", "נסיעות")]);
    assert_eq!(made.notice(), "Added to the draft.");
    let state = "Not published yet: one change since version 1";
    assert_eq!(made.the(".page-head-row .badge"), state);
    assert!(made.the(".form-unfit").contains("Travel"), "it is empty");
    let asked = [
        ("label_en", "Do you travel?"),
        ("kind", "yes_no"),
        ("required", "yes"),
    ];
    add(&ada, "travel", &asked);
    // The answers of a question are offered once it is chosen.
    let place = format!("{FORM}/new?in=travel");
    let waiting = [
        ("label_en", "Where to?"),
        ("kind", "place"),
        ("decider", "do_you_travel"),
        ("sensitive", "yes"),
        ("hidden", "yes"),
    ];
    let form = ada.get(&place);
    let refused = ada.submit(&form, &place, &waiting);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("any_of"), "Tick at least one answer.");
    assert_eq!(refused.value("label_en"), "Where to?");
    let added = ada.submit(&refused, &place, &[("any_of", "yes")]);
    assert!(!added.has(".form-unfit"), "{}", added.text());
    let parts = added.texts("#p-travel-where_to .badge");
    assert_eq!(
        parts,
        [
            "Required",
            "Not for reviewers",
            "Sensitive",
            "Missing: العربية, עברית"
        ]
    );
    let only_if = added.the("#p-travel-where_to .form-only-if");
    assert!(only_if.contains("Do you travel?"), "{only_if}");

    // What is asked first must stay first.
    let moved = press(&ada, "up", "travel.where_to");
    assert_eq!(moved.location(), format!("{FORM}#p-travel-where_to"));
    let list = ada.get(FORM);
    assert!(
        list.the(".form-unfit")
            .contains("“do_you_travel” is not earlier")
    );
    assert_eq!(
        list.links()
            .iter()
            .filter(|(text, _)| text == "Where to?")
            .count(),
        2
    );
    press(&ada, "down", "travel.where_to");
    assert!(!ada.get(FORM).has(".form-unfit"));

    let copy = press(&ada, "copy", "travel");
    assert_eq!(copy.location(), format!("{FORM}#p-travel_2"));
    let removal = ada.get(&format!("{FORM}/parts/travel_2/removal"));
    assert_eq!(removal.texts("main li"), ["Do you travel?", "Where to?"]);
    let gone = ada.submit(&removal, &format!("{FORM}/parts/travel_2/removal"), &[]);
    assert_eq!(gone.notice(), "Removed from the draft.");
    assert!(!gone.has("#p-travel_2"));
}

#[test]
fn options_are_rows_that_save_nothing_before_they_are_saved() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    add(&ada, "", &[("title_en", "Travel")]);
    let place = format!("{FORM}/new?in=travel");
    let kind = [("label_en", "How?"), ("kind", "choice"), ("show", "yes")];
    let shown = ada.submit(&ada.get(&place), &place, &kind);
    let options = [
        ("option.0.label_en", "By bus"),
        ("option.1.label_en", "On foot"),
    ];
    let more = [options[0], options[1], ("add", "option")];
    let longer = ada.submit(&shown, &place, &more);
    assert_eq!(longer.status, 200);
    assert_eq!(
        longer.texts("fieldset.row-fields > legend"),
        ["Option 1", "Option 2", "Option 3"]
    );
    let raised = ada.submit(&longer, &place, &[("raise", "1")]);
    assert_eq!(raised.value("option.0.label_en"), "On foot");
    // As dragging posts it.
    let mut dragged = raised.form(&place, &[]).filled(&[]);
    for (name, value) in [("place", "option.0"), ("before", "2")] {
        dragged.push((name.to_owned(), value.to_owned()));
    }
    let dragged = ada.post(&place, &dragged);
    assert_eq!(dragged.value("option.0.label_en"), "By bus");
    assert_eq!(dragged.value("option.1.label_en"), "On foot");
    let fewer = ada.submit(&raised, &place, &[("remove", "2")]);
    assert_eq!(
        ada.get(FORM).texts("#p-travel .absent"),
        ["Nothing here yet"]
    );
    let twice = [("option.0.code", "way"), ("option.1.code", "way")];
    let refused = ada.submit(&fewer, &place, &twice);
    assert_eq!(refused.error("option.1.code"), "This code is used twice.");
    let saved = ada.submit(&refused, &place, &[("option.1.code", "")]);
    assert_eq!(saved.notice(), "Added to the draft.");
    let form = ada.get(&format!("{FORM}/parts/travel.how"));
    assert_eq!(form.value("option.0.code"), "way");
    assert_eq!(form.value("option.1.code"), "by_bus");
}

#[test]
fn two_admins_overtake_each_other_and_lose_nothing() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let omar = ada.invites("Omar Said", Role::Admin);
    add(&ada, "", &[("title_en", "Travel")]);
    let place = format!("{FORM}/parts/travel");
    let form = omar.get(&place);
    // Another part may change at the same time.
    add(&ada, "travel", &[("label_en", "Where?"), ("kind", "place")]);
    let saved = omar.submit(&form, &place, &[("title_en", "Journeys")]);
    assert_eq!(saved.notice(), "Saved.");

    let form = omar.get(&place);
    change(&ada, "travel", &[("title_en", "Trips")]);
    let clash = omar.submit(&form, &place, &[("title_en", "Ways"), ("intro_en", "Go.")]);
    assert_eq!(clash.status, 409);
    assert_eq!(clash.value("title_en"), "Ways");
    assert_eq!(clash.value("intro_en"), "Go.");
    assert!(clash.the(".theirs").contains("Trips"), "{}", clash.text());
    let saved = omar.submit(&clash, &place, &[]);
    assert_eq!(saved.notice(), "Saved.");
    assert!(saved.the("#p-travel h2").contains("Ways"));

    let form = omar.get(&place);
    let removal = format!("{place}/removal");
    ada.submit(&ada.get(&removal), &removal, &[]);
    let gone = omar.submit(&form, &place, &[("title_en", "Kept")]);
    assert_eq!(gone.status, 409);
    assert_eq!(gone.value("title_en"), "Kept");
}

#[test]
fn what_is_published_keeps_its_code_and_kind() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let form = ada.get(&format!("{FORM}/parts/request.title"));
    assert!(!form.has("#f-code") && !form.has("#f-kind"));
    assert!(form.text().contains("title. It stays"));
    let changed = change(&ada, "request.title", &[("label_en", "In a few words")]);
    assert_eq!(changed.notice(), "Saved.");
    // Posted by hand, it is not taken either.
    let place = format!("{FORM}/parts/request.title");
    let form = ada.get(&place).form(&place, &[]);
    let mut pairs = form.filled(&[]);
    pairs.extend([("code", "other"), ("kind", "date")].map(|(a, b)| (a.to_owned(), b.to_owned())));
    ada.post(&place, &pairs);
    let list = ada.get(FORM);
    assert!(list.the("#p-request-title").contains("One line of text"));
}

#[test]
fn auditors_read_and_change_nothing() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let nadia = ada.invites("Nadia Omar", Role::Auditor);
    let list = nadia.get(FORM);
    assert_eq!(list.status, 200);
    assert_eq!(list.buttons(), [""; 0]);
    assert!(!list.links().iter().any(|(_, to)| to.contains("/parts/")));
    for page in [
        "preview",
        "preview?language=ar&version=1",
        "questions",
        "file",
    ] {
        assert_eq!(nadia.get(&format!("{FORM}/{page}")).status, 200, "{page}");
    }
}
