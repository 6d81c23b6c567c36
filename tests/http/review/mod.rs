//! Reviewing: declaring first, writing, sending, revising, comparing.

mod abstaining;
pub mod panel;
mod queue;
mod sealed;
mod sent;
mod withheld;

use evenhand::domain::AccountId;
use evenhand::domain::account::Email;
use evenhand::domain::application::Status;
use evenhand::policy::Reach;
use evenhand::store::{Reader, StoreError, account, own_review, review};

use self::panel::{OWNER, Panel, SITUATION, TITLE};
use crate::support::Person;

const FULL: [&str; 6] = ["4", "3", "5", "4", "3", "2"];

#[test]
fn nothing_of_an_application_is_shown_before_the_declaration() {
    let panel = Panel::new();
    let queue = panel.noor.get("/reviews");
    assert_eq!(queue.column("Reviews to write", 0), ["EH-7K2M-94QX"]);
    assert_eq!(queue.column("Reviews to write", 3), ["Declare first"]);
    assert!(!queue.text().contains(OWNER) && !queue.text().contains(TITLE));
    let asked = panel.page(&panel.noor);
    assert!(
        asked
            .heading()
            .ends_with("Do you have a conflict of interest?")
    );
    assert!(asked.text().contains(OWNER));
    assert!(!asked.text().contains(TITLE) && !asked.text().contains(SITUATION));
    let early = panel
        .noor
        .post_with_token(&panel.place(), &[("saves", "0")]);
    assert_eq!(early.status, 409);
    let nothing = panel.declare(&panel.noor, "");
    assert_eq!(
        (nothing.status, nothing.error("kind").as_str()),
        (422, "Choose one of the options.")
    );
    let open = panel.declare(&panel.noor, "none");
    assert!(open.heading().ends_with(TITLE));
    assert!(open.text().contains(SITUATION));
    assert!(!open.text().contains("A secret."));
}

#[test]
fn a_conflict_takes_the_application_away_for_good() {
    let panel = Panel::new();
    panel.declare(&panel.maya, "none");
    panel.send(&panel.maya, FULL, "The records show it.");
    assert_eq!(panel.status(), Status::InReview);
    let thanks = panel.declare(&panel.noor, "collaborator");
    assert_eq!(thanks.heading(), "Thank you for telling us");
    let (place, noor) = (panel.place(), &panel.noor);
    let declaration = format!("{place}/declaration");
    for path in [&place, &declaration] {
        assert_eq!(noor.get(path).status, 404, "{path}");
    }
    for path in [&place, &declaration, &format!("{place}/submission")] {
        let pairs = [("kind", "none"), ("saves", "0")];
        assert_eq!(noor.post_with_token(path, &pairs).status, 404, "{path}");
    }
    let queue = noor.get("/reviews");
    assert_eq!(queue.the(".empty h2"), "Nothing to review yet");
    // The other review was the only one still waited for.
    assert_eq!(panel.status(), Status::Deliberation);
}

#[test]
fn a_review_is_saved_sent_and_revised_with_its_history() {
    let panel = Panel::new();
    let noor = &panel.noor;
    panel.declare(noor, "none");
    let saved = panel.post(
        noor,
        "",
        ["4", "3", "5", "", "", ""],
        "The records show it.",
    );
    assert_eq!(
        (saved.status, saved.location()),
        (303, panel.place().as_str())
    );
    let draft = panel.page(noor);
    assert_eq!(draft.the("#score"), "Your score so far");
    assert_eq!(draft.the(".figure-main dd"), "81.7 of 100");
    assert_eq!(draft.value("score.political"), "5");
    assert_eq!(
        draft.buttons(),
        [
            "",
            "Send and go to the next",
            "Send review",
            "Save and go to the next",
            "Save draft"
        ]
    );

    let refused = panel.send(noor, ["4", "3", "5", "4", "3", ""], "");
    assert_eq!(refused.status, 422);
    assert_eq!(refused.problems().len(), 6);
    assert_eq!(
        refused.error("score.legal"),
        "Choose a score for “Legal capacity”, or “cannot judge”."
    );
    assert_eq!(refused.value("score.financial"), "4");
    assert_eq!(panel.page(noor).the("#score"), "Your score so far");

    panel.send(noor, FULL, "The records show it.");
    panel.send(noor, FULL, "The records show it.");
    let sent = panel.page(noor);
    assert_eq!(
        sent.texts(".moment-text"),
        ["Total 75.0, merit 65.0, priority 90.0 Fund · confidence: Medium"]
    );
    assert_eq!(sent.buttons(), ["Send changes"]);
    panel.send(noor, ["5", "3", "5", "4", "3", "2"], "The records show it.");
    let revised = panel.page(noor);
    assert_eq!(
        revised.texts(".moment-text"),
        [
            "Total 80.0, merit 73.3, priority 90.0 Fund · confidence: Medium \
             Why: I read it again.",
            "Total 75.0, merit 65.0, priority 90.0 Fund · confidence: Medium"
        ]
    );
    let draft = panel.post(noor, "", FULL, "Other reasons.");
    assert_eq!(draft.status, 409);
    assert_eq!(
        noor.get("/reviews?show=sent")
            .column("Reviews that you sent", 3),
        ["Sent"]
    );
}

