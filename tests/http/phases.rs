//! Review phases: each rule on and off, as reviewers meet it on pages, in counts
//! and orders, and as staff set it.

use evenhand::actions::complete_reviews;
use evenhand::domain::account::Role;
use evenhand::domain::application::Status;
use evenhand::domain::phase::Phase;
use evenhand::store::{Tx, latest_events, phase};

use crate::review::panel::{OWNER, Panel, TITLE};
use crate::support::{Page, Person};

const FULL: [&str; 6] = ["4", "3", "5", "4", "3", "2"];
const PHASES: &str = "/admin/rounds/autumn/phases";

/// Every field of a phase like the one that a round begins with.
const PLAIN: [(&str, &str); 10] = [
    ("name_en", "Reading"),
    ("scope", "assigned"),
    ("needed", "1"),
    ("others", "after_own"),
    ("reviewer_names", ""),
    ("applicant_names", "yes"),
    ("discussion", "yes"),
    ("revision", "yes"),
    ("opens_at", ""),
    ("closes_at", ""),
];

impl Panel {
    fn first_phase(&self) -> Phase {
        let round = self.round.id;
        let mut found = self.site.read(|reader| phase::of_round(reader, round));
        found.remove(0)
    }

    fn opening(&self) -> String {
        self.first_phase().opens_at.local_text("UTC")
    }

    /// Posts a phase with these fields in place of the plain ones.
    fn post_phase(&self, to: &str, changed: &[(&str, &str)]) -> Page {
        let opening = self.opening();
        let mut pairs: Vec<(&str, &str)> = PLAIN.to_vec();
        for pair in &mut pairs {
            if pair.0 == "opens_at" {
                pair.1 = &opening;
            }
            if let Some(other) = changed.iter().find(|one| one.0 == pair.0) {
                pair.1 = other.1;
            }
        }
        pairs.extend(changed.iter().filter(|one| one.0 == "confirmed"));
        self.ada.post_with_token(to, &pairs)
    }

    /// Changes rules of the phase that the round began with.
    pub fn rule(&self, changed: &[(&str, &str)]) {
        let mut changed = changed.to_vec();
        changed.push(("confirmed", "yes"));
        let to = format!("{PHASES}/{}", self.first_phase().id);
        let done = self.post_phase(&to, &changed);
        assert_eq!((done.status, done.location()), (303, PHASES));
    }

    fn third(&self) -> Person {
        self.ada.invites("Sami Odeh", Role::Reviewer)
    }
}

#[test]
fn a_round_begins_with_one_phase_that_everybody_is_told_of() {
    let panel = Panel::new();
    let page = panel.ada.get(PHASES);
    assert!(page.text().contains("In force now: Review"));
    assert_eq!(page.texts("section h2"), ["Review"]);
    let rule = "Reviewers see others’ reviews after sending their own.";
    assert!(page.text().contains(rule));
    panel.declare(&panel.noor, "none");
    assert!(panel.page(&panel.noor).text().contains(rule));
}

#[test]
fn others_are_seen_never_or_at_once() {
    let panel = Panel::new();
    let (noor, maya) = (&panel.noor, &panel.maya);
    panel.rule(&[("others", "never")]);
    panel.declare(noor, "none");
    panel.declare(maya, "none");
    panel.send(noor, FULL, "Noor’s reasons.");
    panel.send(maya, FULL, "Maya’s reasons.");
    assert!(!panel.page(maya).source().contains("Noor’s reasons."));
    panel.rule(&[("others", "always"), ("reviewer_names", "yes")]);
    let seen = panel.page(maya);
    assert!(seen.text().contains("Noor’s reasons."));
    assert!(seen.text().contains("Noor Khalil"));
}

#[test]
fn at_once_means_before_ones_own() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.declare(&panel.maya, "none");
    panel.send(&panel.noor, FULL, "Noor’s reasons.");
    assert!(!panel.page(&panel.maya).has("#others"));
    panel.rule(&[("others", "always")]);
    let early = panel.page(&panel.maya);
    assert!(early.text().contains("Noor’s reasons."));
    assert!(!early.text().contains("Noor Khalil"));
    assert_eq!(early.column("Scores side by side", 1), FULL);
}

#[test]
fn what_was_sent_stays_where_the_phase_says_so() {
    let panel = Panel::new();
    panel.rule(&[("revision", "")]);
    panel.declare(&panel.noor, "none");
    panel.send(&panel.noor, FULL, "First.");
    let to = format!("{}/submission", panel.place());
    let again = panel.noor.post_with_token(&to, &[("saves", "1")]);
    assert_eq!(again.status, 409);
    let page = panel.page(&panel.noor);
    assert!(page.buttons().is_empty() && page.text().contains("stays as it was sent"));
}

