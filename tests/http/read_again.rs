//! What staff read where no page was opened for it: on the page that comes back with a
//! form that was refused, on the pages of one entry, in a meeting.

use evenhand::domain::account::{Email, Role};
use evenhand::store::{account, latest_events};

use crate::award::Awarded;
use crate::deliberation::Deliberation;
use crate::dialogue::{ASK, ask};
use crate::engagement::{entry, log_of};
use crate::meeting::Sitting;
use crate::pressure::{record, record_of};
use crate::story::Story;
use crate::support::{Person, TestSite};

/// A page brings one with each form; nothing was kept with this one.
const PRESS: &[(&str, &str)] = &[("press", "01990000-0000-7000-8000-000000000077")];
/// A form as it is sent with nothing filled in.
const NOTHING: &[(&str, &str)] = &[];

/// What the log says somebody read, the first first: what it calls the reading, and of what.
pub fn readings(site: &TestSite, person: &Person) -> Vec<String> {
    let email = Email::parse(&person.email).expect("an address");
    let own = site.read(|reader| account::by_email(reader, &email));
    let own = own.expect("an account").id;
    let events = site.read(|reader| latest_events(reader, None, 10_000));
    let of = events.into_iter().rev();
    let of = of.filter(|one| one.actor_id == Some(own) && one.action.starts_with("read_"));
    of.map(|one| format!("{} {}", one.action, one.object_id))
        .collect()
}