#[test]
fn two_windows_do_not_undo_each_other() {
    let panel = Panel::new();
    let noor = &panel.noor;
    panel.declare(noor, "none");
    panel.post(noor, "", ["4", "", "", "", "", ""], "First window.");
    let pairs = [
        ("saves", "0"),
        ("score.values", "1"),
        ("justification.values", "Second window."),
    ];
    let late = noor.post_with_token(&panel.place(), &pairs);
    assert_eq!(late.status, 409);
    assert_eq!(late.value("score.values"), "1");
    assert!(late.text().contains("First window.") && late.text().contains("Second window."));
    assert_eq!(late.value_of_hidden("saves"), "1");
    assert_eq!(panel.page(noor).value("score.values"), "4");
}

#[test]
fn others_are_hidden_until_ones_own_is_sent_and_nameless_then() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.declare(&panel.maya, "none");
    panel.send(&panel.noor, FULL, "Noor’s reasons.");
    let before = panel.page(&panel.maya);
    assert!(!before.text().contains("Noor’s reasons.") && !before.has("#others"));
    panel.post(&panel.maya, "", FULL, "Maya’s reasons.");
    assert!(!panel.page(&panel.maya).has("#others"));
    panel.send(
        &panel.maya,
        ["3", "abstain", "5", "4", "3", "2"],
        "Maya’s reasons.",
    );
    let after = panel.page(&panel.maya);
    assert!(after.text().contains("Noor’s reasons."));
    assert!(!after.text().contains("Noor Khalil"));
    assert_eq!(after.column("Scores side by side", 1)[1], "–");
    assert_eq!(after.column("Scores side by side", 2), FULL);
    assert_eq!(panel.status(), Status::Deliberation);
}

#[test]
fn a_closed_round_is_read_only() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.send(&panel.noor, FULL, "The records show it.");
    panel.close_round();
    let closed = panel.page(&panel.noor);
    assert_eq!(closed.status, 200);
    assert!(closed.text().contains("The records show it."));
    assert!(!closed.has("textarea") && closed.buttons().is_empty());
    let place = panel.place();
    for path in [&place, &format!("{place}/submission")] {
        let pairs = [("saves", "1")];
        assert_eq!(
            panel.noor.post_with_token(path, &pairs).status,
            409,
            "{path}"
        );
    }
    assert_eq!(panel.maya.get(&place).status, 409);
}

#[test]
fn only_counted_reviews_leave_the_store() {
    let panel = Panel::new();
    let (noor, maya) = (&panel.noor, &panel.maya);
    panel.declare(noor, "none");
    panel.declare(maya, "none");
    panel.post(maya, "", FULL, "A draft.");
    panel.send(noor, FULL, "The records show it.");
    let counted = || {
        panel
            .site
            .read(|reader| review::of_round(reader, Reach::operator(), panel.round.id))
    };
    assert_eq!(counted().len(), 1);
    assert_eq!(counted()[0].judgements.criteria().len(), 6);
    // Noticing a conflict later takes the sent review out of the count.
    let place = format!("{}/declaration", panel.place());
    let late = noor.submit(&noor.get(&place), &place, &[("kind", "funder")]);
    assert_eq!(late.heading(), "Thank you for telling us");
    assert_eq!(counted().len(), 0);
    let kept = panel.site.read(|reader| {
        let noor = counted_reviewer(reader, noor)?;
        own_review::find(reader, panel.application, noor)
    });
    assert!(kept.is_some(), "what was written is kept, only not counted");
}

fn counted_reviewer(reader: &mut Reader, person: &Person) -> Result<AccountId, StoreError> {
    let email = Email::parse(&person.email).expect("an address");
    Ok(account::by_email(reader, &email)?.expect("an account").id)
}
