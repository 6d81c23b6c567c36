//! Assigning a whole round: by a proposal, by a file, and taking it back.

use evenhand::domain::account::Role;

use crate::sayings::{reference, stale};
use crate::story::Story;
use crate::support::{Page, Person};

const WAYS: &str = "/admin/rounds/winter/assignment";
const PLAN: &str = "/admin/rounds/winter/assignment/plan";
const FILE: &str = "/admin/rounds/winter/assignment/file";
const ENDING: &str = "/admin/rounds/winter/assignment/ending";
const PAIRS: &str = "By application";

fn propose(admin: &Person, given: &[(&str, &str)]) -> Page {
    admin.submit(&admin.get(WAYS), WAYS, given)
}

/// Chooses a table and presses the button.
fn bring(admin: &Person, text: &str) -> Page {
    let token = admin.csrf();
    let part = |name: &str, extra: &str, text: &str| {
        format!("--xx\r\ncontent-disposition: form-data; name=\"{name}\"{extra}\r\n\r\n{text}\r\n")
    };
    let csrf = part("csrf", "", &token);
    let named = "; filename=\"a.csv\"\r\ncontent-type: text/csv";
    let body = format!("{csrf}{}--xx--\r\n", part("file", named, text));
    let kind = [("content-type", "multipart/form-data; boundary=xx")];
    let answer = admin.ask("POST", FILE, &kind, Some(body.as_bytes()));
    match answer.status {
        303 => admin.get(answer.location()),
        _ => answer,
    }
}

fn describe(person: &Person, fields: &[(&str, &str)]) -> Page {
    let place = "/account/reviewing";
    person.submit(&person.get(place), place, fields)
}

/// Letters that tell of new applications.
fn told(story: &Story, person: &Person) -> Vec<String> {
    let letters = story.site.letters_to(&person.email).into_iter();
    let new = letters.filter(|one| one.subject == "There is something for you to review");
    new.map(|one| one.body.lines().next().unwrap_or("").to_owned())
        .collect()
}

#[test]
fn a_proposal_is_seen_with_its_reasons_thinned_out_and_applied() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let maya = ada.invites("Maya Ben-Ami", Role::Reviewer);
    story.in_review("Rana Haddad", "Olive Press");
    story.in_review("Dov Amir", "Salt House");
    let saved = describe(
        &noor,
        &[("languages", "en"), ("places", "west_bank"), ("cap", "٥")],
    );
    assert_eq!(saved.notice(), "Saved.");
    assert_eq!(saved.value("cap"), "5");

    let plan = propose(ada, &[("number", "1")]);
    assert_eq!(plan.path, PLAN);
    assert_eq!(plan.heading(), "Winter round Planned assignments");
    assert!(plan.text().contains("2 assignments would be made."));
    assert!(plan.text().contains("no plan is better"));
    let rows = plan.column(PAIRS, 1).join(" ");
    assert!(
        rows.contains("Noor Khalil reads English · knows West Bank"),
        "{rows}"
    );
    assert!(
        rows.contains("Maya Ben-Ami does not read English"),
        "{rows}"
    );
    assert!(
        noor.get("/reviews").has(".empty"),
        "nothing is assigned yet"
    );

    let left = ada.submit(&plan, &format!("{PLAN}/removal"), &[]);
    assert_eq!(left.notice(), "Left out.");
    assert_eq!(left.column(PAIRS, 0).len(), 1);
    let done = ada.submit(&left, PLAN, &[]);
    assert_eq!(done.notice(), "Done.");
    assert!(done.text().contains("One assignment was made."));
    let queued = |person: &Person| !person.get("/reviews").has(".empty");
    assert_eq!(u8::from(queued(&noor)) + u8::from(queued(&maya)), 1);
    assert_eq!(told(&story, &noor).len() + told(&story, &maya).len(), 1);
    let again = ada.post_with_token(PLAN, &[]);
    assert_eq!(stale(&again).2, "This plan was carried out already.");

    // What is there counts: the rest and a second review each.
    let plan = propose(ada, &[("number", "2")]);
    assert!(plan.text().contains("3 assignments would be made."));
    ada.submit(&plan, PLAN, &[]);
    let nothing = propose(ada, &[("number", "2")]);
    assert_eq!(nothing.the(".empty h2"), "Nothing to assign");
}

