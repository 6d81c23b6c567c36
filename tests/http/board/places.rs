//! Between which ranks an application could be, and bands.

use evenhand::domain::account::Role;

use super::BOARD;
use crate::deliberation::{Deliberation, EVEN, HIGH, OTHER, review};
use crate::reviewed::{self, Sent, organisation_of};
use crate::support::Page;

fn beside(page: &Page) -> Vec<String> {
    page.texts(".ranking-rank")
}

#[test]
fn the_board_says_what_the_ranking_says_and_the_band() {
    let round = Deliberation::new();
    let ranking = beside(&round.ranking(&round.ada));
    let board = round.ada.get(BOARD);
    let rows = beside(&board);
    assert_eq!(rows.len(), ranking.len());
    for (own, told) in rows.iter().zip(&ranking) {
        assert!(own.starts_with(told.as_str()), "{own} {told}");
        assert!(own.contains(" · band "), "{own}");
    }
    assert!(rows[0].ends_with(" · band 1"), "{rows:?}");
    let hint = "Within a band, scores can’t tell applications apart.";
    assert!(board.text().contains(hint));
}

#[test]
fn panels_with_nobody_in_common_have_bands_of_their_own() {
    let round = Deliberation::unscored();
    let omar = round.ada.invites("Omar Said", Role::Reviewer);
    let lina = round.ada.invites("Lina Awad", Role::Reviewer);
    let ids = ["EH-GGGG-2222", "EH-HHHH-3333"].map(|reference| {
        let sent = Sent {
            reference,
            requested_minor: 200_000,
            founder: &round.rana.email,
            answers: &[("title", reference)],
        };
        let owner = organisation_of(reference, ("joint", "joint"));
        let hands = (&round.ada, [&omar, &lina]);
        reviewed::enter(&round.site, &round.round, hands, (&owner, &sent))
    });
    for (id, points) in round.applications.iter().zip([EVEN, HIGH, OTHER, EVEN]) {
        review(&round.noor, *id, points);
        review(&round.maya, *id, EVEN);
    }
    for (id, points) in ids.iter().zip([HIGH, OTHER]) {
        review(&omar, *id, points);
        review(&lina, *id, EVEN);
    }
    let board = round.ada.get(BOARD);
    let rows = beside(&board);
    let of = |panel: &str| rows.iter().filter(|row| row.contains(panel)).count();
    assert_eq!(
        (of(" · panel 1, band "), of(" · panel 2, band ")),
        (4, 2),
        "{rows:?}"
    );
    assert!(board.text().contains("each has bands of its own"));
    assert!(!board.has("tr.band-opens"));
}
