//! What lies within what others have: a document, an upload, a person, an invitation. It is
//! found not there, and under what one has oneself it is as what never was.

use evenhand::store::DatabaseUrl;

use crate::access::hundred::texts;
use crate::access::nowhere;
use crate::access::table::Who::Applicant;
use crate::access::table::rows;
use crate::files::{PDF, added, begun, papers, story};
use crate::support::{Page, Person};

/// Placeholders of routes with the ids that stand for them.
type Ids = Vec<(&'static str, String)>;

fn last(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The only thing that a statement finds.
fn only(url: &DatabaseUrl, words: &str) -> String {
    let mut found = texts(url, words);
    assert_eq!(found.len(), 1, "{words}");
    found.remove(0)
}

/// Somebody's application and organisation.
fn own(url: &DatabaseUrl, person: &Person, place: &str) -> Ids {
    let organisation = format!(
        "SELECT organisation_id AS found FROM memberships WHERE account_id IN \
         (SELECT id FROM accounts WHERE email = '{}')",
        person.email
    );
    vec![
        ("{application}", last(place)),
        ("{organisation}", only(url, &organisation)),
    ]
}

fn filled(path: &str, ids: &[(&str, String)]) -> String {
    let start = path.to_owned();
    ids.iter()
        .fold(start, |path, (name, id)| path.replace(name, id))
}

/// Asks as the pages would.
fn ask(person: &Person, method: &str, path: &str) -> Page {
    if method == "GET" {
        return person.get_once(path);
    }
    if path.contains("/uploads/") {
        let token = person.csrf();
        let told = [("upload-offset", "0"), ("x-csrf", token.as_str())];
        return person.ask("POST", path, &told, Some(b"hello"));
    }
    person.post_with_token(path, &[("role", "editor")])
}

#[test]
fn what_lies_within_what_others_have_is_found_from_nowhere_else() {
    let story = story();
    let url = story.site.url();
    let (dov, place) = story.draft("Dov Amir", "Witness");
    let file = added(&dov, &papers(&place), "statute.pdf", PDF);
    let (upload, _) = begun(&dov, &place, "letter.pdf", 100);
    let theirs = own(url, &dov, &place);
    let people = filled("/organisations/{organisation}/people", &theirs);
    let invited = [("email", "noor@example.org"), ("role", "editor")];
    dov.submit(&dov.get(&people), &people, &invited);
    let person = format!(
        "SELECT id AS found FROM accounts WHERE email = '{}'",
        dov.email
    );
    let within: Ids = vec![
        ("{file}", last(&file)),
        ("{upload}", last(&upload)),
        ("{person}", only(url, &person)),
        (
            "{invitation}",
            only(url, "SELECT id AS found FROM member_invitations"),
        ),
    ];
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let mine = own(url, &rana, &place);
    let (mut asked, mut found) = (0, Vec::new());
    for (route, may) in rows() {
        let about = within.iter().any(|(name, _)| route.contains(name));
        if !about || !may.contains(&Applicant) {
            continue;
        }
        asked += 1;
        let (method, path) = route.split_once(' ').expect("a method and a path");
        // Taking away under one's own address what is not there is done already.
        let never = ask(&rana, method, &nowhere(&filled(path, &mine))).status;
        for (around, expected) in [(&theirs, 404), (&mine, never)] {
            let path = filled(&filled(path, around), &within);
            let status = ask(&rana, method, &path).status;
            if status != expected || status == 200 {
                found.push(format!("{method} {path}: {status}"));
            }
        }
    }
    assert_eq!(found, [""; 0]);
    assert!(asked >= 9, "{asked} routes");
    // To whom it belongs it is all there.
    for place in [&file, &upload, &people] {
        assert_eq!(dov.get_once(place).status, 200, "{place}");
    }
    assert!(dov.get(&people).text().contains("noor@example.org"));
}
