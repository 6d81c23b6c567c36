use evenhand::actions::legal_status::remind_expiring;
use evenhand::domain::Moment;

use super::{record, status_of};
use crate::deliberation::Deliberation;
use crate::people::sponsor::{ask, consent};
use crate::story::make_organisation;
use crate::support::{PUBLIC, Person};

const AWARD: [(&str, &str); 4] = [
    ("outcome", "award"),
    ("amount", "20000"),
    ("funding_type", "core"),
    ("rationale", "The strongest request."),
];

fn status(round: &Deliberation) -> String {
    status_of(
        &round.ada,
        &format!("/applications/{}", round.applications[0]),
    )
}

#[test]
fn a_paper_that_expires_before_the_signature_opens_no_gate() {
    let round = Deliberation::new();
    let paper = [("outcome", "verified"), ("expires_on", "2026-11-04")];
    let place = status(&round);
    record(&round.ada, &place, "registration", &paper);
    let form = round.decision(&round.ada, 0);
    assert!(!form.has("[name='waiver']"), "nothing is to be waived");
    let proposed = round.propose(&round.ada, 0, &AWARD);
    assert_eq!(proposed.the(".decision h2"), "Decision Award · proposed");
    let id = round.decision(&round.ben, 0).value_of_hidden("decision");
    round.site.pass_days(3);
    round.ben.sign_in();
    let late = round.decision(&round.ben, 0);
    assert!(
        late.text()
            .contains("The legal status isn’t verified any more")
    );
    assert!(!late.buttons().contains(&"Sign off".to_owned()));
    let sign = format!("{}/sign-off", round.place(0));
    let forced = round.ben.post_with_token(&sign, &[("decision", &id)]);
    assert_eq!(forced.status, 409);
    // A newer certificate opens it again.
    let newer = [("outcome", "verified"), ("expires_on", "2027-11-04")];
    record(&round.ben, &place, "registration", &newer);
    let signed = round.sign(&round.ben, 0);
    assert_eq!(signed.the(".decision h2"), "Decision Award · signed off");
}

/// Letters about papers that expire.
fn told(round: &Deliberation, person: &Person) -> Vec<String> {
    let letters = round.site.letters_to(&person.email).into_iter();
    let letters = letters.filter(|one| one.subject == "Papers of organisations expire");
    letters
        .map(|one| one.body.lines().next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn admins_are_told_once_a_week_by_numbers_alone() {
    let round = Deliberation::unscored();
    let place = status(&round);
    let soon = [("outcome", "verified"), ("expires_on", "2026-12-01")];
    record(&round.ada, &place, "registration", &soon);
    record(
        &round.ada,
        &place,
        "accounts",
        &[("outcome", "verified"), ("expires_on", "2026-11-05")],
    );
    record(
        &round.ada,
        &place,
        "bank",
        &[("outcome", "verified"), ("expires_on", "2027-11-05")],
    );
    for text in [
        "2026-11-03 07:00",
        "2026-11-03 08:00",
        "2026-11-04 08:00",
        "2026-11-09 11:00",
        "2026-11-10 08:00",
        "2026-11-10 08:05",
    ] {
        let now = Moment::parse_local(text, "Asia/Jerusalem").expect("a time");
        round.site.clock.set(now);
        let written = round
            .site
            .database
            .write(round.site.stamp(), |tx| remind_expiring(tx, None, PUBLIC));
        assert_eq!(written.expect("letters are written"), None);
    }
    let expected = [
        "2 will expire within 60 days.",
        "One verified paper of an organisation has expired. One will expire within 60 days.",
    ];
    assert_eq!(told(&round, &round.ada), expected);
    assert_eq!(
        told(&round, &round.noor),
        [""; 0],
        "reviewers keep no papers"
    );
    let letters = round.site.letters_to(&round.ada.email);
    let all = letters
        .iter()
        .map(|one| one.body.as_str())
        .collect::<String>();
    assert!(
        !all.contains("Olive, \"Press\""),
        "numbers and a link alone"
    );
}

#[test]
fn without_a_legal_form_the_papers_of_the_sponsor_open_the_gate() {
    let round = Deliberation::new();
    let (ada, rana) = (&round.ada, &round.rana);
    let owner = rana
        .get("/organisations")
        .attributes(".card-link", "href")
        .remove(0);
    let edit = rana.get(&format!("{owner}/edit"));
    let formless = [("legal_form", "fiscally_sponsored")];
    let saved = rana.submit(&edit, &owner, &formless);
    assert_eq!(saved.status, 200, "{}", saved.text());
    let dov = round.site.applicant("Dov Amir");
    let sponsor = make_organisation(&dov, "Olive Fund").path;
    let place = format!("/applications/{}", round.applications[0]);
    consent(&dov, &ask(rana, &place, &dov));

    // Whatever its own papers say, the sponsor's are missing.
    record(
        ada,
        &status(&round),
        "registration",
        &[("outcome", "verified")],
    );
    assert!(round.decision(ada, 0).has("[name='waiver']"));
    let refused = round.propose(ada, 0, &AWARD);
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(!refused.error("waiver").is_empty());
    let papers = format!("/admin{sponsor}/legal-status");
    record(ada, &papers, "registration", &[("outcome", "not_verified")]);
    assert_eq!(round.propose(ada, 0, &AWARD).status, 422);
    record(ada, &papers, "registration", &[("outcome", "verified")]);
    assert!(!round.decision(ada, 0).has("[name='waiver']"));
    let proposed = round.propose(ada, 0, &AWARD);
    assert_eq!(proposed.the(".decision h2"), "Decision Award · proposed");
    // What was proposed so is not signed once the sponsor's paper turned out wrong.
    record(
        &round.ben,
        &papers,
        "registration",
        &[("outcome", "not_verified")],
    );
    let late = round.decision(&round.ben, 0);
    assert!(!late.buttons().contains(&"Sign off".to_owned()));
}
