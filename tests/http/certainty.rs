//! How sure a ranking is, as admins read it.

use crate::deliberation::{Deliberation, EVEN, HIGH, OTHER, review};
use crate::support::{Page, queries};

const PLACE: &str = "/admin/rounds/autumn/ranking/certainty";
const CAPTION: &str = "Applications by their expected rank";

fn titles(page: &Page) -> Vec<String> {
    let column = page.column(CAPTION, 1);
    let title = |text: String| {
        text.split("reviewers ")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    column.into_iter().map(title).collect()
}

#[test]
fn a_ranking_is_shown_with_its_doubt() {
    let round = Deliberation::new();
    let ranking = round.ranking(&round.ada);
    let unsure = "few reviews leave each of them uncertain";
    assert!(ranking.text().contains(unsure), "{}", ranking.text());
    assert_eq!(ranking.link("How sure is this ranking?"), PLACE);
    let page = round.ada.get(PLACE);
    assert_eq!(page.status, 200);
    let found = titles(&page);
    assert_eq!(found.len(), 4);
    assert_eq!(found[0], "Legal aid in the valley");
    let strictness = page.table("How strict the reviewers are");
    let reviewers: Vec<&str> = strictness.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(reviewers, ["Noor Khalil", "Maya Ben-Ami"]);
    assert!(strictness[0][4].contains("stricter"), "{strictness:?}");
    assert_eq!(page.table("Without each reviewer").len(), 2);
    // Six criteria, each higher and lower.
    assert_eq!(
        page.table("With each weight a fifth higher or lower").len(),
        12
    );
    // The same reviews give the same numbers, to everybody who may see them all.
    let again = round.ben.get(PLACE);
    assert_eq!(again.table(CAPTION), page.table(CAPTION));
    assert!(page.text().contains("with the seed"));
}

#[test]
fn what_has_no_number_is_explained() {
    let round = Deliberation::unscored();
    let page = round.ada.get(PLACE);
    assert!(page.text().contains("There is no review that counts yet"));
    review(&round.noor, round.applications[0], EVEN);
    review(&round.noor, round.applications[1], HIGH);
    let page = round.ada.get(PLACE);
    assert!(page.text().contains("One reviewer gave every score."));
    assert_eq!(titles(&page).len(), 4);
    review(&round.maya, round.applications[0], EVEN);
    let page = round.ada.get(PLACE);
    assert!(!page.text().contains("One reviewer gave every score."));
    for (language, heading) in [
        ("ar", "ما مدى الثقة بهذا الترتيب؟"),
        ("he", "עד כמה הדירוג הזה ודאי?"),
    ] {
        let back = [("language", language), ("return_to", PLACE)];
        round.ada.post_with_token("/language", &back);
        assert!(round.ada.get(PLACE).heading().ends_with(heading));
    }
}

#[test]
fn reviewers_who_differ_by_chance_alone_are_not_called_strict() {
    let all_even = "so nobody counts as strict or kind";
    let told = |page: &Page| page.text().contains(all_even);
    assert!(!told(&Deliberation::new().ada.get(PLACE)));
    let round = Deliberation::unscored();
    let low = ["1"; 6];
    let reviews = [(EVEN, HIGH), (HIGH, EVEN), (low, low), (OTHER, OTHER)];
    for (id, (noor, maya)) in round.applications.iter().zip(reviews) {
        review(&round.noor, *id, noor);
        review(&round.maya, *id, maya);
    }
    let page = round.ada.get(PLACE);
    assert!(told(&page));
    for row in page.table("How strict the reviewers are") {
        assert_eq!(row[4], "like the average");
    }
}

#[test]
fn doubt_asks_the_same_of_the_database_however_much_is_reviewed() {
    queries::watch();
    let round = Deliberation::unscored();
    review(&round.noor, round.applications[0], EVEN);
    let load = || {
        let read = || assert_eq!(round.ada.get(PLACE).status, 200);
        queries::number(round.site.url(), read)
    };
    // From then on the page asks whether the ranking that was kept still holds.
    load();
    review(&round.noor, round.applications[1], EVEN);
    let one = load();
    assert!(one > 0);
    for id in &round.applications {
        review(&round.maya, *id, HIGH);
    }
    assert_eq!(load(), one);
}
