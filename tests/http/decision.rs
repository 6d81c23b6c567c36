//! Ranking, proposing, signing off, releasing: what staff see, and what
//! applicants see only at the end.

use evenhand::domain::account::Role;

use crate::deliberation::Deliberation;
use crate::support::Page;

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
const DECLINE: [(&str, &str); 3] = [
    ("outcome", "decline"),
    ("rationale", "Others were stronger."),
    ("feedback", "Thank you for your clear plan."),
];
const REFER_BACK: [(&str, &str); 2] = [
    ("outcome", "refer_back"),
    ("rationale", "Read the new law first."),
];

fn facts(page: &Page) -> Vec<String> {
    page.texts(".aside .facts dd")
}

#[test]
fn the_ranking_shows_hand_worked_numbers_and_ties_as_ties() {
    let round = Deliberation::new();
    let page = round.ranking(&round.ada);
    let rows: Vec<String> = page
        .table(CAPTION)
        .into_iter()
        .map(|row| row.join(" | "))
        .collect();
    assert_eq!(
        rows,
        [
            "1 | Legal aid in the valley =Olive, \"Press\" EH-AAAA-2222 · Palestinian · West Bank | \
             77.5 75.0–80.0, sd 3.5 | 2 | 69.2 | 90.0 | USD 24,000 | Deliberation",
            "2 = tied with one other | Keeping the archive alive +Witness EH-BBBB-3333 · Israeli · Israel | \
             75.0 all the same | 2 | 65.0 | 90.0 | USD 12,500.50 | Deliberation",
            "2 = tied with one other | Safe rooms -Women of the Coast EH-CCCC-4444 · Palestinian · Gaza Strip | \
             75.0 all the same | 2 | 78.3 | 70.0 | USD 9,000 | Deliberation",
            "4 | Two languages, one school @Crossing EH-DDDD-5555 · Joint: Palestinian and Israeli · Joint: Israel and Palestine | \
             71.8 one review | 1+ one incomplete | 55.6 | 90.0 | USD 3,000 | Deliberation",
        ]
    );
    let first = round.decision(&round.ada, 1);
    assert_eq!(
        facts(&first),
        [
            "USD 12,500.50",
            "75.0 all the same",
            "2 = tied with one other",
            "65.0",
            "90.0",
            "USD 30,000",
            "Not checked yet"
        ]
    );
}

#[test]
fn budget_and_balance_count_an_award_from_its_proposal_until_it_is_dropped() {
    let round = Deliberation::new();
    let figures = |page: &Page| page.texts(".figures dd");
    let balance = |page: &Page| page.table("Balance by community");
    let before = round.ranking(&round.ada);
    assert_eq!(
        figures(&before),
        [
            "USD 30,000",
            "USD 0 in 0 awards",
            "USD 30,000",
            "Part of the budget 0 %"
        ]
    );
    round.propose(&round.ada, 0, &AWARD);
    let second = [("amount", "12500.50"), ("rationale", "Needed now.")];
    let rest = [
        ("outcome", "award"),
        ("funding_type", "core"),
        ("waiver", "As above."),
    ];
    round.propose(&round.ada, 1, &[&second[..], &rest[..]].concat());
    round.propose(&round.ben, 2, &DECLINE);
    // 20,000.50 + 12,500.50 = 32,501.00 of 30,000.
    let over = round.ranking(&round.ada);
    assert_eq!(
        figures(&over),
        [
            "USD 30,000",
            "USD 32,501 in 2 awards",
            "USD 2,501",
            "Part of the budget 108 %"
        ]
    );
    assert!(
        over.text()
            .contains("The awards are USD 2,501 over the budget.")
    );
    assert_eq!(
        balance(&over),
        [
            ["Israeli", "1", "1", "USD 12,500.50", "38 %"],
            ["Palestinian", "2", "1", "USD 20,000.50", "62 %"],
            ["Joint: Palestinian and Israeli", "1", "0", "USD 0", "0 %"]
        ]
    );
    round.drop_decision(&round.ben, 1);
    let left = round.ranking(&round.ada);
    assert_eq!(
        figures(&left),
        [
            "USD 30,000",
            "USD 20,000.50 in one award",
            "USD 9,999.50",
            "Part of the budget 66 %"
        ]
    );
    assert_eq!(
        left.column(CAPTION, 7),
        [
            "Award · proposed USD 20,000.50",
            "Deliberation",
            "Decline · proposed",
            "Deliberation"
        ]
    );
}

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
    round.propose(&round.ada, 0, &AWARD);
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
fn the_applicant_sees_nothing_before_the_release_and_all_of_it_after() {
    let round = Deliberation::new();
    let before = round.applicant_pages();
    let letters = round.site.letters_to(&round.rana.email).len();
    let award = [&AWARD[..], &[("feedback", "Tell us how it goes.")]].concat();
    round.propose(&round.ada, 0, &award);
    assert_eq!(round.applicant_pages(), before, "after proposing");
    round.sign(&round.ben, 0);
    assert_eq!(round.applicant_pages(), before, "after signing");
    assert_eq!(round.site.letters_to(&round.rana.email).len(), letters);
    let ready = round.ada.get("/admin/rounds/autumn/release");
    assert_eq!(
        ready.texts(".release-told h3"),
        ["Your application is awarded a grant"]
    );
    let id = ready
        .attributes("input[name='decision']", "value")
        .remove(0);
    let done = round.release_all(&round.ben);
    assert_eq!(
        done.notice(),
        "Released. The applicants can read their outcomes now."
    );
    assert_eq!(done.the(".empty h2"), "Nothing is ready to be released");
    let seen = round
        .rana
        .get(&format!("/applications/{}", round.applications[0]));
    assert_eq!(
        seen.the(".panel-strong"),
        "Your application is awarded a grant We are glad to support your work. We will write to you \
         about the next steps. Amount: USD 20,000.50 Core support (flexible) Conditions \
         An audit within a year Feedback to you Tell us how it goes."
    );
    for internal in [
        "The board is new",
        "The strongest request.",
        "The register is closed",
        "77.5",
        "Ada Levi",
    ] {
        assert!(!seen.source().contains(internal), "{internal}");
    }
    // Sent once more, it does nothing twice.
    let place = "/admin/rounds/autumn/release";
    let again = round.ada.post_with_token(place, &[("decision", &id)]);
    assert_eq!(again.status, 303);
    let news = round.site.letters_to(&round.rana.email);
    assert_eq!(news.len(), letters + 1);
    let letter = &news[letters];
    assert_eq!(letter.subject, "There is news about your application");
    let link = format!("http://grants.test/applications/{}", round.applications[0]);
    assert!(letter.body.contains(&link) && !letter.body.contains("20,000"));
}

