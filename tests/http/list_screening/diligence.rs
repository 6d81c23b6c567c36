//! Where lists count, their screening speaks for the step of due diligence.

use super::hits::with_hit;
use super::{answer, hit};

const LIST: &str = "What the amount asks for";

#[test]
fn the_step_is_done_when_lists_were_looked_at_and_no_hit_waits() {
    let (round, place) = with_hit();
    let dossier = format!("/admin/applications/{}", round.applications[0]);
    let diligence = format!("{dossier}/due-diligence");
    let line = || {
        let page = round.ada.get(&diligence);
        let rows = page.table(LIST).into_iter();
        let names = "Names held against watch lists";
        let mut own = rows.filter(|row| row[0] == names);
        own.next().expect("the step is asked for")
    };
    let open = line();
    assert_eq!(open[1], "Open");
    assert!(open[2].contains("Names compared"), "{}", open[2]);
    let page = round.ada.get(&diligence);
    assert_eq!(page.link("Names held against watch lists"), place);
    // Nobody ticks it by hand beside that.
    let step = format!("{diligence}/steps/list_screening");
    let typed = [("outcome", "verified"), ("note", "No hit.")];
    assert_eq!(round.ada.post_with_token(&step, &typed).status, 409);
    assert_eq!(line()[1], "Open");
    let found = hit(&round.ada.get(&place));
    answer(&round.ada, &found, "cleared", "Another organisation.");
    assert_eq!(line()[1], "Done");
}
