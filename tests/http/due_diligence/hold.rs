use evenhand::actions::legal_status::remind_expiring;
use evenhand::domain::account::Role;

use crate::award::Awarded;
use crate::deliberation::Deliberation;
use crate::story::Story;
use crate::support::{Page, Person};

const AWARD: [(&str, &str); 5] = [
    ("outcome", "award"),
    ("amount", "20000"),
    ("funding_type", "core"),
    ("rationale", "The strongest request."),
    ("waiver", "The register is closed to them."),
];

fn hold_of(person: &Person, dossier: &str) -> String {
    format!(
        "{}/hold",
        person.get(dossier).link("About the organisation")
    )
}

fn place(person: &Person, hold: &str, reason: &str, day: &str) -> Page {
    let fields = [("reason", reason), ("review_on", day)];
    person.submit(&person.get(hold), hold, &fields)
}

#[test]
fn no_award_goes_to_an_organisation_on_hold_without_a_reason() {
    let round = Deliberation::new();
    let dossier = format!("/admin/applications/{}", round.applications[0]);
    let hold = hold_of(&round.ada, &dossier);
    round.propose(&round.ada, 0, &AWARD);
    let read = round.decision(&round.ben, 0);
    let wrong = place(&round.ada, &hold, "Accounts disputed.", "2026-11-01");
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.error("review_on"),
        "This day is over; choose one to come."
    );
    assert_eq!(wrong.value("reason"), "Accounts disputed.");
    let held = place(&round.ada, &hold, "Accounts disputed.", "2026-12-01");
    assert_eq!(held.notice(), "The organisation is on hold.");
    let sign = format!("{}/sign-off", round.place(0));
    assert_eq!(round.ben.submit(&read, &sign, &[]).status, 409);
    round.drop_decision(&round.ada, 0);
    let refused = round.propose(&round.ada, 0, &AWARD);
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .error("outcome")
            .starts_with("The organisation is on hold.")
    );
    assert_eq!(refused.value("rationale"), "The strongest request.");
    assert!(refused.the(".hold").contains("Accounts disputed."));
    assert!(
        round.ada.get(&dossier).has(".hold"),
        "the dossier warns too"
    );
    let pass = round
        .ada
        .click(&round.decision(&round.ada, 0), "Go past the hold");
    let silent = round.ada.submit(&pass, &pass.path, &[("reason", " ")]);
    assert_eq!(silent.error("reason"), "Fill this in.");
    let given = [("reason", "The dispute concerns another grant.")];
    let passed = round.ada.submit(&pass, &pass.path, &given);
    assert!(passed.the(".hold").contains("another grant"));
    let proposed = round.propose(&round.ada, 0, &AWARD);
    assert_eq!(proposed.the(".decision h2"), "Decision Award · proposed");
    // Another hold asks anew.
    place(&round.ada, &hold, "A new complaint.", "2026-12-02");
    let again = round.decision(&round.ben, 0);
    assert!(!again.buttons().contains(&"Sign off".to_owned()));
    let page = round.ada.get(&hold);
    let ended = round
        .ada
        .submit(&page, &format!("{hold}/end"), &[("ending", "Settled.")]);
    assert_eq!(ended.notice(), "The hold has ended.");
    assert_eq!(ended.texts(".former").len(), 2);
    let signed = round.sign(&round.ben, 0);
    assert_eq!(signed.the(".decision h2"), "Decision Award · signed off");
    let late = round.ada.post_with_token(&pass.path, &given);
    assert_eq!(late.status, 409);
}

#[test]
fn staff_are_warned_before_they_screen_and_before_they_pay() {
    let story = Story::new();
    let (_, sent) = story.sent("Rana Haddad", "Olive Press");
    let (ada, dossier) = (&story.ada, format!("/admin{sent}"));
    let screening = format!("{dossier}/screening");
    assert!(!ada.get(&screening).has(".hold"));
    let hold = hold_of(ada, &dossier);
    place(ada, &hold, "Accounts disputed.", "2026-12-24");
    let warned = ada.get(&screening).the(".hold");
    assert!(warned.contains("Accounts disputed."));

    let award = Awarded::running();
    let ada = &award.round.ada;
    assert!(!award.page(ada).has(".hold"));
    let dossier = format!("/admin/applications/{}", award.round.applications[0]);
    let hold = hold_of(ada, &dossier);
    place(ada, &hold, "A new complaint.", "2026-12-24");
    let warned = award.page(&award.round.ben).the(".hold");
    assert!(warned.contains("A new complaint."));

    award.prepare(1, &[]);
    let reason = [("reason", "The lists are not loaded yet.")];
    let refused = award.step(ada, "Approve", &reason);
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("on hold"), "{}", refused.text());
    let pass = ada.click(&award.page(ada), "Go past the hold");
    ada.submit(&pass, &pass.path, &[("reason", "It is for the rent.")]);
    assert_eq!(award.step(ada, "Approve", &reason).status, 200);
}

#[test]
fn the_list_shows_what_is_to_be_looked_at_again_to_those_within_reach() {
    let round = Deliberation::unscored();
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    let of = |at: usize| format!("/admin/applications/{}", round.applications[at]);
    let (one, other) = (hold_of(&round.ada, &of(0)), hold_of(&round.ada, &of(1)));
    place(&round.ada, &one, "Later.", "2026-12-24");
    place(&round.ada, &other, "Sooner.", "2026-11-04");
    let list = round.ada.get("/admin/holds");
    assert_eq!(list.column("Hold list", 1), ["Sooner.", "Later."]);
    assert!(!list.has("tbody .badge"));
    assert_eq!(round.noor.get(&one).status, 403);
    round.site.pass_days(2);
    let written = round.site.database.write(round.site.stamp(), |tx| {
        remind_expiring(tx, None, "https://x.example")
    });
    written.expect("letters are written");
    let letters = round.site.letters_to(&round.ada.email);
    let told = letters
        .iter()
        .filter(|one| one.subject == "Holds are to be looked at again");
    let told: Vec<&str> = told.map(|one| one.body.as_str()).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("One organisation on hold is to be looked at again."));
    assert!(told[0].contains("/admin/holds") && !told[0].contains("Sooner."));
    vera.sign_in();
    round.ben.sign_in();
    let list = vera.get("/admin/holds");
    assert_eq!(list.texts("tbody .badge"), ["To be looked at again"]);
    assert!(!vera.get(&one).has("main form"));
    let own = format!("{}/conflict", of(1));
    let ben = &round.ben;
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    assert_eq!(ben.get("/admin/holds").column("Hold list", 1), ["Later."]);
    assert_eq!(ben.get(&other).status, 404);
}
