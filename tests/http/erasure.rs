//! Asking for erasure: by a person about their account, by owners about their
//! organisation, and the answers.

use evenhand::domain::account::Role;

use crate::deliberation::Deliberation;
use crate::people::colleague;
use crate::purge::confirm;
use crate::story::make_organisation;
use crate::support::raw::everything;
use crate::support::{Page, Person, TestSite};

const OWN: &str = "/account/erasure";
const WAITING: &str = "/admin/erasures";

fn ask(person: &Person, place: &str) -> Page {
    person.submit(&person.get(place), place, &[])
}

/// Answers the request about a name.
fn answer(admin: &Person, name: &str, answer: &str, reason: &str) -> Page {
    let page = admin.click(&admin.get(WAITING), name);
    let fields = [("answer", answer), ("reason", reason)];
    admin.submit(&page, &page.path, &fields)
}

#[test]
fn a_person_is_told_why_in_their_language_and_erased_when_granted() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    let asked = ask(&rana, OWN);
    assert_eq!(
        asked.notice(),
        "The request is sent. We write to you when it is answered."
    );
    assert_eq!(rana.post_with_token(OWN, &[]).status, 409);

    let silent = answer(&ada, "Rana Haddad", "refuse", " ");
    assert_eq!(silent.status, 422);
    assert_eq!(silent.error("reason"), "Fill this in.");
    let own = [("language", "ar"), ("return_to", "/account")];
    assert_eq!(rana.post_with_token("/language", &own).status, 303);
    let kept = answer(&ada, "Rana Haddad", "refuse", "A report is still open.");
    assert_eq!(kept.notice(), "The answer is sent.");
    let letters = site.letters_to(&rana.email);
    let last = letters.last().expect("a letter");
    assert_eq!(last.subject, "أُجيب عن طلبكم للمحو");
    assert!(!last.body.contains("A report is still open."));
    assert!(
        rana.get(OWN)
            .the("#request")
            .contains("A report is still open.")
    );
    assert!(!site.read(everything).contains("A report is still open."));

    ask(&rana, OWN);
    let gone = answer(&ada, "Rana Haddad", "grant", "");
    assert_eq!(gone.notice(), "The answer is sent.");
    assert_eq!(gone.the(".absent"), "No request waits");
    let letters = site.letters_to(&rana.email);
    assert_eq!(letters.len(), 1, "the last letter alone is left");
    assert_eq!(letters[0].subject, "مُحي حسابكم");
    assert!(!site.read(everything).contains("Rana Haddad"));
    assert_eq!(rana.get_once("/account").status, 303);
    let back = rana.at_another_browser();
    assert_ne!(back.try_to_sign_in().problems(), [""; 0]);
}

#[test]
fn what_an_organisation_asks_for_becomes_a_purge_that_two_admins_carry_out() {
    let round = Deliberation::unscored();
    let (rana, ada) = (&round.rana, &round.ada);
    let desk = rana
        .click(&rana.get("/organisations"), "=Olive, \"Press\"")
        .path;
    let asked = ask(rana, &format!("{desk}/erasure"));
    assert_eq!(asked.status, 200);
    // Whoever is kept away from the organisation finds no request of it.
    let conflict = format!("/admin/applications/{}/conflict", round.applications[0]);
    let ben = &round.ben;
    ben.submit(&ben.get(&conflict), &conflict, &[("kind", "collaborator")]);
    assert_eq!(ben.get(WAITING).the(".absent"), "No request waits");
    let vera = ada.invites("Vera Azoulay", Role::Auditor);
    assert!(vera.get(WAITING).text().contains("Olive"));

    let page = rana.get(&format!("{desk}/erasure"));
    let withdrawal = format!("{desk}/erasure/withdrawal");
    let taken = rana.submit(&page, &withdrawal, &[]);
    assert_eq!(taken.notice(), "The request is taken back.");
    assert_eq!(ada.get(WAITING).the(".absent"), "No request waits");

    ask(rana, &format!("{desk}/erasure"));
    let leads = answer(ada, "=Olive, \"Press\"", "grant", "");
    assert!(leads.path.ends_with("/purge"), "{}", leads.path);
    assert_eq!(leads.the("#purge .badge"), "Waits for another admin");
    assert!(round.site.read(everything).contains("Rana Haddad"));
}