#[test]
fn after_the_close_nothing_is_written_and_reading_stays() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.site.pass_days(1);
    panel.noor.sign_in();
    panel.ada.sign_in();
    panel.send(&panel.noor, FULL, "In time.");
    let after_hours = |hours: i64| {
        panel
            .round
            .opens_at
            .plus_minutes(hours * 60)
            .local_text("UTC")
    };
    // Nothing that is there may come to lie after the close.
    let to = format!("{PHASES}/{}", panel.first_phase().id);
    let refused = panel.post_phase(&to, &[("closes_at", &after_hours(12))]);
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .error("closes_at")
            .starts_with("Reviews were written after")
    );
    panel.rule(&[("closes_at", &after_hours(48))]);
    panel.site.pass_days(2);
    panel.noor.sign_in();
    let to = format!("{}/submission", panel.place());
    let late = panel.noor.post_with_token(&to, &[("saves", "1")]);
    assert_eq!(late.status, 409);
    let page = panel.page(&panel.noor);
    assert!(page.text().contains("In time.") && page.buttons().is_empty());
    // A conflict can still be told.
    let asked = panel.noor.get(&format!("{}/declaration", panel.place()));
    assert_eq!(asked.status, 200);
}

#[test]
fn what_is_open_to_all_is_taken_by_beginning() {
    let panel = Panel::new();
    let sami = panel.third();
    assert_eq!(sami.get(&panel.place()).status, 404);
    assert!(!sami.get("/reviews").text().contains("Open to all"));
    panel.rule(&[("scope", "all"), ("needed", "3")]);
    let open = sami.get("/reviews?show=open");
    let caption = "Applications that every reviewer may take on";
    assert_eq!(open.column(caption, 0), ["EH-7K2M-94QX"]);
    assert!(!open.source().contains(OWNER) && !open.source().contains(TITLE));
    // Who is assigned has it among their own, not here.
    assert!(!panel.noor.get("/reviews").text().contains("Open to all"));
    let asked = sami.get(&panel.place());
    assert!(
        asked
            .heading()
            .ends_with("Do you have a conflict of interest?")
    );
    panel.declare(&sami, "none");
    assert_eq!(
        sami.get("/reviews").the(".empty h2"),
        "Nothing to review yet"
    );
    panel.post(&sami, "", ["4", "", "", "", "", ""], "Begun.");
    let queue = sami.get("/reviews");
    assert_eq!(queue.column("Reviews to write", 3), ["Draft"]);
    // They keep it when the phase no longer opens it to all.
    panel.rule(&[("needed", "3")]);
    assert_eq!(panel.page(&sami).status, 200);
}

#[test]
fn a_conflict_closes_what_is_open_to_all() {
    let panel = Panel::new();
    let sami = panel.third();
    panel.rule(&[("scope", "all")]);
    let thanks = panel.declare(&sami, "funder");
    assert_eq!(thanks.heading(), "Thank you for telling us");
    assert_eq!(sami.get(&panel.place()).status, 404);
    assert!(!sami.get("/reviews").text().contains("Open to all"));
}

#[test]
fn an_application_waits_for_the_reviews_that_it_needs() {
    let panel = Panel::new();
    panel.rule(&[("needed", "3")]);
    panel.declare(&panel.noor, "none");
    panel.declare(&panel.maya, "none");
    panel.send(&panel.noor, FULL, "Reasons.");
    panel.send(&panel.maya, FULL, "Reasons.");
    assert_eq!(panel.status(), Status::InReview);
    // Fewer are enough: then it has them.
    panel.rule(&[("needed", "2")]);
    assert_eq!(panel.status(), Status::Deliberation);
    let late = panel.third();
    panel.rule(&[("scope", "all")]);
    panel.declare(&late, "none");
    assert!(
        panel
            .page(&late)
            .text()
            .contains("has the reviews that it needs")
    );
}