/// Where something is posted, what is, and what the page that comes back lets read.
type Case = (String, &'static [(&'static str, &'static str)], String);

/// Each is posted twice by an admin who has read nothing of it, and noted once. An admin
/// who reads another thing may be the same one.
fn are_noted(site: &TestSite, ada: &Person, cases: &[Case]) {
    let mut readers: Vec<(Person, Vec<String>)> = Vec::new();
    for (place, given, read) in cases {
        let at = readers.iter().position(|(_, seen)| !seen.contains(read));
        let at = at.unwrap_or_else(|| {
            let name = format!("Reader {}", readers.len() + 1);
            readers.push((ada.invites(&name, Role::Admin), Vec::new()));
            readers.len() - 1
        });
        let (reader, seen) = &mut readers[at];
        for _ in 0..2 {
            let page = reader.post_with_token(place, given);
            let comes_back = [200, 409, 422].contains(&page.status);
            assert!(comes_back, "{place}: {} {}", page.status, page.text());
        }
        seen.push(read.clone());
        assert_eq!(readings(site, reader), *seen, "{place}");
    }
}

/// The organisation behind a dossier, as staff look at it.
fn desk_of(ada: &Person, dossier: &str) -> String {
    ada.get(dossier).link("About the organisation")
}

fn last(place: &str) -> &str {
    place.rsplit('/').next().unwrap_or_default()
}

#[test]
fn a_page_of_an_application_that_comes_back_is_noted_as_read() {
    let story = Story::new();
    let ada = &story.ada;
    story.sent("Noa Levi", "Open Ledger");
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    let (dossier, id) = (format!("/admin{place}"), last(&place).to_owned());
    let asked = ask(ada, &place, &ASK);
    let due = asked.attributes("form[action$='/due']", "action");
    let alike = ada.get(&format!("{dossier}/overlaps"));
    let alike = alike.attributes(".card h2 a", "href");
    let referees = format!("{dossier}/referees");
    let salma = story.site.visitor().named("Salma Aker");
    let known = [
        ("name", "Salma Aker"),
        ("email", &*salma.email),
        ("language", "en"),
    ];
    ada.submit(&ada.get(&referees), &referees, &known);
    let link = salma.link_in_letter();
    let said = [("answer", "I know them."), ("advice", "recommends")];
    salma.submit(&salma.get(&link), &link, &said);

    let part = |name: &str| format!("{dossier}/{name}");
    let read = |what: &str| format!("read_{what} {id}");
    let dismissed = &[("standing", "dismissed")];
    let cases: [Case; 9] = [
        (part("legal-check"), NOTHING, read("answers")),
        (part("thread"), PRESS, read("thread")),
        (part("discussion"), PRESS, read("discussion")),
        (part("due-diligence/concerns"), NOTHING, read("diligence")),
        (due[0].clone(), &[("due_at", "")], read("clarifications")),
        (part("conflicts"), NOTHING, read("conflicts")),
        (part("assignments"), NOTHING, read("conflicts")),
        (alike[0].clone(), dismissed, read("overlaps")),
        (referees, NOTHING, read("referees")),
    ];
    are_noted(&story.site, ada, &cases);
}

#[test]
fn a_page_of_an_organisation_that_comes_back_is_noted_as_read() {
    let story = Story::new();
    let ada = &story.ada;
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    let dossier = format!("/admin{place}");
    let (desk, log) = (desk_of(ada, &dossier), log_of(ada, last(&place)));
    let incidents = record_of(ada, &dossier);
    let told = [("locality", "Hebron"), ("note", "The neighbour saw it.")];
    record(ada, &incidents, &told);
    let incident = ada.get(&incidents).link("Raid");
    let entry = entry(ada, &log).path;

    let read = |what: &str| format!("read_{what} {}", last(&desk));
    let papers = format!("{desk}/legal-status/papers/registration");
    let cases: [Case; 7] = [
        (incidents, PRESS, read("incidents")),
        (incident, PRESS, read("incidents")),
        (format!("{desk}/hold"), NOTHING, read("hold")),
        (papers, NOTHING, read("papers")),
        (log, PRESS, read("engagements")),
        (format!("{entry}/quotation"), PRESS, read("engagements")),
        (format!("{entry}/correction"), PRESS, read("engagements")),
    ];
    are_noted(&story.site, ada, &cases);

    // Neither does a form say what is kept of the organisation, nor does it leave a note.
    let cleo = ada.invites("Cleo Haddad", Role::Admin);
    let pathway = format!("{desk}/legal-status/us-pathway");
    assert_eq!(cleo.post_with_token(&pathway, NOTHING).status, 422);
    assert_eq!(readings(&story.site, &cleo), [""; 0]);
}

#[test]
fn a_page_of_a_decision_or_a_report_that_comes_back_is_noted_as_read() {
    let award = Awarded::running();
    award.send_report(1);
    let (round, ada) = (&award.round, &award.round.ada);
    let read = format!("read_decision {}", round.applications[1]);
    let report = format!("read_report {}", last(&award.desk));
    let cases: [Case; 3] = [
        (round.place(1), &[("more", "yes")], read.clone()),
        (round.place(1), NOTHING, read),
        (format!("{}/reports/1", award.desk), NOTHING, report),
    ];
    are_noted(&round.site, ada, &cases);
}

#[test]
fn a_signature_without_its_reason_shows_a_decision_that_was_read() {
    let round = Deliberation::new();
    let ada = &round.ada;
    let tiers = ada.get("/admin/programmes");
    let tiers = tiers.link("See tiers: Human Rights Fund");
    ada.submit(&ada.get(&tiers), &tiers, &[("tier.0.upper", "15,000")]);
    let award = [
        ("outcome", "award"),
        ("amount", "20000"),
        ("funding_type", "core"),
        ("rationale", "The best."),
        ("waiver", "Well known."),
    ];
    round.propose(ada, 0, &award);
    let decision = ada.get(&format!("{}/drop", round.place(0)));
    let decision = decision.value_of_hidden("decision");
    let cleo = ada.invites("Cleo Haddad", Role::Admin);
    let sign = format!("{}/sign-off", round.place(0));
    let given = [("decision", decision.as_str()), ("diligence_reason", " ")];
    for _ in 0..2 {
        assert_eq!(cleo.post_with_token(&sign, &given).status, 422);
    }
    let read = format!("read_decision {}", round.applications[0]);
    assert_eq!(readings(&round.site, &cleo), [read]);
}

#[test]
fn why_an_organisation_is_on_hold_is_read_where_it_is_screened() {
    let story = Story::new();
    let ada = &story.ada;
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let [cleo, dana] = ["Cleo Haddad", "Dana Aziz"].map(|name| ada.invites(name, Role::Admin));
    let screening = format!("/admin{place}/screening");
    assert_eq!(cleo.get(&screening).status, 200);
    assert_eq!(readings(&story.site, &cleo), [""; 0], "there is no hold");
    let desk = desk_of(ada, &format!("/admin{place}"));
    let hold = format!("{desk}/hold");
    let why = [
        ("reason", "Accounts disputed."),
        ("review_on", "2027-01-31"),
    ];
    ada.submit(&ada.get(&hold), &hold, &why);
    let shown = dana.get(&screening);
    assert!(shown.text().contains("Accounts disputed."));
    let read = format!("read_hold {}", last(&desk));
    assert_eq!(readings(&story.site, &dana), [read]);
}

#[test]
fn reasons_in_a_list_are_read_as_one_thing() {
    let round = Deliberation::new();
    let names = ["Cleo Haddad", "Dana Aziz"];
    let [cleo, dana] = names.map(|name| round.ada.invites(name, Role::Admin));
    let (holds, board) = ("/admin/holds", "/admin/rounds/autumn/board");
    for person in [&cleo, &dana] {
        assert!(person.get(holds).has(".empty"));
        assert_eq!(person.get(board).status, 200);
    }
    assert_eq!(readings(&round.site, &cleo), [""; 0], "no reason is there");
    let dossier = format!("/admin/applications/{}", round.applications[0]);
    let hold = format!("{}/hold", desk_of(&round.ada, &dossier));
    let why = [
        ("reason", "Accounts disputed."),
        ("review_on", "2027-01-31"),
    ];
    round.ada.submit(&round.ada.get(&hold), &hold, &why);
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others first."),
        ("deviation", "It can wait a year."),
    ];
    let page = round.decision(&round.ada, 0);
    round.ada.submit(&page, &round.place(0), &decline);
    for _ in 0..2 {
        assert!(cleo.get(holds).text().contains("Accounts disputed."));
        assert!(cleo.get(board).text().contains("It can wait a year."));
    }
    let of_round = format!("read_deviations {}", round.round.id);
    let all = ["read_holds holds".to_owned(), of_round];
    assert_eq!(readings(&round.site, &cleo), all, "once a day");
    assert_eq!(readings(&round.site, &dana), [""; 0]);
}

