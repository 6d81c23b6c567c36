//! Clocks of applications, what is late on top of the pages where people begin, and
//! what a programme promises.

use evenhand::domain::account::Role;
use evenhand::store::{StoreError, outbox};

use crate::award::sealed::tamper;
use crate::award::{ACCOUNT, Awarded, DECISION, PLAN};
use crate::deliberation::Deliberation;
use crate::story::Story;
use crate::support::Person;

const ROUND: &str = "/admin/rounds/autumn/turnaround";
const PROMISE: &str = "/admin/programmes/human-rights-fund/turnaround";
const DECLINE: [(&str, &str); 3] = [
    ("outcome", "decline"),
    ("reason", "fit"),
    ("rationale", "Others were stronger."),
];

#[test]
fn what_is_late_stands_on_top_and_is_measured() {
    let round = Deliberation::new();
    assert!(!round.ada.get("/admin/rounds").has(".late"));
    assert!(!round.noor.get("/reviews").has(".late"));
    round.site.pass_days(30);
    round.ada.sign_in();
    round.ben.sign_in();
    let late = round.ada.get("/admin/rounds");
    assert_eq!(late.the(".late h2"), "4 applications are late");
    assert!(late.texts(".late li")[0].contains("should have been decided by"));
    assert_eq!(
        round
            .ada
            .get(&format!("{ROUND}?show=late"))
            .texts("tbody .reference")
            .len(),
        4
    );
    round.propose(&round.ada, 0, &DECLINE);
    round.sign(&round.ben, 0);
    round.release_all(&round.ada);
    assert_eq!(
        round.ada.get("/admin/rounds").the(".late h2"),
        "3 applications are late"
    );
    let page = round.ada.get(ROUND);
    let decided = &page.table("Time to each step")[2];
    assert_eq!(decided[1], "10 working days");
    assert_eq!(decided[2], "1");
    assert!(decided[3].contains("0 of 1"), "{decided:?}");
    assert_eq!(
        decided[4], decided[5],
        "one alone is median and nine of ten"
    );
    assert_eq!(decided[6], "3");
    assert_eq!(
        round
            .ada
            .get(&format!("{ROUND}?show=late"))
            .texts("tbody .reference")
            .len(),
        3
    );
}

#[test]
fn a_reviewer_is_told_of_what_waits_for_them() {
    let round = Deliberation::unscored();
    round.site.pass_days(30);
    round.noor.sign_in();
    let queue = round.noor.get("/reviews");
    assert_eq!(queue.the(".late h2"), "4 applications are late");
    assert!(queue.texts(".late li")[0].contains("waits for your review"));
    crate::deliberation::review(
        &round.noor,
        round.applications[0],
        crate::deliberation::EVEN,
    );
    assert_eq!(
        round.noor.get("/reviews").the(".late h2"),
        "3 applications are late"
    );
}

/// Opens the round to every reviewer, with 500 more applications under review that came
/// before the others and are given to nobody.
const MANY_BEFORE: &str = "UPDATE review_phases SET scope = 'all'; \
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) \
    INSERT INTO applications (id, reference, round_id, organisation_id, status, title, \
      requested_minor, created_at, created_by, submitted_at, late, form_id, stage, \
      written_in, topic) \
    SELECT '00000000-0000-7000-8000-' || CAST(100000000000 + n.i AS TEXT), \
      'EH-OLD-' || CAST(n.i AS TEXT), a.round_id, a.organisation_id, a.status, a.title, \
      a.requested_minor, a.created_at, a.created_by, a.submitted_at - 60000000, a.late, \
      a.form_id, a.stage, a.written_in, a.topic \
    FROM n, applications a WHERE a.reference = 'EH-AAAA-2222'";

/// Takes them away again: the doctor knows that nobody sent them.
const NONE_BEFORE: &str = "DELETE FROM decisions WHERE application_id LIKE '00000000-%'; \
    DELETE FROM applications WHERE id LIKE '00000000-%'";

#[test]
fn what_waits_for_a_reviewer_is_told_though_much_of_others_waits_longer() {
    let round = Deliberation::unscored();
    tamper(&round.site, MANY_BEFORE);
    let open = round.noor.get("/reviews?show=open");
    let caption = "Applications that every reviewer may take on";
    assert_eq!(open.column(caption, 0)[0], "EH-OLD-1", "it is within reach");
    round.site.pass_days(30);
    round.noor.sign_in();
    let queue = round.noor.get("/reviews");
    assert_eq!(queue.the(".late h2"), "4 applications are late");
    assert!(!queue.source().contains("EH-OLD"));
    tamper(&round.site, NONE_BEFORE);
}

