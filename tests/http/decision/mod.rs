//! Ranking, proposing, signing off, releasing: what staff see, and what
//! applicants see only at the end.

mod anew;
mod budget;
mod figures;
mod killed;
mod letters;
mod many;
mod ranking;
mod refused;
mod release;

use evenhand::domain::account::Role;

use crate::deliberation::Deliberation;

const CAPTION: &str = "Applications by their mean score";

const AWARD: [(&str, &str); 7] = [
    ("outcome", "award"),
    ("amount", "20,000.50"),
    ("funding_type", "core"),
    ("condition.0.text", "An audit within a year"),
    ("condition.0.reason", "The board is new"),
    ("rationale", "The strongest request."),
    ("waiver", "The register is closed to them."),
];
const DECLINE: [(&str, &str); 4] = [
    ("outcome", "decline"),
    ("reason", "others_first"),
    ("rationale", "Others were stronger."),
    ("feedback", "Thank you for your clear plan."),
];
const REFER_BACK: [(&str, &str); 2] = [
    ("outcome", "refer_back"),
    ("rationale", "Read the new law first."),
];

#[test]
fn each_wrong_field_is_named_and_everything_typed_is_kept() {
    let round = Deliberation::new();
    let typed = [
        ("outcome", "award"),
        ("amount", "24000.01"),
        ("funding_type", ""),
        ("condition.0.text", "An audit"),
        ("condition.0.reason", ""),
        ("condition.1.text", ""),
        ("condition.1.reason", "Because"),
        ("rationale", ""),
        ("feedback", "You wrote well."),
        ("waiver", ""),
    ];
    let page = round.propose(&round.ada, 0, &typed);
    assert_eq!(page.status, 422);
    let errors = [
        (
            "amount",
            "An award can’t be more than was asked for: USD 24,000.",
        ),
        ("funding_type", "Fill this in."),
        ("condition.0.reason", "Say why this condition is needed."),
        ("condition.1.text", "Fill this in."),
        (
            "waiver",
            "Legal status isn’t verified: say why an award is right nevertheless.",
        ),
        ("rationale", "Fill this in."),
    ];
    for (field, said) in errors {
        assert_eq!(page.error(field), said, "{field}");
    }
    assert_eq!(page.problems().len(), errors.len());
    for (field, value) in typed {
        assert_eq!(page.value(field), value, "{field}");
    }
    // What only an award has is refused elsewhere, not lost.
    let typed = [
        ("outcome", "decline"),
        ("reason", "fit"),
        ("amount", "5"),
        ("rationale", "Others were stronger."),
    ];
    let page = round.propose(&round.ada, 0, &typed);
    assert_eq!(
        page.error("amount"),
        "Only an award has this. Empty it, or choose “Award”."
    );
    assert_eq!(page.value("amount"), "5");
    assert_eq!(
        round.ranking(&round.ada).column(CAPTION, 7)[0],
        "Deliberation"
    );
}

#[test]
fn a_second_admin_signs_what_the_first_proposed() {
    let round = Deliberation::new();
    let proposed = round.propose(&round.ada, 0, &AWARD);
    assert_eq!(
        proposed.notice(),
        "The decision is proposed. Another admin can sign it off now."
    );
    let own = "You proposed this decision, so another admin has to sign it off.";
    assert!(!proposed.buttons().contains(&"Sign off".to_owned()));
    assert!(proposed.text().contains(own));
    let seen = round.decision(&round.ben, 0);
    assert_eq!(
        seen.the(".decision-amount"),
        "USD 20,000.50 Core support (flexible)"
    );
    assert_eq!(
        seen.texts(".conditions li"),
        ["An audit within a yearThe board is new"]
    );
    let id = seen.value_of_hidden("decision");
    let sign = format!("{}/sign-off", round.place(0));
    let forced = round.ada.post_with_token(&sign, &[("decision", &id)]);
    assert_eq!(forced.status, 403);
    assert!(forced.text().contains(own));
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    for path in [&sign, &round.place(0), &format!("{}/drop", round.place(0))] {
        let pairs = [
            ("decision", id.as_str()),
            ("outcome", "decline"),
            ("rationale", "x"),
        ];
        assert_eq!(vera.post_with_token(path, &pairs).status, 403, "{path}");
    }
    let watched = round.decision(&vera, 0);
    assert_eq!(watched.the(".decision h2"), "Decision Award · proposed");
    assert_eq!(watched.buttons(), [""; 0]);
    let signed = round.sign(&round.ben, 0);
    assert_eq!(
        signed.notice(),
        "Signed off. The outcome can be released now."
    );
    assert_eq!(signed.the(".decision h2"), "Decision Award · signed off");
    assert_eq!(
        signed.texts(".decision .moment-text"),
        ["Ada Levi", "Ben Mizrahi"]
    );
}