#[test]
fn a_plan_says_where_a_conflict_may_be() {
    let story = Story::new();
    let ada = &story.ada;
    // Called as somebody who belongs to the applicant is, at another address.
    let namesake = ada.invites("Haddad Rana", Role::Reviewer);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let warning = "somebody of its board or members has this name: look twice";
    let plan = propose(ada, &[("number", "1")]);
    let rows = plan.column(PAIRS, 1).join(" ");
    assert!(rows.contains(warning), "{rows}");
    let of = reference(&rana, &place);
    let text = format!("application,reviewer\n{of},{}\n", namesake.email);
    let rows = bring(ada, &text).column(PAIRS, 1).join(" ");
    assert!(rows.contains(warning), "{rows}");
}

#[test]
fn many_new_applications_are_one_letter() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    story.in_review("Rana Haddad", "Olive Press");
    story.in_review("Dov Amir", "Salt House");
    let plan = propose(ada, &[("number", "1"), ("first", "fit")]);
    ada.submit(&plan, PLAN, &[]);
    let letters = told(&story, &noor);
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].starts_with("2 applications were given to you"),
        "{letters:?}"
    );
}

#[test]
fn what_is_impossible_is_said_with_its_reason() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    ada.invites("Maya Ben-Ami", Role::Reviewer);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let (dov, other) = story.in_review("Dov Amir", "Salt House");
    describe(&noor, &[("languages", "en"), ("cap", "1")]);
    let wishes = [("number", "1"), ("prefer", "only_readers")];
    let plan = propose(ada, &wishes);
    assert!(
        plan.text()
            .contains("One review can’t be given to anybody.")
    );
    let lacks = plan.texts(".notice-warn li");
    assert_eq!(lacks.len(), 1, "{lacks:?}");
    assert!(
        lacks[0].contains("these 2 applications need 2 more in all"),
        "{lacks:?}"
    );
    assert!(
        lacks[0].ends_with("may take 1 more in all: Noor Khalil."),
        "{lacks:?}"
    );
    let numbers = [reference(&rana, &place), reference(&dov, &other)];
    assert!(
        numbers
            .iter()
            .any(|number| lacks[0].contains(number.as_str()))
    );

    let none = propose(ada, &[("number", "3"), ("cap", "x")]);
    assert_eq!(none.status, 422);
    assert_eq!(none.problems(), ["Enter a number from 1 to 1,000."]);
}

#[test]
fn who_is_barred_is_in_no_plan_and_what_changed_is_named() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let people = ada.get("/admin/people");
    let form = format!(
        "{} form[action$='/role']",
        people.row_selector("Rana Haddad")
    );
    ada.submit(&people, &form, &[("role", "reviewer"), ("held", "yes")]);
    let plan = propose(ada, &[("number", "2")]);
    let rows = plan.column(PAIRS, 1).join(" ");
    assert!(
        rows.contains("Noor Khalil") && !rows.contains("Rana Haddad"),
        "{rows}"
    );
    let number = reference(&rana, &place);
    let lack = format!("{number}: needs 2 more, and only 1 can be had.");
    assert!(
        plan.texts(".notice-warn li")[0].starts_with(&lack),
        "{:?}",
        plan.texts("li")
    );

    // Meanwhile Noor does not review any more.
    let people = ada.get("/admin/people");
    let form = format!(
        "{} form[action$='/state']",
        people.row_selector("Noor Khalil")
    );
    ada.submit(&people, &form, &[("disabled", "yes")]);
    let done = ada.submit(&plan, PLAN, &[]);
    let text = done.text();
    assert!(text.contains("No assignment was made."), "{text}");
    let why = done.texts(".notice-warn li");
    assert!(
        why[0].ends_with(&format!("{number}: Doesn’t review, or is disabled")),
        "{why:?}"
    );
    assert!(told(&story, &noor).is_empty());
}

