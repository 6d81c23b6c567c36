//! The people behind applications: members and their roles, officers who certify,
//! fiscal sponsors, staff who file for others.

mod certify;
mod filing;
mod inviting;
pub mod sponsor;

use crate::story::{Story, fill, save};
use crate::support::{Page, Person, TestSite};

const NOT_FOUND: (u16, &str) = (404, "Page not found");
const DENIED: (u16, &str) = (403, "You can’t do this");

fn answer(page: &Page) -> (u16, String) {
    (page.status, page.heading())
}

fn is(page: &Page, expected: (u16, &str)) {
    assert_eq!(
        answer(page),
        (expected.0, expected.1.to_owned()),
        "{}",
        page.path
    );
}

/// The one organisation of a person.
fn organisation(person: &Person) -> String {
    person
        .get("/organisations")
        .attributes(".card-link", "href")[0]
        .clone()
}

/// Sends an invitation from the page of an organisation's people.
pub fn invite(owner: &Person, email: &str, role: &str) -> Page {
    let people = format!("{}/people", organisation(owner));
    let fields = [("email", email), ("role", role)];
    owner.submit(&owner.get(&people), &people, &fields)
}

/// Somebody new joins by the link in their letter.
fn joins(site: &TestSite, name: &str) -> Person {
    let person = site.visitor().named(name);
    let link = person.link_in_letter();
    let signed_up = person.join(&link);
    assert_eq!(signed_up.heading(), "Sign in");
    person.sign_in();
    let accepted = person.submit(&person.get(&link), &format!("{link}/acceptance"), &[]);
    let welcome = "Welcome. You belong to this organisation now.";
    assert_eq!(accepted.notice(), welcome);
    person
}

/// A colleague who was invited with a role and joined.
pub fn colleague(site: &TestSite, owner: &Person, name: &str, role: &str) -> Person {
    let email = site.visitor().named(name).email;
    let sent = invite(owner, &email, role);
    assert_eq!(sent.notice(), "The invitation is on its way.");
    joins(site, name)
}

#[test]
fn a_colleague_joins_by_a_link_that_names_nobody_until_they_signed_in() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    invite(&rana, "noor.khalil@example.org", "editor");
    let noor = story.site.visitor().named("Noor Khalil");
    let letter = noor.letter();
    assert!(!letter.body.contains("Olive") && !letter.subject.contains("Olive"));
    let link = noor.link_in_letter();
    let door = noor.get(&link);
    assert_eq!(door.heading(), "You are invited to an organisation");
    assert!(!door.source().contains("Olive Press"));
    assert_eq!(door.value("email"), "noor.khalil@example.org");

    let dov = story.site.applicant("Dov Amir");
    is(&dov.get(&link), DENIED);
    is(
        &dov.post_with_token(&format!("{link}/acceptance"), &[]),
        DENIED,
    );
    let elsewhere = dov.get(&link);
    assert!(!elsewhere.source().contains("Olive Press"));

    let noor = joins(&story.site, "Noor Khalil");
    assert_eq!(noor.get(&place).status, 200);
    assert_eq!(
        noor.get("/organisations").texts(".card h2"),
        ["Olive Press"]
    );
    let used = noor.get(&link);
    assert_eq!(used.status, 409, "a link works once");
    let people = rana.get(&format!("{}/people", organisation(&rana)));
    assert_eq!(
        people.column("People", 0),
        ["Rana Haddad (you)", "Noor Khalil"]
    );
}

#[test]
fn an_account_that_is_there_joins_with_its_own_password() {
    let story = Story::new();
    let (rana, _) = story.draft("Rana Haddad", "Olive Press");
    let dov = story.site.applicant("Dov Amir");
    invite(&rana, &dov.email, "viewer");
    let link = dov.link_in_letter();
    let asked = dov.get(&link);
    let words =
        "Olive Press invites you with the role “Viewer”. Reads everything and changes nothing.";
    assert_eq!(
        asked.the(".lead").replace(['\u{2068}', '\u{2069}'], ""),
        words
    );
    dov.submit(&asked, &format!("{link}/acceptance"), &[]);
    assert_eq!(dov.get("/organisations").texts(".card h2"), ["Olive Press"]);
}

#[test]
fn an_invitation_ends_by_time_by_hand_and_by_the_next_one() {
    let story = Story::new();
    let (rana, _) = story.draft("Rana Haddad", "Olive Press");
    let people = format!("{}/people", organisation(&rana));
    let noor = story.site.visitor().named("Noor Khalil");
    invite(&rana, &noor.email, "editor");
    let first = noor.link_in_letter();
    story.site.pass_minutes(1);
    invite(&rana, &noor.email, "viewer");
    let second = noor.link_in_letter();
    assert_eq!(noor.get(&first).status, 409, "the newer one counts");
    assert_eq!(noor.get(&second).status, 200);
    let open = rana.get(&people);
    let caption = "Invitations that nobody has accepted yet";
    assert_eq!(open.column(caption, 1), ["Viewer"]);
    let revoke = open.forms("form[action$='/revocation']")[0].action.clone();
    rana.submit(&open, &revoke, &[]);
    assert_eq!(noor.get(&second).status, 409);
    invite(&rana, &noor.email, "viewer");
    let third = noor.link_in_letter();
    story.site.pass_days(7);
    rana.sign_in();
    assert_eq!(noor.get(&third).status, 409, "seven days are over");
    assert!(!rana.get(&people).source().contains(caption));
}

