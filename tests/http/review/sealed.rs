//! What was sent first stays: later scores need a reason and stand beside it.

use super::FULL;
use super::panel::Panel;
use crate::support::Page;

/// Posts as the page stands, with some fields given otherwise.
fn post(panel: &Panel, to: &str, given: &[(&str, &str)]) -> Page {
    let page = panel.page(&panel.noor);
    let mut forms = page.forms("main form").into_iter();
    let form = forms.find(|form| form.filled.iter().any(|(name, _)| name == "saves"));
    let filled = form.expect("a review form").filled(given);
    panel.noor.post(&format!("{}{to}", panel.place()), &filled)
}

#[test]
fn a_change_of_mind_needs_a_reason_and_keeps_the_first_score() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.send(&panel.noor, FULL, "The records show it.");
    let silent = post(&panel, "/submission", &[("score.values", "5")]);
    assert_eq!(silent.status, 422);
    assert_eq!(
        silent.error("reason"),
        "Say why your scores or your recommendation changed."
    );
    // The total is that of the scores in the fields.
    assert_eq!(silent.texts("[data-live='total']"), ["80.0", "80.0"]);
    let told = [("score.values", "5"), ("reason", "The annex convinced me.")];
    assert_eq!(post(&panel, "/submission", &told).status, 303);
    let page = panel.page(&panel.noor);
    assert!(page.text().contains("When you first sent it: 75.0."));
    assert!(page.text().contains("Why: The annex convinced me."));
    // Better words alone are no change of mind.
    let worded = post(&panel, "/submission", &[("comment", "Said better.")]);
    assert_eq!(worded.status, 303);
}

#[test]
fn others_see_how_far_the_scores_moved() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.declare(&panel.maya, "none");
    panel.send(&panel.noor, FULL, "The records show it.");
    panel.send(&panel.noor, ["5", "3", "5", "4", "3", "2"], "It shows.");
    panel.send(&panel.maya, FULL, "I think so.");
    let page = panel.page(&panel.maya);
    assert_eq!(page.column("Scores side by side", 2)[0], "5 (first 4)");
    assert!(
        page.text()
            .contains("Mean of the first scores 75.0, now 77.5")
    );
}

#[test]
fn nothing_is_sent_without_recommendation_and_confidence() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.post(&panel.noor, "", FULL, "The records show it.");
    let bare = [("recommendation", ""), ("confidence", "")];
    let refused = post(&panel, "/submission", &bare);
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.error("recommendation"),
        "Choose what you recommend."
    );
    assert_eq!(refused.error("confidence"), "Choose how sure you are.");
    assert_eq!(refused.value("score.values"), "4");
}

#[test]
fn a_draft_saves_itself_and_says_when_it_is_overtaken() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    let first = [("saves", "0"), ("score.values", "4")];
    let saved = post(&panel, "/autosave", &first);
    assert_eq!(saved.status, 200);
    assert!(saved.source().contains("\"version\":1"));
    assert_eq!(panel.page(&panel.noor).value("score.values"), "4");
    let late = post(
        &panel,
        "/autosave",
        &[("saves", "0"), ("score.values", "1")],
    );
    assert_eq!(late.status, 409);
    assert_eq!(panel.page(&panel.noor).value("score.values"), "4");
}

#[test]
fn declining_frees_the_place_and_is_no_conflict() {
    let panel = Panel::new();
    let place = format!("{}/decline", panel.place());
    let asked = panel.noor.get(&place);
    assert_eq!(asked.status, 200);
    let refused = panel.noor.submit(&asked, &place, &[("reason", " ")]);
    assert_eq!(
        refused.error("reason"),
        "Say in a few words why you decline."
    );
    let done = panel
        .noor
        .submit(&asked, &place, &[("reason", "Not my field.")]);
    assert_eq!(done.heading(), "Your reviews");
    assert_eq!(panel.noor.get(&panel.place()).status, 404);
}

#[test]
fn evidence_stands_beside_the_criterion_and_hides_what_is_hidden() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    let page = panel.page(&panel.noor);
    assert!(page.has("section.criterion[data-weight='25'][data-kind='merit']"));
    assert!(!page.text().contains("A secret."));
}

#[test]
fn save_and_next_leads_back_to_the_queue_when_nothing_is_left() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    let sent = post(&panel, "", &[("score.values", "4"), ("then", "next")]);
    assert_eq!((sent.status, sent.location()), (303, "/reviews"));
    for order in ["least", "shuffled"] {
        let queue = panel.noor.get(&format!("/reviews?order={order}"));
        let link = format!("{}?order={order}", panel.place());
        assert!(queue.has(&format!("a[href='{link}']")), "{order}");
    }
}
