//! Adding, changing, moving and removing criteria of a draft.

use evenhand::domain::account::Role;

use super::{RUBRIC, add, change};
use crate::support::TestSite;

const GOVERNANCE: [(&str, &str); 8] = [
    ("name_en", "Governance"),
    ("name_ar", "الحوكمة"),
    ("kind", "merit"),
    ("weight", "10"),
    ("most", "1"),
    ("anchor.0_en", "Nobody answers for anything."),
    ("anchor.1_en", "A board answers."),
    ("evidence.capacity", "governance"),
];

#[test]
fn a_criterion_with_a_scale_of_its_own_is_written() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let list = ada.get(RUBRIC);
    assert_eq!(list.the(".page-head .badge"), "Published as version 1");
    assert_eq!(list.the(".progress-text"), "100 of 100");

    // Another scale shows as many fields; what was typed beyond it comes back.
    let place = format!("{RUBRIC}/new");
    let typed = [
        ("name_en", "Governance"),
        ("anchor.5_en", "Beyond"),
        ("most", "1"),
        ("show", "yes"),
    ];
    let shown = ada.submit(&ada.get(&place), &place, &typed);
    assert_eq!(
        shown.texts("fieldset.row-fields > legend"),
        ["Point 0", "Point 1"]
    );
    assert_eq!(shown.attributes("#f-anchor-1_he", "dir"), ["rtl"]);
    let longer = [("most", "10"), ("show", "yes")];
    let longer = ada.submit(&shown, &place, &longer);
    assert_eq!(longer.value("anchor.5_en"), "Beyond");
    assert_eq!(longer.texts("fieldset.row-fields > legend").len(), 11);
}

#[test]
fn what_is_wrong_stands_by_its_field_and_what_is_missing_above_the_list() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let wrong = [("weight", "a lot"), ("code", "Two Words"), ("name_en", "")];
    let refused = add(&ada, &wrong);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("weight"), "Enter a number from 0 to 100.");
    assert_eq!(refused.value("weight"), "a lot");

    let added = add(&ada, &GOVERNANCE);
    assert_eq!(added.notice(), "Added to the draft.");
    let state = "Not published yet: one change since version 1";
    assert_eq!(added.the(".page-head-row .badge"), state);
    assert_eq!(added.the(".progress-text"), "110 of 100");
    assert!(
        added.the(".form-unfit").contains("they add up to 110"),
        "{}",
        added.text()
    );
    assert!(added.the("#c-governance").contains("0–1"));
    assert!(
        added
            .the("#c-governance")
            .contains("Missing: العربية, עברית")
    );
    let form = ada.get(&format!("{RUBRIC}/criteria/governance"));
    assert!(
        form.the("#f-weight-hint").contains("weigh 100 together"),
        "{}",
        form.the("#f-weight-hint")
    );
    assert!(form.text().contains("One question chosen"));

    let lighter = change(&ada, "values", &[("weight", "١٥")]);
    assert_eq!(lighter.the(".progress-text"), "100 of 100");
    assert!(!lighter.has(".form-unfit"), "{}", lighter.text());

    let preview = ada.get(&format!("{RUBRIC}/preview?language=ar"));
    assert_eq!(preview.attributes(".form-preview", "dir"), ["rtl"]);
    let last = "#criterion-governance";
    assert!(preview.the(last).contains("الحوكمة"));
    assert_eq!(preview.texts(&format!("{last} .point")).len(), 3);
    assert!(!preview.has("main form"));
}

#[test]
fn a_gate_stands_on_its_own_without_weight() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let gate = [
        ("name_en", "Clean lists"),
        ("kind", "gate"),
        ("weight", "30"),
        ("most", "1"),
        ("anchor.0_en", "On a list."),
        ("anchor.1_en", "On none."),
        ("justified", ""),
    ];
    let added = add(&ada, &gate);
    assert_eq!(added.the(".progress-text"), "100 of 100");
    let badges = added.texts("#c-clean_lists .badge");
    assert_eq!(
        badges,
        ["Gate", "Reasons optional", "Missing: العربية, עברית"]
    );
    assert!(
        added
            .the("#c-clean_lists h2")
            .contains("no part of the score")
    );
}

