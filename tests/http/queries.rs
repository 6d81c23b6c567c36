//! What pages that people live on ask of the database: the same number of
//! statements however much is in them.

use crate::story::{Story, fill, make_organisation, send, start};
use crate::support::{Page, Person, TestSite, queries};

fn counted(site: &TestSite, work: impl FnOnce()) -> usize {
    let asked = queries::of(site.url(), work);
    assert!(!asked.is_empty(), "the database is watched");
    asked.len()
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
    // Earlier applications could be copied from; one or many asks the same.
    send(&rana, &place);
    let load = |place: &str| counted(&story.site, || assert_eq!(rana.get(place).status, 200));
    let second = start(&rana);
    let after_one = load(&second);
    fill(&rana, &second);
    send(&rana, &second);
    let third = start(&rana);
    assert_eq!(load(&third), after_one);
    make_organisation(&rana, "Second Home");
    assert_eq!(load(&third), after_one);
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
        let asked = queries::of(url, || {
            assert_eq!(save_rows(&rana, &place, rows).status, 303)
        });
        let kept = rana.get(&section);
        let last = format!("supporters.{}.funder", rows - 1);
        assert_eq!(kept.value(&last), format!("Supporter {}", rows - 1));
        asked
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
