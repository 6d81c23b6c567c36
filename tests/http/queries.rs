//! What pages that people live on ask of the database: the same number of
//! statements however much is in them.

use crate::story::{Story, fill, make_round, open_round, send};
use crate::support::{Page, Person, TestSite, queries};

fn counted(site: &TestSite, work: impl FnOnce()) -> usize {
    queries::number(site.url(), work)
}

/// Rows of other supporters, as many as the form takes.
fn supporters(number: usize) -> Vec<(String, String)> {
    let row = |at: usize| {
        let field = move |code: &str| format!("supporters.{at}.{code}");
        [
            (field("funder"), format!("Supporter {at}")),
            (field("amount"), (1000 + at).to_string()),
            (field("amount.currency"), "USD".to_owned()),
            (field("from"), "2026-01-31".to_owned()),
            (field("purpose"), "Rent and salaries".to_owned()),
            (field("status"), "agreed".to_owned()),
        ]
    };
    (0..number).flat_map(row).collect()
}

/// Saves the section of other supporters with as many rows.
fn save_rows(person: &Person, place: &str, number: usize) -> Page {
    let section = format!("{place}/sections/support");
    let given = [
        ("same_costs", "no"),
        ("reserve_months", "2"),
        ("then", "list"),
    ];
    let mut pairs = person.get(&section).form(&section, &given).filled(&given);
    pairs.retain(|(name, _)| !name.starts_with("supporters."));
    pairs.extend(supporters(number));
    let saved = person.post(&section, &pairs);
    assert_eq!(saved.problems(), [""; 0]);
    saved
}

#[test]
fn a_task_list_asks_the_same_of_an_empty_and_of_a_full_application() {
    queries::watch();
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press Witness");
    let load = || assert_eq!(rana.get(&place).status, 200);
    let empty = counted(&story.site, load);
    fill(&rana, &place);
    assert_eq!(save_rows(&rana, &place, 40).status, 303);
    assert_eq!(counted(&story.site, load), empty);
    // Earlier applications could be copied from; one or two ask the same.
    send(&rana, &place);
    let later = ["spring", "summer"].map(|slug| {
        make_round(&story.ada, &[("slug", slug)]);
        open_round(&story.ada, slug);
        let place = apply(&rana, slug);
        let asked = counted(&story.site, || assert_eq!(rana.get(&place).status, 200));
        fill(&rana, &place);
        send(&rana, &place);
        asked
    });
    assert_eq!(later[1], later[0]);
}

/// Begins an application in a round; where it is.
fn apply(person: &Person, round: &str) -> String {
    let page = person.get(&format!("/rounds/{round}"));
    let begun = person.submit(&page, &format!("/rounds/{round}/applications"), &[]);
    assert_eq!(begun.status, 200, "{}", begun.text());
    begun.path
}

/// A statement without the values that it was asked with.
fn without_values(statement: String) -> String {
    let words = statement.split(" -- binds").next();
    words.unwrap_or_default().to_owned()
}

#[test]
fn a_section_with_forty_rows_is_saved_in_one_short_transaction() {
    queries::watch();
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press Witness");
    fill(&rana, &place);
    let url = story.site.url();
    let saved = |rows: usize| {
        let section = format!("{place}/sections/support");
        let save = || assert_eq!(save_rows(&rana, &place, rows).status, 303);
        let asked = queries::of(url, save).into_iter();
        let kept = rana.get(&section);
        let last = format!("supporters.{}.funder", rows - 1);
        assert_eq!(kept.value(&last), format!("Supporter {}", rows - 1));
        asked.map(without_values).collect::<Vec<String>>()
    };
    let (one, forty) = (saved(1), saved(40));
    assert_eq!(forty, one);
    let writes = forty.iter().filter(|one| !one.starts_with("SELECT "));
    println!(
        "{} statements, {} of them write",
        forty.len(),
        writes.count()
    );
}

#[test]
fn a_connection_that_was_just_in_use_is_not_asked_whether_it_answers() {
    queries::watch();
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press Witness");
    let all = queries::all(story.site.url(), || {
        for _ in 0..3 {
            assert_eq!(rana.get(&place).status, 200);
        }
    });
    assert!(all.len() > 3, "the database is watched");
    let asked = all.iter().filter(|one| one.starts_with("SELECT 1 "));
    assert_eq!(asked.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_form_that_was_read_once_is_not_read_again() {
    queries::watch();
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press Witness");
    for page in [&*place, "/rounds/winter"] {
        assert_eq!(rana.get(page).status, 200);
        let asked = queries::of(story.site.url(), || {
            assert_eq!(rana.get(page).status, 200);
        });
        let form = asked.iter().filter(|one| one.contains("forms"));
        assert_eq!(form.collect::<Vec<_>>(), Vec::<&String>::new(), "{page}");
    }
}