#[test]
fn a_stale_signature_and_a_stale_proposal_are_refused() {
    let round = Deliberation::new();
    let ada_reads = round.decision(&round.ada, 0);
    round.propose(&round.ada, 0, &AWARD);
    // The same form in another window knows nothing of it, and replaces nothing.
    let second = [&DECLINE[..], &[("deviation", "As I see it.")]].concat();
    let late = round.ada.submit(&ada_reads, &round.place(0), &second);
    assert_eq!(late.status, 409);
    assert_eq!(
        late.problems(),
        ["You proposed another decision in the meantime. Read it before you replace it."]
    );
    assert_eq!(late.value("rationale"), "Others were stronger.");
    let still = round.decision(&round.ben, 0);
    assert_eq!(still.the(".decision h2"), "Decision Award · proposed");
    let (ben_reads, sign) = (
        round.decision(&round.ben, 0),
        format!("{}/sign-off", round.place(0)),
    );
    let dropped = round.drop_decision(&round.ada, 0);
    assert_eq!(
        dropped.notice(),
        "Dropped. Another decision can be proposed."
    );
    let late = round.ben.submit(&ben_reads, &sign, &[]);
    assert_eq!(late.status, 409);
    assert!(
        late.text()
            .contains("This decision was dropped in the meantime.")
    );
    // Another proposal in its place is not what was read.
    round.propose(&round.ada, 0, &DECLINE);
    let late = round.ben.submit(&ben_reads, &sign, &[]);
    assert_eq!(late.status, 409);
    assert!(
        late.text()
            .contains("This decision was replaced by another one. Read that first.")
    );
    let now = round.decision(&round.ben, 0);
    assert_eq!(now.the(".decision h2"), "Decision Decline · proposed");
    let typed = [
        ("csrf", ""),
        ("outcome", "reserve"),
        ("rationale", "My own idea."),
        ("deviation", "As I see it."),
    ];
    let other = round.ben.post_with_token(&round.place(0), &typed[1..]);
    assert_eq!(other.status, 409);
    assert_eq!(
        other.problems(),
        ["Another admin has proposed a decision already. Read it, then sign it off or drop it."]
    );
    assert_eq!(other.value("rationale"), "My own idea.");
}

#[test]
fn verified_legal_status_needs_no_waiver_until_it_is_undone() {
    let round = Deliberation::new();
    let dossier = format!("/admin/applications/{}", round.applications[0]);
    let check = |outcome: &str, note: &str| {
        let typed = [("outcome", outcome), ("note", note)];
        let page = round.ada.get(&dossier);
        let form = format!("{dossier}/legal-check");
        round.ada.submit(&page, &form, &typed)
    };
    check("verified", "Seen in the register.");
    let form = round.decision(&round.ada, 0);
    assert!(!form.has("[name='waiver']"));
    let award = [&AWARD[..3], &AWARD[5..6]].concat();
    let proposed = round.propose(&round.ada, 0, &award);
    assert_eq!(proposed.the(".decision h2"), "Decision Award · proposed");
    let ben_reads = round.decision(&round.ben, 0);
    check("not_verified", "Struck off yesterday.");
    let sign = format!("{}/sign-off", round.place(0));
    let late = round.ben.submit(&ben_reads, &sign, &[]);
    assert_eq!(late.status, 409);
    let undone = "The legal status isn’t verified any more, and there is no waiver. Drop the \
                  decision and propose it again with a waiver.";
    assert!(late.text().contains(undone), "{}", late.text());
    let now = round.decision(&round.ben, 0);
    assert!(now.text().contains(undone) && !now.buttons().contains(&"Sign off".to_owned()));
}

#[test]
fn a_revised_proposal_replaces_its_own_and_stays_in_the_history() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &AWARD);
    let ben_reads = round.decision(&round.ben, 0);
    let form = round.ada.click(&round.decision(&round.ada, 0), "Revise");
    assert_eq!(form.value("amount"), "20000.50");
    assert_eq!(form.value("condition.0.reason"), "The board is new");
    let changed = round
        .ada
        .submit(&form, &round.place(0), &[("amount", "18000")]);
    assert_eq!(
        changed.the(".decision-amount"),
        "USD 18,000 Core support (flexible)"
    );
    assert_eq!(
        changed.texts("section:last-of-type .moment-title"),
        ["1. Award · dropped"]
    );
    // Sent again from the same form, the same words change nothing.
    let again = round
        .ada
        .submit(&form, &round.place(0), &[("amount", "18000")]);
    assert_eq!(again.the(".decision"), changed.the(".decision"));
    let sign = format!("{}/sign-off", round.place(0));
    let late = round.ben.submit(&ben_reads, &sign, &[]);
    assert_eq!(late.status, 409);
    let signed = round.sign(&round.ben, 0);
    assert_eq!(signed.the(".decision h2"), "Decision Award · signed off");
}

#[test]
fn what_was_signed_or_released_is_not_signed_or_dropped_again() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &DECLINE);
    let read = round.decision(&round.ben, 0);
    let sign = format!("{}/sign-off", round.place(0));
    round.ben.submit(&read, &sign, &[]);
    let twice = round.ben.submit(&read, &sign, &[]);
    assert_eq!(twice.status, 409);
    assert!(
        twice
            .text()
            .contains("This decision was signed off already.")
    );
    let question = format!("{}/drop", round.place(0));
    let asked = round.ada.get(&question);
    assert_eq!(asked.heading(), "Drop this decision?");
    round.release_all(&round.ada);
    let late = round.ada.submit(&asked, &question, &[]);
    assert_eq!(late.status, 409);
    assert!(
        late.text()
            .contains("This application is decided, and the outcome was released.")
    );
    let now = round.decision(&round.ada, 0);
    assert_eq!(now.the(".decision h2"), "Decision Decline · released");
    assert_eq!(now.buttons(), [""; 0]);
}
