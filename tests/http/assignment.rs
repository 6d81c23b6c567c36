//! Giving applications to reviewers and taking them away again.

use evenhand::domain::account::Role;

use crate::sayings::{reference, stale, told};
use crate::story::Story;
use crate::support::{Page, Person};

const GIVEN: &str = "Has this application";
const CRITERIA: [&str; 6] = [
    "values",
    "nondup",
    "political",
    "financial",
    "admin",
    "legal",
];

fn reviewers_of(place: &str) -> String {
    format!("/admin{place}/assignments")
}

/// Ticks reviewers by their names and presses "Assign".
fn assign(admin: &Person, place: &str, names: &[&str]) -> Page {
    let (place, page) = (reviewers_of(place), admin.get(&reviewers_of(place)));
    let ids: Vec<String> = names.iter().map(|name| id_of(admin, name)).collect();
    let ticked: Vec<(&str, &str)> = ids.iter().map(|id| ("reviewer", id.as_str())).collect();
    admin.submit(&page, &place, &ticked)
}

/// Posts reviewers whom the page may not offer.
fn force(admin: &Person, place: &str, ids: &[&str]) -> Page {
    let pairs: Vec<(&str, &str)> = ids.iter().map(|id| ("reviewer", *id)).collect();
    admin.post_with_token(&reviewers_of(place), &pairs)
}

/// The id of a person as the page of people posts it.
fn id_of(admin: &Person, name: &str) -> String {
    let people = admin.get("/admin/people");
    let row = people.row_selector(name);
    let state = people.attributes(&format!("{row} form[action$='/state']"), "action");
    let id = state[0].trim_start_matches("/admin/people/");
    id.trim_end_matches("/state").to_owned()
}

/// Names and states of those who have the application.
fn given(page: &Page) -> Vec<(String, String)> {
    let rows = page.table(GIVEN).into_iter();
    rows.map(|row| (row[0].clone(), row[3].clone())).collect()
}

fn pair(name: &str, state: &str) -> (String, String) {
    (name.to_owned(), state.to_owned())
}

fn review(reviewer: &Person, place: &str) -> String {
    let mine = place.replace("/applications/", "/reviews/");
    assert_eq!(reviewer.get(&mine).status, 200);
    mine
}

fn declare(reviewer: &Person, place: &str, kind: &str) -> Page {
    let mine = review(reviewer, place);
    let form = format!("{mine}/declaration");
    reviewer.submit(&reviewer.get(&mine), &form, &[("kind", kind)])
}

/// Declares that nothing stands in the way and sends a whole review.
fn send_review(reviewer: &Person, place: &str) {
    let open = declare(reviewer, place, "none");
    let mut given = Vec::new();
    for code in CRITERIA {
        given.push((format!("score.{code}"), "4"));
        given.push((format!("justification.{code}"), "The records show it."));
    }
    let saves = open.value_of_hidden("saves");
    let mut pairs: Vec<(&str, &str)> = given.iter().map(|(n, v)| (n.as_str(), *v)).collect();
    pairs.push(("saves", &saves));
    let place = format!("{}/submission", review(reviewer, place));
    let sent = reviewer.post_with_token(&place, &pairs);
    assert_eq!(sent.status, 303, "{}", sent.text());
}

fn status(admin: &Person, place: &str) -> String {
    admin
        .get(&format!("/admin{place}"))
        .the(".page-head .badge")
}