#[test]
fn what_was_granted_is_told_as_not_erased_until_a_second_admin_confirms() {
    let round = Deliberation::unscored();
    let (site, rana, ada) = (&round.site, &round.rana, &round.ada);
    let name = "=Olive, \"Press\"";
    let own = rana.click(&rana.get("/organisations"), name).path + "/erasure";
    let granted = "Granted, and not erased yet";
    let cleo = ada.invites("Cleo Nassar", Role::Admin);
    let conflict = format!("/admin/applications/{}/conflict", round.applications[0]);
    cleo.submit(&cleo.get(&conflict), &conflict, &[("kind", "collaborator")]);

    ask(rana, &own);
    answer(ada, name, "grant", "");
    let told = rana.get(&own).the("#request");
    assert!(
        told.contains("Nothing is erased yet: a second person"),
        "{told}"
    );
    let listed = ada.get(WAITING);
    assert_eq!(listed.the(".absent"), "No request waits");
    assert_eq!(listed.column(granted, 0), [name]);
    assert_eq!(listed.column(granted, 1), ["Waits for another admin"]);
    assert!(!cleo.get(WAITING).text().contains("Olive"));

    site.pass_minutes(24 * 60 + 1);
    let again = |person: &Person| {
        let person = person.at_another_browser();
        person.sign_in();
        person
    };
    let (rana, ada, ben) = (again(rana), again(ada), again(&round.ben));
    let told = rana.get(&own).the("#request");
    assert!(told.contains("no second person confirmed it"), "{told}");
    let listed = ada.get(WAITING);
    assert_eq!(listed.column(granted, 1), ["Not confirmed in time"]);

    ask(&rana, &own);
    assert!(!ada.get(WAITING).text().contains(granted));
    let purge = answer(&ada, name, "grant", "").path;
    let listed = ada.get(WAITING);
    assert_eq!(listed.column(granted, 1), ["Waits for another admin"]);
    assert_eq!(listed.link(name), purge);
    confirm(&ben, &purge);
    assert!(!ada.get(WAITING).text().contains(granted));
    assert!(!site.read(everything).contains("Rana Haddad"));
}

#[test]
fn keys_end_with_the_account_of_their_maker() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let ben = ada.invites("Ben Amir", Role::Admin);
    let typed = [
        ("name", "The dashboard"),
        ("days", "30"),
        ("scopes", "decisions"),
    ];
    let made = ben.post_with_token("/admin/access-tokens", &typed);
    let key = format!("Bearer {}", made.the("#secret code"));
    let opens = || {
        let headers = [("authorization", key.as_str())];
        let page = site.visitor().ask("GET", "/api/v1/rounds", &headers, None);
        page.status
    };
    assert_eq!(opens(), 200);
    ask(&ben, OWN);
    let gone = answer(&ada, "Ben Amir", "grant", "");
    assert_eq!(gone.notice(), "The answer is sent.");
    assert_eq!(opens(), 401);
    // Nor does one open where somebody enables what is left of the account.
    let people = ada.get("/admin/people");
    let state = people
        .attributes("form[action$='/state']", "action")
        .remove(0);
    let enabled = ada.post_with_token(&state, &[("disabled", "no")]);
    assert_eq!(enabled.status, 303);
    assert_eq!(opens(), 401);
}

#[test]
fn no_invitation_keeps_the_address_of_who_is_erased() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    ask(&noor, OWN);
    let gone = answer(&ada, "Noor Khalil", "grant", "");
    assert_eq!(gone.notice(), "The answer is sent.");
    // The letter that says so alone knows where to.
    assert_eq!(site.letters_to(&noor.email).len(), 1);
    assert_eq!(site.read(everything).matches(&noor.email).count(), 1);
}