#[test]
fn what_is_wrong_with_an_invitation_is_said_beside_it() {
    let story = Story::new();
    let (rana, _) = story.draft("Rana Haddad", "Olive Press");
    let refused = invite(&rana, "nobody", "");
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("email"), "nobody");
    assert_eq!(refused.error("role"), "Choose one of the options.");
    let known = invite(&rana, &rana.email, "viewer");
    let already = "This person belongs to the organisation already.";
    assert_eq!(known.error("email"), already);
}

#[test]
fn a_viewer_reads_everything_and_changes_nothing() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let own = organisation(&rana);
    let vera = colleague(&story.site, &rana, "Vera Stein", "viewer");
    for page in ["", "/answers", "/check"] {
        assert_eq!(vera.get(&format!("{place}{page}")).status, 200, "{page}");
    }
    let why = "You can read this organisation’s applications, but not change them. An owner can give you another role.";
    let list = vera.get(&place);
    assert!(list.text().contains(why));
    assert_eq!(list.attributes(".task a", "href"), [""; 0]);
    assert!(!list.source().contains("/discard"));
    let check = vera.get(&format!("{place}/check"));
    assert_eq!(check.buttons(), [""; 0]);
    assert!(!check.source().contains("/sections/"));
    let profile = vera.get(&own);
    assert!(!profile.source().contains(&format!("{own}/edit")));
    is(&vera.get(&format!("{own}/edit")), DENIED);
    let section = format!("{place}/sections/need");
    let refused = vera.post_with_token(&section, &[("version", "1"), ("situation", "No.")]);
    is(&refused, DENIED);
    assert_eq!(refused.the(".lead"), why);
    for post in [
        "/submission",
        "/certification",
        "/certification-request",
        "/discard",
        "/withdrawal",
        "/sponsor",
        "/sponsor/withdrawal",
    ] {
        let answer = vera.post_with_token(&format!("{place}{post}"), &[("certify", "yes")]);
        let absent = post == "/sponsor/withdrawal";
        is(&answer, if absent { NOT_FOUND } else { DENIED });
    }
    is(
        &vera.post_with_token(&own, &[("name_latin", "Mine")]),
        DENIED,
    );
    is(&vera.post_with_token(&format!("{own}/people"), &[]), DENIED);
    is(
        &vera.post_with_token("/rounds/winter/applications", &[]),
        DENIED,
    );
}

#[test]
fn an_editor_writes_and_an_owner_answers_for_it() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let omar = colleague(&story.site, &rana, "Omar Said", "editor");
    let saved = save(&omar, &place, "request", &[("title", "Legal help")]);
    assert_eq!(saved.notice(), "Saved.");
    for end in ["/discard", "/submission", "/certification"] {
        is(&omar.post_with_token(&format!("{place}{end}"), &[]), DENIED);
    }
    is(&omar.get(&format!("{place}/discard")), DENIED);
    let people = format!("{}/people", organisation(&omar));
    let list = omar.get(&people);
    assert_eq!(list.forms("main form").len(), 0);
    is(&omar.post_with_token(&people, &[]), DENIED);
    assert_eq!(rana.get(&place).status, 200);
}

#[test]
fn roles_change_and_the_last_owner_stays() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let omar = colleague(&story.site, &rana, "Omar Said", "viewer");
    let people = format!("{}/people", organisation(&rana));
    let role = |page: &Page, at: usize| page.forms("form[action$='/role']")[at].action.clone();
    let list = rana.get(&people);
    assert_eq!(
        list.forms("form[action$='/role']").len(),
        1,
        "not one’s own, the last owner’s"
    );
    let of_omar = role(&list, 0);
    rana.submit(&list, &of_omar, &[("role", "editor")]);
    let saved = save(&omar, &place, "need", &[("situation", "Raided.")]);
    assert_eq!(saved.notice(), "Saved.", "at the next request");

    let removal = rana.get(&people).attributes("a[href$='/removal']", "href");
    assert_eq!(removal.len(), 1);
    let own = removal[0].replace(
        of_omar.split('/').nth(4).expect("an id"),
        "01990000-0000-7000-8000-000000000000",
    );
    is(&rana.get(&own), NOT_FOUND);
    rana.submit(&rana.get(&people), &of_omar, &[("role", "owner")]);
    let list = omar.get(&people);
    let of_rana = role(&list, 0);
    omar.submit(&list, &of_rana, &[("role", "viewer")]);
    is(
        &rana.post_with_token(&of_omar, &[("role", "viewer")]),
        DENIED,
    );
    let last = omar.post_with_token(&of_omar, &[("role", "viewer")]);
    is(&last, DENIED);
    let why = "An organisation needs at least one owner. Make somebody else an owner first.";
    assert_eq!(last.the(".lead"), why);
}

#[test]
fn whoever_is_removed_finds_nothing_at_the_next_request() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let omar = colleague(&story.site, &rana, "Omar Said", "owner");
    let open = omar.get(&format!("{place}/sections/need"));
    let own = organisation(&rana);
    let people = rana.get(&format!("{own}/people"));
    let removal = people.attributes("a[href$='/removal']", "href");
    assert_eq!(removal.len(), 2, "the other owner, or oneself");
    let asked = rana.get(&removal[1]);
    assert_eq!(asked.heading(), "Olive Press Remove this person?");
    rana.submit(&asked, &removal[1], &[]);
    is(&omar.get(&place), NOT_FOUND);
    is(&omar.get(&own), NOT_FOUND);
    let typed = [("situation", "Too late.")];
    let section = format!("{place}/sections/need");
    is(&omar.submit(&open, &section, &typed), NOT_FOUND);
    assert_eq!(omar.get("/applications").texts("h3"), [""; 0]);
}