#[test]
fn a_file_is_checked_to_the_last_cell_and_brought_twice_without_harm() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let number = reference(&rana, &place);
    let bad = format!(
        "application,reviewer\n{number},nobody@example.org\nEH-0,{}\n",
        noor.email
    );
    let refused = bring(ada, &bad);
    assert_eq!(refused.status, 422);
    let wrong = refused.table("What is wrong");
    let cell = |row: usize| (wrong[row][0].as_str(), wrong[row][1].as_str());
    assert_eq!(
        [cell(0), cell(1)],
        [("2", "reviewer"), ("3", "application")]
    );
    assert_eq!(wrong[0][2], "No reviewer has this address.");
    assert_eq!(bring(ada, "").problems(), ["Choose a file."]);
    let short = bring(ada, "application\nx\n").table("What is wrong");
    assert_eq!(short[0][2], "The column “reviewer” is missing.");

    let good = format!(
        "\u{FEFF}Reviewer;Application\r\n{};{number}\r\n",
        noor.email
    );
    let plan = bring(ada, &good);
    assert!(
        plan.text().contains("One assignment would be made."),
        "{}",
        plan.text()
    );
    ada.submit(&plan, PLAN, &[]);
    assert_eq!(noor.get("/reviews").column("Reviews to write", 0), [number]);
    let twice = bring(ada, &good);
    assert_eq!(twice.the(".empty h2"), "Nothing to assign");
    assert!(
        twice
            .text()
            .contains("One row of the file says what is assigned already.")
    );
}

#[test]
fn what_was_not_begun_is_taken_back_at_once() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    story.in_review("Rana Haddad", "Olive Press");
    story.in_review("Dov Amir", "Salt House");
    let plan = propose(ada, &[("number", "1")]);
    ada.submit(&plan, PLAN, &[]);
    let page = ada.get(ENDING);
    assert_eq!(page.column("Can be given to", 2), ["2"]);
    let nobody = ada.submit(&page, ENDING, &[]);
    assert_eq!(nobody.problems(), ["Tick at least one reviewer."]);
    let id = page.attributes("input[name='reviewer']", "value");
    let gone = ada.submit(&page, ENDING, &[("reviewer", &id[0])]);
    assert_eq!(gone.notice(), "Taken away.");
    assert!(noor.get("/reviews").has(".empty"));
    assert_eq!(
        ada.get(ENDING).the(".empty h2"),
        "There is nothing to take back"
    );
}

#[test]
fn a_plan_is_its_makers_alone_and_a_profile_its_reviewers_and_admins() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let eve = ada.invites("Eve Stone", Role::Admin);
    story.in_review("Rana Haddad", "Olive Press");
    propose(ada, &[("number", "1")]);
    assert_eq!(eve.get(PLAN).status, 404);
    assert_eq!(ada.get(PLAN).status, 200);

    let people = ada.get("/admin/people");
    let page = ada.get(&people.link("Reviewing Noor Khalil"));
    assert_eq!(page.heading(), "Reviewing: Noor Khalil");
    let wrong = ada.submit(&page, &page.path, &[("cap", "0")]);
    assert_eq!(wrong.problems(), ["Enter a number from 1 to 1,000."]);
    let saved = ada.submit(&page, &page.path, &[("expertise", "legal_aid")]);
    assert_eq!(saved.notice(), "Saved.");
    let own = noor.get("/account/reviewing");
    let ticked = own.attributes("input[name='expertise'][checked]", "value");
    assert_eq!(ticked, ["legal_aid"]);
}

#[test]
fn who_declined_is_asked_again_by_a_person_and_by_no_plan() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    ada.invites("Maya Ben-Ami", Role::Reviewer);
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    let plan = propose(ada, &[("number", "2")]);
    ada.submit(&plan, PLAN, &[]);
    let decline = format!("{}/decline", place.replace("/applications/", "/reviews/"));
    let page = noor.get(&decline);
    noor.submit(&page, &decline, &[("reason", "No time this month.")]);

    let plan = propose(ada, &[("number", "2")]);
    assert_eq!(plan.texts(".notice-warn li").len(), 1, "{}", plan.text());
    assert!(!plan.text().contains("Noor Khalil"), "{}", plan.text());
    let by_hand = ada.get(&format!("/admin{place}/assignments"));
    let offered = by_hand.texts("label").join(" ");
    assert!(offered.contains("Noor Khalil"), "{offered}");
}
