//! Staff who review too: others' reviews are kept from them until they have judged.

use evenhand::domain::account::Role;
use evenhand::store::Tx;

use super::FULL;
use super::panel::{OWNER, Panel};
use crate::list_screening::{answer, count, hit, list_of, put, screen, standing};
use crate::reviewed::{assign, id_of};
use crate::support::{Page, Person};

/// What the full review comes to.
const TOTAL: &str = "75.0";

impl Panel {
    /// Maya, who is assigned the application, works in the office as well.
    fn with_maya_as(role: Role) -> Self {
        let panel = Self::new();
        let people = panel.ada.get("/admin/people");
        let row = people.row_selector(&panel.maya.email);
        let given = [("held", "yes"), ("role", role.code())];
        let form = format!("{row} form[action$='/role']");
        panel.ada.submit(&people, &form, &given);
        panel
    }

    fn part(&self, part: &str) -> String {
        format!("/admin/applications/{}/{part}", self.application)
    }

    /// The pages of staff on which the score or what it comes to stands.
    fn scored(&self) -> [String; 6] {
        [
            "/admin/rounds/autumn/ranking".to_owned(),
            "/admin/rounds/autumn/board".to_owned(),
            "/admin/rounds/autumn/ranking/certainty".to_owned(),
            self.part("decision"),
            self.part("story"),
            "/admin/dashboard".to_owned(),
        ]
    }

    fn noor_sends(&self) {
        self.declare(&self.noor, "none");
        self.send(&self.noor, FULL, "The records show it.");
    }
}

fn exported(person: &Person) -> Page {
    let asked = [("what", "scores"), ("format", "csv")];
    person.post_with_token("/admin/rounds/autumn/exports", &asked)
}

#[test]
fn staff_who_are_to_review_find_no_score_before_their_own() {
    let panel = Panel::with_maya_as(Role::Admin);
    let before: Vec<Page> = panel.scored().iter().map(|at| panel.maya.get(at)).collect();
    panel.noor_sends();
    for (at, before) in panel.scored().iter().zip(&before) {
        let (ada, maya) = (panel.ada.get(at), panel.maya.get(at));
        assert_eq!((ada.status, maya.status), (200, 200), "{at}");
        assert_ne!(ada.text(), before.text(), "{at} tells of the review");
        assert!(!maya.text().contains("75"), "{at}: {}", maya.text());
    }
    assert!(panel.ada.get(&panel.scored()[0]).text().contains(TOTAL));
    let ranking = panel.maya.get("/admin/rounds/autumn/ranking");
    let told = "Others’ reviews of one application are kept from you";
    assert!(ranking.text().contains(told));
    let cells = ranking.column("Applications by their mean score", 0);
    assert_eq!(cells, ["after your own review"]);
    let decision = panel.maya.get(&panel.part("decision"));
    assert!(!decision.text().contains("Noor Khalil"));
    assert!(
        decision
            .text()
            .contains("What others say of it is kept from you")
    );
    assert!(exported(&panel.ada).source().contains("Noor Khalil"));
    assert!(!exported(&panel.maya).source().contains("Noor Khalil"));
    // One's own judgement opens the others'.
    panel.declare(&panel.maya, "none");
    panel.send(&panel.maya, FULL, "I think so.");
    let open = panel.maya.get(&panel.part("decision"));
    assert!(open.text().contains("Noor Khalil") && open.text().contains(TOTAL));
    let ranking = panel.maya.get("/admin/rounds/autumn/ranking");
    assert!(ranking.text().contains(TOTAL) && !ranking.text().contains(told));
}

#[test]
fn auditors_are_held_to_it_and_may_abstain() {
    let panel = Panel::with_maya_as(Role::Auditor);
    panel.noor_sends();
    let decision = panel.part("decision");
    assert!(!panel.maya.get(&decision).text().contains("Noor Khalil"));
    let place = format!("{}/decline", panel.place());
    let asked = panel.maya.get(&place);
    panel.maya.submit(&asked, &place, &[("reason", "No time.")]);
    assert!(panel.maya.get(&decision).text().contains("Noor Khalil"));
}

#[test]
fn nothing_tells_them_that_reviews_differ() {
    let panel = Panel::with_maya_as(Role::Admin);
    let sami = panel.ada.invites("Sami Odeh", Role::Reviewer);
    let write = |tx: &mut Tx| {
        let (ada, sami) = (id_of(tx, &panel.ada.email)?, id_of(tx, &sami.email)?);
        assign(tx, ada, panel.application, sami)
    };
    let assigned = panel.site.database.write(panel.site.stamp(), write);
    assigned.expect("Sami is assigned");
    for (person, points) in [(&panel.noor, ["5"; 6]), (&sami, ["1"; 6])] {
        panel.declare(person, "none");
        panel.send(person, points, "I read it.");
    }
    let list = "/admin/rounds/autumn/discussions";
    assert!(panel.ada.get(list).has("table"));
    assert!(panel.maya.get(list).has(".empty"));
    let flag = "Reviews differ widely";
    let dossier = format!("/admin/applications/{}", panel.application);
    assert!(panel.ada.get(&dossier).text().contains(flag));
    assert!(!panel.maya.get(&dossier).text().contains(flag));
}