/// Tells all of these an outcome; they are decided anew.
const MANY_TOLD: &str = "INSERT INTO decisions (id, application_id, number, outcome, rationale, \
      feedback, proposed_by, proposed_at, released_by, released_at) \
    SELECT a.id, a.id, 1, 'decline', '', '', a.created_by, a.submitted_at, a.created_by, \
      a.submitted_at FROM applications a WHERE a.reference LIKE 'EH-OLD-%'";

#[test]
fn what_is_decided_anew_hides_nothing_that_is_late() {
    let round = Deliberation::unscored();
    tamper(&round.site, MANY_BEFORE);
    tamper(&round.site, MANY_TOLD);
    round.site.pass_days(30);
    round.ada.sign_in();
    let late = round.ada.get("/admin/rounds");
    assert_eq!(late.the(".late h2"), "4 applications are late");
    tamper(&round.site, NONE_BEFORE);
}

/// What was measured of the steps after the award: agreement, then payment.
fn measured_of_award(person: &Person) -> [Vec<String>; 2] {
    let mut lines = person.get(ROUND).table("Time to each step");
    let paid = lines.remove(4);
    [lines.remove(3), paid]
}

#[test]
fn an_award_is_late_until_it_is_agreed_to_and_paid() {
    let award = Awarded::new();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    let figures = ada.get(ROUND).texts("#took dd");
    assert!(figures[0].starts_with("median "), "{figures:?}");
    assert_eq!(figures[1], "nothing measured yet");
    award.round.site.pass_days(30);
    for person in [ada, ben, &award.round.rana] {
        person.sign_in();
    }
    let page = ada.get("/admin/rounds");
    assert_eq!(page.the(".late h2"), "4 applications are late");
    assert_eq!(page.link("EH-AAAA-2222"), award.desk);
    let told = |word: &str| {
        let lines = ada.get("/admin/rounds").texts(".late li");
        lines.iter().any(|line| line.contains(word))
    };
    assert!(told("should have had its agreement accepted by"));
    let [agreed, paid] = measured_of_award(ada);
    assert_eq!(agreed[1], "5 working days");
    assert_eq!((&*agreed[2], &*agreed[6]), ("0", "1"), "{agreed:?}");
    assert_eq!((&*paid[2], &*paid[6]), ("0", "1"), "{paid:?}");
    let rows = ada.get(ROUND).column("Turnaround", 3);
    let with_award = rows.iter().filter(|row| row.contains("First payment made"));
    assert_eq!(
        with_award.count(),
        1,
        "others have no such clocks: {rows:?}"
    );
    award.plan(&PLAN);
    award.offer();
    award.accept();
    award.give(&ACCOUNT);
    assert!(told("should have had its first payment by"));
    let reason = [("reason", "The lists are not loaded yet.")];
    award.prepare(1, &[]);
    award.step(ada, "Approve", &reason);
    award.step(ben, "Approve", &reason);
    award.step(ada, "Note that it is paid", &[("day", "2026-12-02")]);
    assert_eq!(
        ada.get("/admin/rounds").the(".late h2"),
        "3 applications are late"
    );
    let [agreed, paid] = measured_of_award(ada);
    assert_eq!((&*agreed[2], &*agreed[6]), ("1", "0"), "{agreed:?}");
    assert!(agreed[3].contains("0 of 1") && paid[3].contains("0 of 1"));
    assert_eq!((&*paid[2], &*paid[6]), ("1", "0"), "{paid:?}");
    let money = &ada.get(ROUND).texts("#took dd")[1];
    let sent_and_awarded_on_one_day = format!("median {}, nine of ten within {}", paid[4], paid[5]);
    assert_eq!(*money, sent_and_awarded_on_one_day);
}

#[test]
fn a_cancelled_award_has_no_clocks() {
    let award = Awarded::new();
    award.change("cancellation", &[("words", "The organisation dissolved.")]);
    award.round.site.pass_days(30);
    let ada = &award.round.ada;
    ada.sign_in();
    assert_eq!(
        ada.get("/admin/rounds").the(".late h2"),
        "3 applications are late"
    );
    for line in measured_of_award(ada) {
        assert_eq!((&*line[2], &*line[6]), ("0", "0"), "{line:?}");
    }
}