#[test]
fn one_entry_of_the_log_is_read_without_the_others() {
    let story = Story::new();
    let ada = &story.ada;
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let entry = entry(ada, &log_of(ada, last(&place))).path;
    let desk = desk_of(ada, &format!("/admin{place}"));
    let read = format!("read_engagements {}", last(&desk));
    let pages = [entry.clone(), format!("{entry}/correction")];
    for (name, page) in ["Cleo Haddad", "Dana Aziz"].into_iter().zip(pages) {
        let reader = ada.invites(name, Role::Admin);
        for _ in 0..2 {
            assert_eq!(reader.get(&page).status, 200, "{page}");
        }
        assert_eq!(
            readings(&story.site, &reader),
            std::slice::from_ref(&read),
            "{page}"
        );
    }
}

#[test]
fn what_was_noted_in_a_meeting_is_read_by_staff_who_see_it() {
    let sitting = Sitting::open();
    let (round, ada) = (&sitting.round, &sitting.round.ada);
    let cleo = ada.invites("Cleo Haddad", Role::Admin);
    let dana = ada.invites("Dana Aziz", Role::Admin);
    let vera = ada.invites("Vera Azoulay", Role::Auditor);
    sitting.turn(ada, "next");
    let form = sitting.item(0, "note");
    let see = |person: &Person, place: &str| assert_eq!(person.get(place).status, 200, "{place}");
    let all = [
        (&cleo, &sitting.chair),
        (&dana, &form),
        (&vera, &sitting.member),
    ];
    for (person, place) in all {
        see(person, place);
        assert_eq!(readings(&round.site, person), [""; 0], "nothing is noted");
    }
    sitting.press(ada, &form, &[("note", "Fund it, with a visit.")]);
    let read = format!("read_minutes {}", last(&sitting.chair));
    for (person, place) in all {
        see(person, place);
        see(person, place);
        assert_eq!(
            readings(&round.site, person),
            std::slice::from_ref(&read),
            "{place}"
        );
    }
    // Reviewers are not shown it.
    see(&round.noor, &sitting.member);
    assert_eq!(readings(&round.site, &round.noor), [""; 0]);
}
