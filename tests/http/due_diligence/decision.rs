//! What due diligence leaves open stands beside the decision and asks whoever signs.

use crate::deliberation::{Deliberation, EVEN, HIGH, review};
use crate::support::Page;

const AWARD: [(&str, &str); 5] = [
    ("outcome", "award"),
    ("amount", "20000"),
    ("funding_type", "core"),
    ("rationale", "The best."),
    ("waiver", "Well known."),
];

#[test]
fn what_is_open_asks_whoever_signs_for_a_reason() {
    let round = Deliberation::unscored();
    let (ada, ben) = (&round.ada, &round.ben);
    review(&round.noor, round.applications[0], EVEN);
    review(&round.maya, round.applications[0], HIGH);
    let proposed = round.propose(ada, 0, &AWARD);
    assert_eq!(proposed.status, 200, "{}", proposed.text());
    let shown = round.decision(ben, 0);
    let list = shown.the("#diligence");
    assert!(list.contains("Names held against watch lists"), "{list}");
    assert!(list.contains("Open"), "{list}");
    let asked = |page: &Page| page.has("[name='diligence_reason']");
    assert!(!asked(&shown), "tiers that nobody set bind nobody");

    let tiers = ada
        .get("/admin/programmes")
        .link("See tiers: Human Rights Fund");
    let saved = ada.submit(&ada.get(&tiers), &tiers, &[("tier.0.upper", "15,000")]);
    assert_eq!(saved.notice(), "The tiers are saved.");
    let form = format!("{}/sign-off", round.place(0));
    let sign = |reason: &str| {
        let page = round.decision(ben, 0);
        assert!(asked(&page));
        ben.submit(&page, &form, &[("diligence_reason", reason)])
    };
    let refused = sign(" ");
    let told = (refused.status, refused.error("diligence_reason"));
    assert_eq!(told, (422, "Fill this in.".to_owned()));
    let signed = sign("The referee answers next week.");
    assert_eq!(signed.status, 200, "{}", signed.text());
    let list = round.decision(ada, 0).the("#diligence");
    let went = "Ben Mizrahi said why the award goes ahead with something open";
    assert!(list.contains(went), "{list}");
    assert!(list.contains("The referee answers next week."), "{list}");
    let told = |reason: &str| {
        let story = format!("/admin/applications/{}/story", round.applications[0]);
        let events = ada.get(&story).table("Whole story");
        events.iter().any(|row| row[3].contains(reason))
    };
    assert!(told("The referee answers next week."));
    let log = ada.get("/admin/audit").source().to_owned();
    assert!(log.contains("acknowledge_diligence"));
    assert!(!log.contains("The referee answers"));
    assert_eq!(round.release_all(ben).status, 200);
    let pages = round.applicant_pages().join(" ");
    assert!(!pages.contains("The referee answers"));
    // What is corrected stays told with its own reason.
    let anew = format!("{}/anew", round.place(0));
    let opening = format!("form[action^='{anew}']");
    let mistake = [("reason", "The amount was mistyped.")];
    ada.submit(&ada.get(&anew), &opening, &mistake);
    let smaller = [&AWARD[..1], &[("amount", "18000")], &AWARD[2..]].concat();
    let again = round.propose(ada, 0, &smaller);
    assert_eq!(again.status, 200, "{}", again.text());
    assert_eq!(sign("The referee still travels.").status, 200);
    assert!(told("The referee answers next week.") && told("The referee still travels."));
}

#[test]
fn where_nobody_signs_the_release_waits_for_the_reason() {
    let round = Deliberation::unscored();
    let ada = &round.ada;
    review(&round.noor, round.applications[0], EVEN);
    review(&round.maya, round.applications[0], HIGH);
    round.propose(ada, 0, &AWARD);
    let tiers = ada
        .get("/admin/programmes")
        .link("See tiers: Human Rights Fund");
    ada.submit(&ada.get(&tiers), &tiers, &[("tier.0.upper", "15,000")]);
    round.without_signature();
    let refused = round.release_all(ada);
    let said = "Due diligence about EH-AAAA-2222 is not finished.";
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains(said), "{}", refused.text());
    let place = format!("{}/acknowledgement", round.place(0));
    let empty = ada.submit(&round.decision(ada, 0), &place, &[]);
    let told = (empty.status, empty.error("diligence_reason"));
    assert_eq!(told, (422, "Fill this in.".to_owned()));
    let why = [("diligence_reason", "The referee answers next week.")];
    let kept = ada.submit(&empty, &place, &why);
    assert_eq!(kept.notice(), "The reason is kept with the decision.");
    let list = kept.the("#diligence");
    assert!(list.contains(why[0].1), "{list}");
    assert_eq!(round.release_all(ada).status, 200);
    let released = round.decision(ada, 0);
    assert_eq!(released.the(".decision h2"), "Decision Award · released");
}

#[test]
fn many_are_signed_at_once_only_where_nothing_is_open() {
    let round = Deliberation::unscored();
    let (ada, ben) = (&round.ada, &round.ben);
    for (n, points) in [(0, HIGH), (1, EVEN)] {
        review(&round.noor, round.applications[n], EVEN);
        review(&round.maya, round.applications[n], points);
    }
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others first."),
    ];
    assert_eq!(round.propose(ada, 0, &AWARD).status, 200);
    assert_eq!(round.propose(ada, 1, &decline).status, 200);
    let tiers = ada
        .get("/admin/programmes")
        .link("See tiers: Human Rights Fund");
    ada.submit(&ada.get(&tiers), &tiers, &[("tier.0.upper", "15,000")]);
    let place = "/admin/rounds/autumn/decisions";
    let ids = ben.get(place).attributes("input[name='decision']", "value");
    let sign = |ids: &[String]| {
        let ticked: Vec<(&str, &str)> = ids.iter().map(|id| ("decision", id.as_str())).collect();
        ben.post_with_token(&format!("{place}/sign-off"), &ticked)
    };
    let refused = sign(&ids);
    assert_eq!((ids.len(), refused.status), (2, 422));
    let said = "EH-AAAA-2222 needs something that can only be said on its own page.";
    assert!(refused.text().contains(said), "{}", refused.text());
    // Nobody is asked about the one that is declined.
    let alone = ids.iter().map(|id| sign(std::slice::from_ref(id)).status);
    let mut alone: Vec<u16> = alone.collect();
    alone.sort_unstable();
    assert_eq!(alone, [303, 422]);
}