#[test]
fn the_award_of_the_decision_in_force_counts() {
    let award = Awarded::new();
    let (round, ada) = (&award.round, &award.round.ada);
    let place = format!("{}/anew", round.place(0));
    let reason = [("reason", "The amount was mistyped.")];
    let form = format!("form[action^='{place}']");
    ada.submit(&ada.get(&place), &form, &reason);
    round.site.pass_days(30);
    ada.sign_in();
    round.ben.sign_in();
    let [agreed, _] = measured_of_award(ada);
    assert_eq!(agreed[6], "1", "the former decision holds until then");
    let smaller = [&DECISION[..1], &[("amount", "2000")], &DECISION[2..]].concat();
    round.propose(ada, 0, &smaller);
    round.sign(&round.ben, 0);
    round.release_all(&round.ben);
    for line in measured_of_award(ada) {
        assert_eq!((&*line[2], &*line[6]), ("0", "0"), "{line:?}");
    }
    let rows = ada.get(ROUND).column("Turnaround", 3);
    let with_award = rows.iter().filter(|row| row.contains("Agreement accepted"));
    assert_eq!(with_award.count(), 1, "{rows:?}");
}

#[test]
fn a_programme_says_what_it_promises() {
    let round = Deliberation::new();
    let page = round.ada.get(PROMISE);
    assert_eq!(page.value("target.decided"), "10");
    assert_eq!(page.value("target.agreement"), "5");
    assert_eq!(page.value("target.paid"), "10");
    let typed = [
        ("target.eligible", "20"),
        ("target.decided", "5"),
        ("target.agreement", "8"),
        ("target.paid", "7"),
        ("holidays", "2026-12-01 ps Strike\n2026-12-32 il No day"),
    ];
    let wrong = round.ada.submit(&page, PROMISE, &typed);
    assert_eq!(wrong.status, 422);
    assert!(
        wrong
            .error("target.decided")
            .starts_with("Write a whole number from 20 to 250")
    );
    assert!(
        wrong
            .error("target.paid")
            .starts_with("Write a whole number from 8 to 250")
    );
    assert_eq!(
        wrong.error("holidays"),
        "Line 2 is no holiday: write a day, a place and a name."
    );
    assert_eq!(wrong.value("target.eligible"), "20");
    let typed = [
        ("target.eligible", "20"),
        ("target.decided", "40"),
        ("target.paid", "12"),
        ("holidays", "2026-12-01 ps Strike"),
        ("offices", "other"),
    ];
    let saved = round.ada.submit(&wrong, PROMISE, &typed);
    assert_eq!(saved.notice(), "Saved. Clocks are read by it from now on.");
    assert_eq!(saved.value("holidays"), "2026-12-01 ps Strike");
    assert_eq!(saved.value("target.agreement"), "8");
    assert_eq!(saved.value("target.paid"), "12");
    round.site.pass_days(30);
    round.ada.sign_in();
    assert!(
        !round.ada.get("/admin/rounds").has(".late"),
        "forty days are not over"
    );
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    assert!(!vera.get(PROMISE).has("form[action$='turnaround']"));
}

#[test]
fn an_application_is_acknowledged_when_its_receipt_leaves() {
    let story = Story::new();
    story.sent("Rana Haddad", "Olive Press");
    let first = || {
        let page = story.ada.get("/admin/rounds/winter/turnaround");
        page.table("Time to each step").swap_remove(0)
    };
    assert_eq!((&*first()[2], &*first()[6]), ("0", "0"), "it waits");
    story.site.pass_days(10);
    story.ada.sign_in();
    assert_eq!((&*first()[2], &*first()[6]), ("0", "1"), "it is late");
    let left = story.site.database.write(story.site.stamp(), |tx| {
        let now = tx.now();
        for letter in outbox::due(tx, now, 100)? {
            outbox::mark_sent(tx, &letter.id)?;
        }
        Ok::<(), StoreError>(())
    });
    left.expect("the letters leave");
    let line = first();
    assert_eq!((&*line[2], &*line[6]), ("1", "0"));
    assert!(line[3].contains("0 of 1"), "{line:?}");
}
