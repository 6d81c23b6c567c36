//! What belongs to others is not found, in the same words as what never was: on every
//! route, with ids that are real.

use evenhand::domain::account::Role;

use super::table::Who::{Applicant, Reviewer};
use super::table::{Who, rows};
use super::{call, nowhere};
use crate::story::{Story, fill, make_organisation, screen, send, start};
use crate::support::Person;

/// Names of placeholders with the ids that stand for them.
type Ids<'a> = [(&'a str, &'a str)];

/// What an answer says, without the ids that were asked for.
fn told(person: &Person, method: &str, path: &str, ids: &Ids) -> (u16, String, String) {
    let page = call(person, method, path);
    let without = |text: String| {
        let text = text.replace(path, "PATH");
        ids.iter()
            .fold(text, |text, (_, id)| text.replace(id, "ID"))
    };
    let place = without(page.location().to_owned());
    (page.status, without(page.texts("main").join(" ")), place)
}

/// Leaves out the number of the request, which error pages end with.
fn without_number((status, words, place): (u16, String, String)) -> (u16, String, String) {
    let is_number = |word: &&str| word.len() == 32 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let words = words.split(' ').filter(|word| !is_number(word));
    (status, words.collect::<Vec<_>>().join(" "), place)
}

/// Every route of a role about one of these, where the answers are not the same.
fn told_apart(who: Who, person: &Person, ids: &Ids) -> (usize, Vec<String>) {
    let (mut asked, mut wrong) = (0, Vec::new());
    for (route, may) in rows() {
        let about = ids.iter().any(|(name, _)| route.contains(name));
        if !about || !may.contains(&who) {
            continue;
        }
        asked += 1;
        let (method, path) = route.split_once(' ').expect("a method and a path");
        let real = ids
            .iter()
            .fold(path.to_owned(), |path, (name, id)| path.replace(name, id));
        let others = without_number(told(person, method, &nowhere(&real), ids));
        let never = without_number(told(person, method, &nowhere(path), ids));
        if others != never || others.0 < 400 {
            wrong.push(format!("{route}: {others:?}, and nowhere {never:?}"));
        }
    }
    (asked, wrong)
}

#[test]
fn what_belongs_to_others_is_as_what_never_was() {
    let story = Story::new();
    let dov = story.site.applicant("Dov Amir");
    let organisation = make_organisation(&dov, "Witness").path;
    let place = start(&dov);
    fill(&dov, &place);
    send(&dov, &place);
    screen(&story.ada, &place, &[("outcome", "eligible")]);
    let id = |place: &str| place.rsplit('/').next().unwrap_or_default().to_owned();
    let (application, organisation) = (id(&place), id(&organisation));

    let (rana, _) = story.draft("Rana Haddad", "Olive Press");
    let ids = [
        ("{application}", application.as_str()),
        ("{organisation}", organisation.as_str()),
    ];
    let (asked, wrong) = told_apart(Applicant, &rana, &ids);
    assert_eq!(wrong, [""; 0]);
    assert!(asked > 40, "{asked} routes");

    let noor = story.ada.invites("Noor Khalil", Role::Reviewer);
    let (asked, wrong) = told_apart(Reviewer, &noor, &ids[..1]);
    assert_eq!(wrong, [""; 0]);
    assert!(asked > 10, "{asked} routes");
}
