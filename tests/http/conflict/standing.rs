//! Stepping aside, being kept away, coming back, and what the others see of it.

use evenhand::domain::account::Role;
use evenhand::store::conflict_record;

use crate::deliberation::{Deliberation, EVEN, review};
use crate::support::{Page, Person};

fn place(round: &Deliberation, n: usize, part: &str) -> String {
    format!("/admin/applications/{}{part}", round.applications[n])
}

fn step_aside(person: &Person, round: &Deliberation, n: usize) -> Page {
    let own = place(round, n, "/conflict");
    person.submit(&person.get(&own), &own, &[("kind", "collaborator")])
}

fn id_of(round: &Deliberation, name: &str) -> String {
    let people = round.site.read(conflict_record::insiders);
    let found = people.iter().find(|one| one.name == name);
    found.expect("somebody of the inside").id.to_string()
}

pub fn pin(round: &Deliberation, n: usize, name: &str, reason: &str) -> Page {
    let list = place(round, n, "/conflicts");
    let person = id_of(round, name);
    let fields = [
        ("person", person.as_str()),
        ("kind", "funder"),
        ("reason", reason),
    ];
    round.ada.submit(&round.ada.get(&list), &list, &fields)
}

#[test]
fn an_admin_steps_aside_from_a_list_and_the_others_take_over() {
    let round = Deliberation::unscored();
    let list = "/admin/rounds/autumn/applications";
    let own = place(&round, 1, "/conflict");
    let links = round.ben.get(list).links();
    assert!(links.iter().any(|(_, to)| *to == own));
    let asked = round.ben.get(&own);
    assert!(asked.text().contains("+Witness"));
    assert!(!asked.text().contains("Keeping the archive alive"));
    assert!(!asked.text().contains("Nobody else could handle"));
    let refused = round.ben.post_with_token(&own, &[("kind", "none")]);
    assert_eq!((refused.status, refused.problems().len()), (422, 1));
    let done = step_aside(&round.ben, &round, 1);
    assert_eq!(
        done.notice(),
        "Thank you. The application is with the others now."
    );
    for part in ["", "/conflict", "/conflicts", "/decision", "/thread"] {
        let gone = round.ben.get(&place(&round, 1, part));
        assert_eq!(gone.status, 404, "{part}");
    }
    assert!(!round.ben.get(list).text().contains("+Witness"));
    let hub = "/admin/rounds/autumn";
    assert!(!round.ben.get(hub).text().contains("Handled for others"));
    assert!(round.ada.get(hub).text().contains("Handled for others"));
    let handled = round.ada.get("/admin/rounds/autumn/conflicts");
    assert_eq!(handled.column("Handled for others", 0), ["+Witness"]);
    assert_eq!(handled.column("Handled for others", 3), ["Ben Mizrahi"]);
    let alone = round.ada.get(&place(&round, 1, "/conflict"));
    assert!(
        alone
            .text()
            .contains("Nobody else could handle this application.")
    );
}

#[test]
fn a_pin_takes_the_review_away_and_is_lifted_with_a_reason() {
    let round = Deliberation::unscored();
    let id = round.applications[0];
    review(&round.noor, id, EVEN);
    let letters = round.site.letters().len();
    let missing = pin(&round, 0, "Maya Ben-Ami", " ");
    assert_eq!(
        (missing.status, &*missing.error("reason")),
        (422, "Fill this in.")
    );
    let done = pin(&round, 0, "Maya Ben-Ami", "She advises them.");
    assert_eq!(done.notice(), "Kept away from now on.");
    assert_eq!(done.column("Kept away", 0), ["Maya Ben-Ami"]);
    assert_eq!(round.site.letters().len(), letters, "nobody is told");
    assert_eq!(round.maya.get(&format!("/reviews/{id}")).status, 404);
    let dossier = round.ada.get(&place(&round, 0, ""));
    assert!(
        dossier.text().contains("Deliberation"),
        "nobody is waited for"
    );
    assert!(dossier.text().contains("1 person is kept away"));
    let maya = id_of(&round, "Maya Ben-Ami");
    let again = [
        ("person", maya.as_str()),
        ("kind", "funder"),
        ("reason", "Again."),
    ];
    let list = place(&round, 0, "/conflicts");
    let again = round.ada.post_with_token(&list, &again);
    assert_eq!(again.error("person"), "This person is kept away already.");

    let removal = format!(
        "{}/{}/removal",
        place(&round, 0, "/conflicts"),
        id_of(&round, "Maya Ben-Ami")
    );
    let asked = round.ada.get(&removal);
    let heading = "=Olive, \"Press\" Let Maya Ben-Ami come back?";
    assert_eq!(asked.heading(), heading);
    let empty = round.ada.submit(&asked, &removal, &[("reason", "")]);
    assert_eq!(empty.status, 422);
    let lifted = round
        .ada
        .submit(&asked, &removal, &[("reason", "She left them in 2019.")]);
    assert_eq!(lifted.notice(), "They can come back.");
    assert!(
        lifted
            .text()
            .contains("Nobody is kept away from this application.")
    );
    assert!(
        lifted.text().contains("She left them in 2019."),
        "the record is kept"
    );
    let records = round
        .site
        .read(|reader| conflict_record::of_application(reader, id));
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].reason, "She advises them.");
    assert_eq!(round.ada.get(&removal).status, 404, "once is enough");
    pin(&round, 0, "Maya Ben-Ami", "She is back.");
    let records = round
        .site
        .read(|reader| conflict_record::of_application(reader, id));
    assert_eq!(records.len(), 2, "nothing is written over");
}