#[test]
fn nothing_unsigned_or_unticked_is_released() {
    let round = Deliberation::new();
    let place = "/admin/rounds/autumn/release";
    round.propose(&round.ada, 0, &AWARD);
    let id = round.decision(&round.ben, 0).value_of_hidden("decision");
    let early = round.ada.post_with_token(place, &[("decision", &id)]);
    assert_eq!(early.status, 409);
    assert!(
        early
            .text()
            .contains("A second admin has to sign this decision off first.")
    );
    round.sign(&round.ben, 0);
    let none = round.ada.submit(&round.ada.get(place), place, &[]);
    assert_eq!(
        (none.status, none.problems()),
        (
            422,
            vec!["Tick at least one outcome to release.".to_owned()]
        )
    );
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    assert_eq!(
        vera.post_with_token(place, &[("decision", &id)]).status,
        403
    );
    assert_eq!(vera.get(place).buttons(), [""; 0]);
}

#[test]
fn a_referral_back_reopens_the_application_and_tells_nobody() {
    let round = Deliberation::new();
    let (before, letters) = (round.applicant_pages(), round.site.letters().len());
    round.propose(&round.ada, 0, &REFER_BACK);
    round.sign(&round.ben, 0);
    let ready = round.ada.get("/admin/rounds/autumn/release");
    assert_eq!(
        ready.the(".release-told"),
        "This goes back to review. The applicant is told nothing."
    );
    round.release_all(&round.ada);
    assert_eq!(
        round.decision(&round.ada, 0).the(".page-head .badge"),
        "In review"
    );
    assert_eq!(round.site.letters().len(), letters);
    assert_eq!(round.applicant_pages(), before);
    let review = round
        .noor
        .get(&format!("/reviews/{}", round.applications[0]));
    assert_eq!(review.buttons(), ["Send changes"]);
}

#[test]
fn reserve_and_decline_are_told_kindly() {
    let round = Deliberation::new();
    let told = |typed: &[(&str, &str)], n: usize| {
        round.propose(&round.ada, n, typed);
        round.sign(&round.ben, n);
        let page = round.ada.get("/admin/rounds/autumn/release");
        let told = page.the(".release-told");
        round.release_all(&round.ada);
        told
    };
    let reserve = [("outcome", "reserve"), ("rationale", "If money is left.")];
    assert_eq!(
        told(&reserve, 1),
        "The applicant will read: Your application is on the reserve list We would like to fund it \
         if money becomes available in this round. We will write to you as soon as we know."
    );
    assert_eq!(
        told(&DECLINE, 0),
        "The applicant will read: We can’t fund your application this time We had more good \
         requests than money. This is no judgement on the worth of your work, and you are welcome \
         to apply again. Feedback to you Thank you for your clear plan."
    );
    for page in round.applicant_pages() {
        assert!(!page.to_lowercase().contains("reject"));
    }
    let letter = round.rana.letter();
    assert!(!format!("{}{}", letter.subject, letter.body).contains("eject"));
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
