//! Clocks of applications, what is late on top of the pages where people begin, and
//! what a programme promises.

use evenhand::domain::account::Role;

use crate::deliberation::Deliberation;

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

#[test]
fn a_programme_says_what_it_promises() {
    let round = Deliberation::new();
    let page = round.ada.get(PROMISE);
    assert_eq!(page.value("target.decided"), "10");
    let typed = [
        ("target.eligible", "20"),
        ("target.decided", "5"),
        ("holidays", "2026-12-01 ps Strike\n2026-12-32 il No day"),
    ];
    let wrong = round.ada.submit(&page, PROMISE, &typed);
    assert_eq!(wrong.status, 422);
    assert!(
        wrong
            .error("target.decided")
            .starts_with("Write a whole number from 20 to 250")
    );
    assert_eq!(
        wrong.error("holidays"),
        "Line 2 is no holiday: write a day, a place and a name."
    );
    assert_eq!(wrong.value("target.eligible"), "20");
    let typed = [
        ("target.eligible", "20"),
        ("target.decided", "40"),
        ("holidays", "2026-12-01 ps Strike"),
        ("offices", "other"),
    ];
    let saved = round.ada.submit(&wrong, PROMISE, &typed);
    assert_eq!(saved.notice(), "Saved. Clocks are read by it from now on.");
    assert_eq!(saved.value("holidays"), "2026-12-01 ps Strike");
    round.site.pass_days(30);
    round.ada.sign_in();
    assert!(
        !round.ada.get("/admin/rounds").has(".late"),
        "forty days are not over"
    );
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    assert!(!vera.get(PROMISE).has("form[action$='turnaround']"));
}