#[test]
fn a_key_reads_no_more_than_its_maker() {
    let panel = Panel::with_maya_as(Role::Admin);
    panel.noor_sends();
    let read = |person: &Person| {
        person.proves();
        let typed = [("name", "Scores"), ("days", "30"), ("scopes", "scores")];
        let made = person.post_with_token("/admin/access-tokens", &typed);
        let bearer = format!("Bearer {}", made.the("#secret code"));
        let headers = [("authorization", bearer.as_str())];
        let place = "/api/v1/rounds/autumn/scores";
        let visitor = panel.site.visitor();
        visitor
            .ask("GET", place, &headers, None)
            .source()
            .to_owned()
    };
    assert!(read(&panel.ada).contains("EH-7K2M-94QX"));
    assert!(!read(&panel.maya).contains("EH-7K2M-94QX"));
}

#[test]
fn what_was_discussed_waits_too() {
    let panel = Panel::with_maya_as(Role::Admin);
    panel.noor_sends();
    let place = panel.part("discussion");
    let words = "The budget worries me.";
    let page = panel.ada.get(&place);
    panel.ada.submit(&page, &place, &[("body", words)]);
    assert!(panel.ada.get(&place).text().contains(words));
    let kept = panel.maya.get(&place);
    assert!(!kept.text().contains(words));
    assert!(kept.forms("main form").is_empty());
    let posted = [
        ("body", "And me."),
        ("press", "01900000-0000-7000-8000-000000000001"),
    ];
    assert_eq!(panel.maya.post_with_token(&place, &posted).status, 409);
    panel.declare(&panel.maya, "none");
    panel.send(&panel.maya, FULL, "I think so.");
    assert!(panel.maya.get(&place).text().contains(words));
}

#[test]
fn the_phase_decides_whether_and_how_long() {
    let panel = Panel::with_maya_as(Role::Admin);
    panel.noor_sends();
    let decision = panel.part("decision");
    let sees = || panel.maya.get(&decision).text().contains("Noor Khalil");
    assert!(!sees());
    panel.rule(&[("others", "always")]);
    assert!(sees());
    // Never: until reviewing is over, also after one's own; a third is missing.
    panel.rule(&[("others", "never"), ("needed", "3")]);
    panel.declare(&panel.maya, "none");
    panel.send(&panel.maya, FULL, "I think so.");
    assert!(!sees());
    panel.rule(&[("others", "never"), ("needed", "2")]);
    assert!(sees());
}

#[test]
fn what_is_open_to_all_is_kept_from_staff_who_may_take_it() {
    let panel = Panel::new();
    let sami = panel.ada.invites("Sami Odeh", Role::Reviewer);
    let people = panel.ada.get("/admin/people");
    let form = format!("{} form[action$='/role']", people.row_selector(&sami.email));
    panel
        .ada
        .submit(&people, &form, &[("held", "yes"), ("role", "auditor")]);
    panel.noor_sends();
    let decision = panel.part("decision");
    let sees = || sami.get(&decision).text().contains("Noor Khalil");
    assert!(sees(), "it is not theirs to review");
    panel.rule(&[("scope", "all"), ("needed", "3")]);
    assert!(!sees());
    // With enough reviews nobody else may take it.
    panel.declare(&panel.maya, "none");
    panel.send(&panel.maya, FULL, "I think so.");
    panel.rule(&[("scope", "all"), ("needed", "2")]);
    assert!(sees());
}

#[test]
fn staff_who_are_to_review_find_no_hit_on_a_watch_list_before() {
    let panel = Panel::with_maya_as(Role::Admin);
    let (site, ada, maya) = (&panel.site, &panel.ada, &panel.maya);
    count(site, ada, "ofac");
    put(site, ada, "ofac", &list_of("2026-10-20", &[("O-1", OWNER)]));
    let place = standing(site, panel.application);
    screen(ada, &place);
    let hit = hit(&ada.get(&place));
    let dossier = format!("/admin/applications/{}", panel.application);
    let pages = [
        dossier.clone(),
        place.clone(),
        panel.part("decision"),
        panel.part("story"),
        "/admin/rounds/autumn/lists".to_owned(),
        "/admin/rounds/autumn/board".to_owned(),
    ];
    for at in &pages {
        let page = maya.get(at);
        assert_eq!(page.status, 200, "{at}");
        assert!(!page.text().contains("open hit"), "{at}: {}", page.text());
    }
    assert!(ada.get(&dossier).text().contains("One open hit"));
    let told = "Kept from you until you have sent your review";
    assert!(maya.get(&place).text().contains(told));
    let given = [("verdict", "cleared"), ("reason", "x"), ("seen", "open")];
    assert_eq!(maya.get(&hit).status, 404);
    assert_eq!(maya.post_with_token(&hit, &given).status, 404);
    let waiting = maya.get("/admin/list-hits");
    assert!(waiting.text().contains("Nothing is open"));
    let lists = maya.get("/admin/watch-lists");
    assert!(lists.text().contains("No hits wait for an answer"));
    answer(ada, &hit, "cleared", "Another country.");
    let log = |person: &Person| person.get("/admin/audit").source().to_owned();
    assert!(log(ada).contains("answer_list_hit"));
    assert!(!log(maya).contains("answer_list_hit"));
    // One's own judgement opens it.
    panel.declare(maya, "none");
    panel.send(maya, FULL, "I think so.");
    assert_eq!(maya.get(&hit).status, 200);
    assert!(!maya.get(&place).text().contains(told));
    assert!(log(maya).contains("answer_list_hit"));
}