#[test]
fn a_reviewer_gets_an_application_and_a_letter_that_says_nothing_of_it() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let maya = ada.invites("Maya Ben-Ami", Role::Reviewer);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let page = ada.get(&reviewers_of(&place));
    assert_eq!(page.heading(), "Olive Press Reviewers");
    assert_eq!(page.the(".absent"), "Nobody has it yet.");
    let nobody = ada.submit(&page, &reviewers_of(&place), &[]);
    assert_eq!(nobody.status, 422);
    assert_eq!(nobody.problems(), ["Tick at least one reviewer."]);

    let done = assign(ada, &place, &["Noor Khalil"]);
    assert_eq!(done.notice(), "Assigned. The reviewers have mail.");
    assert_eq!(given(&done), [pair("Noor Khalil", "Not begun")]);
    let free = done.table("Can be given to");
    assert_eq!(free.len(), 1);
    assert!(free[0][1].starts_with("Maya Ben-Ami"));
    let letter = noor.letter();
    assert_eq!(letter.subject, "There is something for you to review");
    assert_eq!(noor.link_in_letter(), "/reviews");
    let number = reference(&rana, &place);
    for secret in ["Olive Press", "Legal help", &number] {
        assert!(!letter.body.contains(secret), "{secret}");
    }
    let queue = noor.get("/reviews");
    assert_eq!(queue.column("Reviews to write", 0), [number]);
    let other = maya.get(&place.replace("/applications/", "/reviews/"));
    assert_eq!((other.status, &*other.heading()), (404, "Page not found"));

    // Once more changes nothing and writes to nobody.
    let noor_id = id_of(ada, "Noor Khalil");
    assert_eq!(force(ada, &place, &[&noor_id]).status, 303);
    assert_eq!(given(&ada.get(&reviewers_of(&place))).len(), 1);
    let letters = story.site.letters_to(&noor.email).into_iter();
    let told = letters.filter(|letter| letter.subject == "There is something for you to review");
    assert_eq!(told.count(), 1);
}

#[test]
fn who_belongs_to_the_organisation_or_does_not_review_gets_nothing() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let rana_id = id_of(ada, "Rana Haddad");
    let refused = force(ada, &place, &[&rana_id]);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.problems(), ["Doesn’t review, or is disabled"]);

    let people = ada.get("/admin/people");
    let row = people.row_selector("Rana Haddad");
    let form = format!("{row} form[action$='/role']");
    ada.submit(&people, &form, &[("role", "reviewer"), ("held", "yes")]);
    let page = ada.get(&reviewers_of(&place));
    assert_eq!(
        page.texts(".tally li"),
        ["Rana Haddad Belongs to the organisation"]
    );
    assert_eq!(page.column("Can be given to", 1).len(), 1);
    // One who is barred refuses the whole, the other included.
    let noor_id = id_of(ada, "Noor Khalil");
    let refused = force(ada, &place, &[&noor_id, &rana_id]);
    let number = reference(&rana, &place);
    let why = format!("Rana Haddad belongs to the organisation of {number}. Nothing was assigned.");
    assert_eq!((refused.status, refused.problems()), (422, vec![why]));
    assert_eq!(refused.value("reviewer"), noor_id, "the tick stays");
    assert_eq!(refused.the(".absent"), "Nobody has it yet.");
    assert_eq!(
        noor.get("/reviews").the(".empty h2"),
        "Nothing to review yet"
    );
    let nobody = force(ada, &place, &["0193a1b2-0000-7000-8000-0123456789ab"]);
    assert_eq!(nobody.problems(), ["Doesn’t review, or is disabled"]);
}

#[test]
fn who_declared_a_conflict_does_not_get_it_again() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    ada.invites("Maya Ben-Ami", Role::Reviewer);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    assign(ada, &place, &["Noor Khalil", "Maya Ben-Ami"]);
    let thanks = declare(&noor, &place, "collaborator");
    assert_eq!(thanks.heading(), "Thank you for telling us");
    let page = ada.get(&reviewers_of(&place));
    let left = pair("Noor Khalil", "Left: conflict of interest");
    assert!(given(&page).contains(&left));
    assert_eq!(
        page.texts(".tally li"),
        ["Noor Khalil Has a conflict of interest"]
    );
    let noor_id = id_of(ada, "Noor Khalil");
    let refused = force(ada, &place, &[&noor_id]);
    let number = reference(&rana, &place);
    let why =
        format!("Noor Khalil has a conflict of interest with {number}. Nothing was assigned.");
    assert_eq!((refused.status, refused.problems()), (422, vec![why]));
    // Taking it away would lose the declaration.
    let end = format!("{}/{noor_id}/end", reviewers_of(&place));
    let why = "This reviewer has begun. What they wrote is kept, and they keep the application.";
    assert_eq!(stale(&ada.post_with_token(&end, &[])), told(why));
    assert_eq!(
        noor.get("/reviews").the(".empty h2"),
        "Nothing to review yet"
    );
}