#[test]
fn a_blind_phase_names_no_applicant_anywhere() {
    let panel = Panel::new();
    let (noor, maya) = (&panel.noor, &panel.maya);
    panel.rule(&[("applicant_names", "")]);
    let nameless = |page: Page| {
        let source = page.source().to_lowercase();
        assert_eq!(page.status, 200);
        for name in ["al-manara", "rana haddad", &OWNER.to_lowercase()] {
            assert!(!source.contains(name), "{name}");
        }
        page
    };
    nameless(noor.get("/reviews"));
    nameless(panel.page(noor));
    nameless(panel.declare(noor, "none"));
    nameless(noor.get(&format!("{}/declaration", panel.place())));
    nameless(noor.get("/reviews"));
    panel.send(noor, FULL, "Reasons.");
    nameless(noor.get("/reviews?show=sent"));
    panel.declare(maya, "none");
    panel.send(maya, FULL, "Reasons.");
    let seen = nameless(panel.page(maya));
    assert!(seen.heading().ends_with(TITLE));
    assert!(seen.text().contains("name is hidden"));
    for letter in panel.site.letters_to(&noor.email) {
        assert!(!format!("{letter:?}").contains("Al-Manara"));
    }
    panel.rule(&[]);
    assert!(panel.page(maya).text().contains(OWNER));
}

#[test]
fn what_a_change_reveals_is_told_before_it_is_done() {
    let panel = Panel::new();
    panel.rule(&[("others", "never"), ("applicant_names", "")]);
    let to = format!("{PHASES}/{}", panel.first_phase().id);
    let asked = panel.post_phase(&to, &[("others", "always")]);
    assert_eq!(asked.status, 200);
    assert!(
        asked
            .heading()
            .ends_with("This shows reviewers what was hidden")
    );
    assert_eq!(asked.texts("main ul li").len(), 2);
    assert_eq!(panel.first_phase().others.code(), "never");
    let done = panel.ada.submit_once(&asked, &to, &[]);
    assert_eq!(done.status, 303);
    assert_eq!(panel.first_phase().others.code(), "always");
    let logged = panel.site.read(|reader| latest_events(reader, None, 1));
    assert_eq!(logged[0].action, "change_phase");
    assert!(logged[0].after_state.contains("others always"));
    // Hiding again needs no asking.
    assert_eq!(panel.post_phase(&to, &[("others", "never")]).status, 303);
}

#[test]
fn phases_follow_each_other_and_go_while_nothing_is_written() {
    let panel = Panel::new();
    let new = format!("{PHASES}/new");
    let second = panel.round.opens_at.plus_days(5).local_text("UTC");
    let made = panel.post_phase(&new, &[("opens_at", &second), ("others", "always")]);
    assert_eq!(made.status, 303);
    let same = panel.post_phase(&new, &[("opens_at", &second)]);
    assert_eq!(same.status, 422);
    assert_eq!(
        same.error("opens_at"),
        "Another phase of this round opens at the same time."
    );
    let first = format!("{PHASES}/{}", panel.first_phase().id);
    let late = panel.round.opens_at.plus_days(6).local_text("UTC");
    let overlap = panel.post_phase(&first, &[("closes_at", &late)]);
    assert!(
        overlap
            .error("closes_at")
            .starts_with("Two phases of a round")
    );
    panel.declare(&panel.noor, "none");
    panel.declare(&panel.maya, "none");
    panel.send(&panel.noor, FULL, "Noor’s reasons.");
    assert!(!panel.page(&panel.maya).has("#others"));
    // The first keeps what was written in it; the second holds from its opening.
    assert_eq!(panel.ada.get(&format!("{first}/removal")).status, 409);
    panel.site.pass_days(6);
    panel.maya.sign_in();
    panel.ada.sign_in();
    assert!(panel.page(&panel.maya).has("#others"));
    let page = panel.ada.get(PHASES);
    let removal = page.link("Remove “Reading”");
    let asked = panel.ada.get(&removal);
    assert_eq!(panel.ada.submit_once(&asked, &removal, &[]).status, 303);
    assert!(!panel.page(&panel.maya).has("#others"));
    let last = panel.ada.get(&format!("{first}/removal"));
    assert_eq!(last.status, 409);
}

#[test]
fn a_phase_that_opens_by_the_clock_moves_on_what_has_enough() {
    let panel = Panel::new();
    panel.rule(&[("needed", "3")]);
    let second = panel.round.opens_at.plus_days(5).local_text("UTC");
    let fewer = [("opens_at", second.as_str()), ("needed", "2")];
    assert_eq!(
        panel.post_phase(&format!("{PHASES}/new"), &fewer).status,
        303
    );
    for person in [&panel.noor, &panel.maya] {
        panel.declare(person, "none");
        panel.send(person, FULL, "The records show it.");
    }
    let hour = || {
        let database = &panel.site.database;
        let since = panel.site.clock.now().plus_days(-6);
        let work = |tx: &mut Tx| complete_reviews::advance_opened(tx, since);
        let done = database.write(panel.site.stamp(), work);
        done.expect("it is done");
        panel.status()
    };
    assert_eq!(hour(), Status::InReview);
    panel.site.pass_days(6);
    assert_eq!(hour(), Status::Deliberation);
}