#[test]
fn the_order_is_changed_by_buttons_and_removal_asks_first() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let names = || ada.get(RUBRIC).attributes(".form-parts > li", "id");
    let before = names();
    let list = ada.get(RUBRIC);
    let moved = ada.submit_once(&list, "[data-rubric]", &[("down", "values")]);
    assert_eq!(moved.location(), format!("{RUBRIC}#c-values"));
    assert_eq!(names()[..2], [before[1].clone(), before[0].clone()]);
    let list = ada.get(RUBRIC);
    ada.submit_once(&list, "[data-rubric]", &[("up", "values")]);
    assert_eq!(names(), before);
    // As dragging posts it.
    ada.post_with_token(RUBRIC, &[("place", "values"), ("before", "")]);
    assert_eq!(names().last().map(String::as_str), Some("c-values"));
    let second = before[1].trim_start_matches("c-");
    ada.post_with_token(RUBRIC, &[("place", "values"), ("before", second)]);
    assert_eq!(names(), before);

    let place = format!("{RUBRIC}/criteria/legal/removal");
    let asked = ada.get(&place);
    assert_eq!(asked.the(".lead"), "Legal capacity");
    assert!(asked.text().contains("Published versions keep it"));
    let gone = ada.submit(&asked, &place, &[]);
    assert_eq!(gone.notice(), "Removed from the draft.");
    assert!(!gone.has("#c-legal"));
    assert_eq!(ada.get(&place).status, 404);
    let reset = ada.get(&format!("{RUBRIC}/reset"));
    let back = ada.submit(&reset, "main form", &[]);
    assert_eq!(back.notice(), "The draft was given up.");
    assert_eq!(names(), before);
}

#[test]
fn two_admins_overtake_each_other_and_lose_nothing() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let omar = ada.invites("Omar Said", Role::Admin);
    let place = format!("{RUBRIC}/criteria/values");
    let form = omar.get(&place);
    // Another criterion may change at the same time.
    change(&ada, "legal", &[("guidance_en", "Look at the papers.")]);
    let saved = omar.submit(&form, &place, &[("name_en", "Values")]);
    assert_eq!(saved.notice(), "Saved.");

    let form = omar.get(&place);
    change(&ada, "values", &[("name_en", "Principles")]);
    let mine = [("name_en", "Ideals"), ("anchor.5_he", "הכול")];
    let clash = omar.submit(&form, &place, &mine);
    assert_eq!(clash.status, 409);
    assert_eq!(clash.value("name_en"), "Ideals");
    assert_eq!(clash.value("anchor.5_he"), "הכול");
    assert!(clash.the(".theirs").contains("Principles"));
    let saved = omar.submit(&clash, &place, &[]);
    assert!(saved.the("#c-values h2").contains("Ideals"));

    let form = omar.get(&place);
    let removal = format!("{place}/removal");
    ada.submit(&ada.get(&removal), &removal, &[]);
    let gone = omar.submit(&form, &place, &[("name_en", "Kept")]);
    assert_eq!(gone.status, 409);
    assert_eq!(gone.value("name_en"), "Kept");
}

#[test]
fn what_is_published_keeps_its_code() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let place = format!("{RUBRIC}/criteria/values");
    let form = ada.get(&place);
    assert!(!form.has("#f-code"));
    assert!(form.text().contains("The code is values."));
    let mut pairs = form.form(&place, &[]).filled(&[]);
    pairs.push(("code".to_owned(), "other".to_owned()));
    ada.post(&place, &pairs);
    assert!(ada.get(RUBRIC).has("#c-values"));
    add(&ada, &GOVERNANCE);
    let renamed = change(&ada, "governance", &[("code", "board")]);
    assert!(renamed.has("#c-board") && !renamed.has("#c-governance"));
}

#[test]
fn auditors_read_and_change_nothing() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let nadia = ada.invites("Nadia Omar", Role::Auditor);
    let list = nadia.get(RUBRIC);
    assert_eq!(list.status, 200);
    assert_eq!(list.buttons(), [""; 0]);
    assert!(!list.links().iter().any(|(_, to)| to.contains("/criteria/")));
    for page in ["preview", "preview?language=he&version=1", "file"] {
        assert_eq!(nadia.get(&format!("{RUBRIC}/{page}")).status, 200, "{page}");
    }
    let programmes = nadia.get("/admin/programmes");
    assert!(programmes.links().iter().any(|(_, to)| to == RUBRIC));
}