#[test]
fn nobody_pins_themselves_or_lifts_their_own() {
    let round = Deliberation::unscored();
    let list = place(&round, 0, "/conflicts");
    let ada = id_of(&round, "Ada Levi");
    let fields = [("person", &*ada), ("kind", "funder"), ("reason", "Me.")];
    let refused = round.ada.post_with_token(&list, &fields);
    assert_eq!(refused.status, 409);
    step_aside(&round.ben, &round, 0);
    let removal = format!("{list}/{}/removal", id_of(&round, "Ben Mizrahi"));
    let tried = round.ben.post_with_token(&removal, &[("reason", "I may.")]);
    assert_eq!(tried.status, 404);
    let lifted = round
        .ada
        .post_with_token(&removal, &[("reason", "He may.")]);
    assert_eq!(lifted.status, 303);
    assert_eq!(round.ben.get(&place(&round, 0, "")).status, 200);
}

#[test]
fn a_conflict_can_be_declared_after_the_round_closed() {
    let round = Deliberation::new();
    let id = round.applications[0];
    let close = "/admin/rounds/autumn/closing";
    round.ada.submit(&round.ada.get(close), close, &[]);
    let declaration = format!("/reviews/{id}/declaration");
    let asked = round.noor.get(&declaration);
    assert_eq!(asked.status, 200);
    let kinds = asked.forms(&format!("form[action='{declaration}']"))[0].offered("kind");
    assert!(!kinds.contains(&"none".to_owned()));
    round
        .noor
        .submit(&asked, &declaration, &[("kind", "funder")]);
    assert_eq!(round.noor.get(&format!("/reviews/{id}")).status, 404);
}

#[test]
fn joining_the_organisation_ends_the_review_at_once() {
    let round = Deliberation::unscored();
    let id = round.applications[0];
    review(&round.maya, id, EVEN);
    let people = format!(
        "{}/people",
        round
            .rana
            .get("/organisations")
            .attributes(".card-link", "href")[0]
    );
    let fields = [("email", &*round.noor.email), ("role", "viewer")];
    round
        .rana
        .submit(&round.rana.get(&people), &people, &fields);
    let link = round.noor.link_in_letter();
    round
        .noor
        .submit(&round.noor.get(&link), &format!("{link}/acceptance"), &[]);
    let dossier = round.ada.get(&place(&round, 0, ""));
    assert!(
        dossier.text().contains("Deliberation"),
        "nobody is waited for"
    );
    let list = place(&round, 0, "/conflicts");
    let removal = format!("{list}/{}/removal", id_of(&round, "Noor Khalil"));
    assert_eq!(
        round.ada.get(&removal).status,
        409,
        "a membership is a fact"
    );
    assert!(
        !round
            .ada
            .get(&list)
            .links()
            .iter()
            .any(|(_, to)| *to == removal)
    );
}

#[test]
fn what_people_say_of_themselves_is_suggested() {
    let round = Deliberation::unscored();
    let (id, list) = (round.applications[1], "/account/affiliations");
    assert!(
        round
            .noor
            .get("/account")
            .links()
            .iter()
            .any(|(_, to)| to == list)
    );
    assert_eq!(round.rana.get(list).status, 404);
    let empty = round
        .noor
        .submit(&round.noor.get(list), list, &[("domain", "a b")]);
    assert_eq!((empty.status, empty.problems().len()), (422, 2));
    let typed = [("organisation", "witness"), ("role", "Adviser")];
    let kept = round.noor.submit(&round.noor.get(list), list, &typed);
    assert_eq!(kept.notice(), "Saved.");
    let asked = round.noor.get(&format!("/reviews/{id}"));
    let told = "Your account lists that you belong or belonged to witness.";
    assert!(asked.text().contains(told), "{}", asked.text());
    assert_eq!(
        asked.attributes("input[name='kind'][checked]", "value"),
        ["staff_or_board"]
    );
    let omar = round.ada.invites("Omar Said", Role::Auditor);
    for page in [
        round.ada.get(&place(&round, 1, "")),
        omar.get(&place(&round, 1, "/conflicts")),
    ] {
        assert!(
            page.text().contains("Belongs or belonged to witness"),
            "{}",
            page.path
        );
    }
    assert!(
        !omar
            .get(&place(&round, 1, "/conflicts"))
            .has("form[action*='/conflicts']")
    );
    let removal = kept.attributes("form[action$='/removal']", "action")[0].clone();
    let gone = round.noor.submit(&kept, &removal, &[]);
    assert_eq!(gone.notice(), "Taken off the list.");
    assert_eq!(gone.the(".absent"), "Nothing listed yet");
}