#[test]
fn a_new_reviewer_reopens_the_reviews_and_taking_them_away_ends_them() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let maya = ada.invites("Maya Ben-Ami", Role::Reviewer);
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    assign(ada, &place, &["Noor Khalil"]);
    send_review(&noor, &place);
    assert_eq!(status(ada, &place), "Deliberation");
    let reopened = assign(ada, &place, &["Maya Ben-Ami"]);
    assert_eq!(reopened.notice(), "Assigned. The reviewers have mail.");
    assert_eq!(status(ada, &place), "In review");

    let form = format!("{} form", reopened.row_selector("Maya Ben-Ami"));
    let taken = ada.submit(&reopened, &form, &[]);
    assert_eq!(taken.notice(), "Taken away.");
    assert_eq!(given(&taken), [pair("Noor Khalil", "Submitted")]);
    assert_eq!(status(ada, &place), "Deliberation");
    let mine = place.replace("/applications/", "/reviews/");
    assert_eq!(maya.get(&mine).heading(), "Page not found");
    let again = ada.submit(&reopened, &form, &[]);
    assert_eq!((again.status, &*again.heading()), (404, "Page not found"));

    let noor_id = id_of(ada, "Noor Khalil");
    let end = format!("{}/{noor_id}/end", reviewers_of(&place));
    let why = "This reviewer has begun. What they wrote is kept, and they keep the application.";
    assert_eq!(stale(&ada.post_with_token(&end, &[])), told(why));
    assert_eq!(given(&ada.get(&reviewers_of(&place))).len(), 1);
}

#[test]
fn only_what_is_in_review_is_given_to_reviewers() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let noor_id = id_of(ada, "Noor Khalil");
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let early = force(ada, &place, &[&noor_id]);
    assert_eq!(stale(&early), told("Screen this application first."));
    let page = ada.get(&reviewers_of(&place));
    assert!(!page.has("main form"));
    assert!(page.text().contains("Screen this application first."));
    let withdrawal = format!("{place}/withdrawal");
    rana.submit(&rana.get(&withdrawal), &withdrawal, &[]);
    let late = force(ada, &place, &[&noor_id]);
    assert_eq!(stale(&late), told("This application was withdrawn."));
    assert_eq!(
        noor.get("/reviews").the(".empty h2"),
        "Nothing to review yet"
    );

    let (_, draft) = story.draft("Dov Amir", "Salt House");
    let unsent = force(ada, &draft, &[&noor_id]);
    assert_eq!(
        (unsent.status, unsent.heading().as_str()),
        (404, "Page not found")
    );
}

#[test]
fn many_are_given_to_many_at_once() {
    let story = Story::new();
    let ada = &story.ada;
    let people = ["Noor Khalil", "Maya Ben-Ami"];
    let people = people.map(|name| ada.invites(name, Role::Reviewer));
    story.in_review("Rana Haddad", "Olive Press");
    story.in_review("Dov Amir", "Salt House");
    let place = "/admin/rounds/winter/assignments";
    let page = ada.get(place);
    assert_eq!(page.heading(), "Winter round Assign reviewers");
    let nothing = ada.submit(&page, place, &[]);
    assert_eq!(nothing.status, 422);
    assert_eq!(
        nothing.problems(),
        [
            "Tick at least one application.",
            "Tick at least one reviewer."
        ]
    );
    let offered = page.form(place, &[]);
    let mut ticked = Vec::new();
    for name in ["application", "reviewer"] {
        ticked.extend(offered.offered(name).into_iter().map(|id| (name, id)));
    }
    assert_eq!(ticked.len(), 4);
    let ticked: Vec<(&str, &str)> = ticked.iter().map(|(n, id)| (*n, id.as_str())).collect();
    let done = ada.submit(&page, place, &ticked);
    assert_eq!(done.notice(), "Assigned. The reviewers have mail.");
    assert_eq!(done.column("Applications in review", 3), ["0 of 2"; 2]);
    for person in &people {
        let queue = person.get("/reviews");
        assert_eq!(queue.column("Reviews to write", 3), ["Declare first"; 2]);
        let letters = story.site.letters_to(&person.email).into_iter();
        let told = letters.filter(|l| l.subject == "There is something for you to review");
        assert_eq!(told.count(), 1, "one letter for many applications");
    }
    let omar = ada.invites("Omar Said", Role::Auditor);
    let page = omar.post_with_token(place, &ticked);
    assert_eq!(
        (page.status, &*page.the(".lead")),
        (403, "Only admins can do this.")
    );
}