#[test]
fn whoever_alone_answers_for_others_is_erased_once_another_owner_is_named() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    let own = make_organisation(&rana, "Olive Press").path;
    let refused = |page: &Page| {
        assert_eq!(page.status, 409);
        let why = "Somebody alone answers for an organisation that has other people.";
        assert!(page.the(".lead").starts_with(why), "{}", page.text());
    };
    // Nobody else is there when she asks; somebody is when she is answered.
    assert!(ask(&rana, OWN).notice().starts_with("The request is sent."));
    let omar = colleague(&site, &rana, "Omar Said", "editor");
    refused(&answer(&ada, "Rana Haddad", "grant", ""));
    assert_eq!(rana.get_once("/account").status, 200);
    let taken = rana.post_with_token("/account/erasure/withdrawal", &[]);
    assert_eq!(taken.status, 303);
    refused(&ask(&rana, OWN));

    let people = rana.get(&format!("{own}/people"));
    rana.submit(&people, "form[action$='/role']", &[("role", "owner")]);
    assert_eq!(ask(&rana, OWN).status, 200);
    let gone = answer(&ada, "Rana Haddad", "grant", "");
    assert_eq!(gone.notice(), "The answer is sent.");
    assert_eq!(rana.get_once("/account").status, 303);
    assert_eq!(omar.get(&own).status, 200);
}

#[test]
fn editors_and_viewers_ask_for_nothing_about_their_organisation() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let own = make_organisation(&rana, "Olive Press").path;
    let omar = colleague(&site, &rana, "Omar Said", "editor");
    let vera = colleague(&site, &rana, "Vera Stein", "viewer");
    let refuses = |part: &str| {
        for person in [&omar, &vera] {
            let refused = person.post_with_token(&format!("{own}/{part}"), &[]);
            assert_eq!(refused.status, 403, "{part} of {}", person.name);
            let why = "Only an owner of the organisation can ask for this.";
            assert_eq!(refused.the(".lead"), why);
        }
    };
    refuses("data");
    refuses("erasure");
    let place = format!("{own}/erasure");
    ask(&rana, &place);
    refuses("erasure/withdrawal");
    assert!(
        rana.get(&place).has("form[action$='/withdrawal']"),
        "it still waits"
    );
}

#[test]
fn an_admin_leaves_their_own_request_to_another() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let ben = ada.invites("Ben Amir", Role::Admin);
    ask(&ben, OWN);
    let place = ada.get(WAITING).link("Ben Amir");
    let letters = site.letters_to(&ben.email).len();
    let tries = |said: &str| {
        let typed = [("answer", said), ("reason", "It is mine.")];
        let refused = ben.post_with_token(&place, &typed);
        assert_eq!(refused.status, 403, "{said}");
        refused.the(".lead")
    };
    let why = "You asked for this yourself, so another admin has to answer.";
    assert_eq!([tries("grant"), tries("refuse")], [why; 2]);
    for (language, why) in [
        ("ar", "أنتم من طلب ذلك، ولذلك يجب أن يجيب مسؤول آخر."),
        ("he", "אתם ביקשתם זאת, ולכן מנהל אחר צריך לענות."),
    ] {
        let own = [("language", language), ("return_to", "/account")];
        assert_eq!(ben.post_with_token("/language", &own).status, 303);
        assert_eq!(tries("grant"), why);
    }
    // It waits as before, and nobody was told of an answer.
    assert_eq!(ben.get_once("/account").status, 200);
    assert!(ben.get(OWN).has("form[action$='/withdrawal']"));
    assert_eq!(ada.get(WAITING).link("Ben Amir"), place);
    assert_eq!(site.letters_to(&ben.email).len(), letters);
    let gone = answer(&ada, "Ben Amir", "grant", "");
    assert_eq!(gone.notice(), "The answer is sent.");
    assert_eq!(ben.get_once("/account").status, 303);
}
