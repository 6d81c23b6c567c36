//! The audit log as those read it who watch over others: followed by person, and proved
//! against what was written down of it.

use std::fs;

use evenhand::actions::audit_log::{heads_file, note_head};
use evenhand::domain::account::{Email, Role};
use evenhand::exchange::audit_log::{HeadLine, read};
use evenhand::store::{account, latest_events};

use crate::award::Awarded;
use crate::award::sealed::tamper;
use crate::deliberation::Deliberation;
use crate::discussion::office;
use crate::engagement::log_of;
use crate::pressure::record_of;
use crate::story::Story;
use crate::support::{Person, TestSite};
use crate::whole::{done, run};

#[test]
fn an_auditor_follows_one_person() {
    let round = Deliberation::new();
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    let people = vera.get("/admin/people");
    let log = vera.get(&people.link("Audit log Ben Mizrahi"));
    assert!(log.text().contains("Ben Mizrahi"), "{}", log.text());
    let email = Email::parse(&round.ben.email).expect("an address");
    let ben = round.site.read(|reader| account::by_email(reader, &email));
    let ben = ben.expect("an account").id;
    let all = round
        .site
        .read(|reader| latest_events(reader, None, 10_000));
    let told = all.iter().filter(|event| {
        let own = event.object_kind == "account" && event.object_id == ben.as_str();
        event.actor_id == Some(ben) || own
    });
    let told: Vec<&str> = told.map(|event| event.action.as_str()).collect();
    assert!(told.contains(&"sign_in") && told.len() < all.len());
    assert_eq!(log.column("Audit log", 3), told);

    // From an event to everything that its actor did.
    let page = vera.get("/admin/audit");
    let mut links = page.links().into_iter();
    let own = links.find(|(words, _)| words == "Vera Azoulay");
    let (_, own) = own.expect("a link of her own events");
    let column = vera.get(&own).column("Audit log", 2);
    assert!(column.iter().any(|who| who == "Vera Azoulay"));
    assert!(!column.iter().any(|who| who == "Ben Mizrahi"));
    assert_eq!(vera.get("/admin/audit?person=x").status, 404);
}

#[test]
fn a_log_is_proved_against_what_was_written_down_of_it() {
    let round = Deliberation::new();
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    let (site, folder) = (&round.site, tempfile::tempdir().expect("a folder"));
    let url = crate::support::option(site.url());
    let told = vera.get("/admin/audit").texts("main .panel code");
    let hash = told[0].as_str();
    assert_eq!(told[1], format!("evenhand audit verify --head {hash}"));
    let verify = |words: &[&str]| {
        let words: Vec<&str> = ["audit", "verify"].iter().chain(words).copied().collect();
        run(site.folder(), &url, &words)
    };
    let said = done(&verify(&["--head", hash]));
    assert!(said.ends_with("and are in it: 1.\n"), "{said}");
    let head = done(&run(site.folder(), &url, &["audit", "head"]));
    assert!(head.ends_with(&format!(" {hash}\n")), "{head}");

    // The file of heads that the server writes, and the letter.
    let zone = ("Asia/Hebron", site.stamp());
    let noted = note_head(&site.database, (folder.path(), "watch@example.org"), zone);
    assert!(noted.expect("it is noted"));
    let heads = heads_file(folder.path());
    let letters = site.letters_to("watch@example.org");
    assert_eq!(letters.len(), 1);
    assert!(letters[0].body.contains(hash));

    // Without the database.
    let out = folder.path().join("all");
    let out = out.to_str().expect("UTF-8");
    done(&run(site.folder(), &url, &["export-all", "--out", out]));
    let log = folder.path().join("all/tables/audit_events.jsonl");
    let sound = fs::read_to_string(&log).expect("the log");
    let (log, heads) = (log.to_str().expect("UTF-8"), heads.to_str().expect("UTF-8"));
    done(&verify(&["--log", log, "--heads", heads]));
    let last = sound.trim_end().rfind('\n').expect("lines") + 1;
    let changed = sound.replacen("sign_in", "sign_up", 1);
    for (text, words) in [
        (&sound[..last], "its end was cut off"),
        (
            &sound[sound.find('\n').expect("lines") + 1..],
            "broken at event 2",
        ),
        (changed.as_str(), "is broken at event"),
        ("{}\n", "line 1 is no event"),
    ] {
        fs::write(log, text).expect("written");
        let output = verify(&["--log", log, "--heads", heads]);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(words), "{said}");
    }
    let nonsense = verify(&["--head", "abc"]);
    assert_eq!(nonsense.status.code(), Some(2));
}

#[test]
fn an_end_that_was_cut_off_within_the_day_is_found() {
    let (site, folder) = (TestSite::start(), tempfile::tempdir().expect("a folder"));
    let note = || {
        let zone = ("Asia/Hebron", site.stamp());
        let place = (folder.path(), "watch@example.org");
        note_head(&site.database, place, zone).expect("it is tried")
    };
    let ada = site.first_admin("Ada Levi");
    assert!(note());
    site.pass_minutes(60);
    assert!(!note(), "nothing happened in this hour");
    ada.proves();
    ada.invites("Vera Azoulay", Role::Auditor);
    assert!(note());
    assert_eq!(site.letters_to("watch@example.org").len(), 1, "once a day");
    // All that the auditor did goes; what is left is as the first head found it.
    let url = crate::support::option(site.url());
    let heads = heads_file(folder.path());
    let noted = fs::read_to_string(&heads).expect("the heads");
    let seq = |line: Option<&str>| {
        let line: HeadLine = read(line.expect("a line")).expect("a head");
        line.seq
    };
    let (first, last) = (seq(noted.lines().next()), seq(noted.lines().last()));
    assert!(first < last, "{noted}");
    tamper(
        &site,
        &format!("DELETE FROM audit_events WHERE seq > {first}"),
    );
    let heads = heads.to_str().expect("UTF-8");
    let words = ["audit", "verify", "--heads", heads];
    let output = run(site.folder(), &url, &words);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let ends = format!("ends with event {first}, and event {last} was written down");
    assert!(said.contains(&ends), "{said}");
    // The head of before alone would not have told.
    let line = noted.lines().next().expect("a line");
    fs::write(folder.path().join("first"), format!("{line}\n")).expect("written");
    let first = folder.path().join("first");
    let words = ["audit", "verify", "--heads", first.to_str().expect("UTF-8")];
    done(&run(site.folder(), &url, &words));
}

#[test]
fn what_staff_read_of_what_is_protected_is_on_record() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let ada = &story.ada;
    let id = place.trim_start_matches("/applications/");
    let noted = || {
        let events = story
            .site
            .read(|reader| latest_events(reader, None, 10_000));
        let reads = ["read_answers", "take_copy"];
        let told = events
            .into_iter()
            .filter(|one| reads.contains(&&*one.action));
        let told = told.map(|one| {
            assert_eq!((&*one.object_kind, &*one.object_id), ("application", id));
            format!("{} {}", one.action, one.after_state)
        });
        told.collect::<Vec<_>>()
    };
    for page in ["answers", "receipt.pdf"] {
        assert_eq!(rana.get(&format!("{place}/{page}")).status, 200);
    }
    assert_eq!(noted(), [""; 0], "one’s own is not noted");
    let read = |page: &str| assert_eq!(ada.get(&format!("/admin{place}/{page}")).status, 200);
    read("answers");
    read("answers");
    read("comparison");
    assert_eq!(ada.get(&format!("/admin{place}")).status, 200);
    story.site.pass_minutes(61);
    read("answers");
    assert_eq!(noted(), ["read_answers "], "once a day");
    story.site.pass_days(1);
    ada.sign_in();
    read("answers");
    read("receipt.pdf");
    read("receipt.pdf");
    read("packet.pdf");
    let all = [
        "take_copy packet",
        "take_copy answers",
        "take_copy answers",
        "read_answers ",
        "read_answers ",
    ];
    assert_eq!(noted(), all);
    let told = ada.get(&format!("/admin{place}/story")).text();
    assert!(told.contains("Copy taken along"), "{told}");
}

#[test]
fn what_staff_read_is_followed_by_the_thing_and_by_the_person() {
    let award = Awarded::running();
    award.send_report(1);
    let round = &award.round;
    let (site, vera) = (
        &round.site,
        round.ada.invites("Vera Azoulay", Role::Auditor),
    );
    let id = round.applications[0];
    let dossier = vera.get(&format!("/admin/applications/{id}"));
    let about = dossier.link("About the organisation");
    let organisation = about.rsplit('/').next().expect("an id").to_owned();
    let of_award = award.desk.rsplit('/').next().expect("an id").to_owned();
    let places = [
        format!("/admin/applications/{id}/thread"),
        office(id),
        format!("/admin/applications/{id}/story"),
        round.place(0),
        format!("{}/reports/1", award.desk),
        log_of(&vera, &id.to_string()),
        record_of(&vera, &format!("/admin/applications/{id}")),
        format!("/admin/applications/{id}/clarifications"),
        format!("/admin/applications/{id}/due-diligence"),
        format!("/admin/applications/{id}/conflicts"),
        format!("/admin/applications/{id}/assignments"),
        format!("/admin/applications/{id}/overlaps"),
        format!("/admin/organisations/{organisation}/legal-status"),
        format!("/admin/organisations/{organisation}/hold"),
        "/admin/rounds/autumn/release/letters".to_owned(),
        award.desk.clone(),
    ];
    // Opened again and again on one day, each is told of once.
    for place in places.iter().chain(&places) {
        assert_eq!(vera.get(place).status, 200, "{place}");
    }
    let expected = [
        ("read_answers", "application", id.to_string()),
        ("read_thread", "application", id.to_string()),
        ("read_discussion", "application", id.to_string()),
        ("read_decision", "application", id.to_string()),
        ("read_clarifications", "application", id.to_string()),
        ("read_diligence", "application", id.to_string()),
        ("read_conflicts", "application", id.to_string()),
        ("read_overlaps", "application", id.to_string()),
        ("read_papers", "organisation", organisation.clone()),
        ("read_hold", "organisation", organisation.clone()),
        ("read_letters", "round", round.round.id.to_string()),
        ("read_award", "award", of_award.clone()),
        ("read_report", "award", of_award),
        ("read_engagements", "organisation", organisation.clone()),
        ("read_incidents", "organisation", organisation),
    ];
    let email = Email::parse(&vera.email).expect("an address");
    let own = site.read(|reader| account::by_email(reader, &email));
    let own = own.expect("an account").id;
    let events = site.read(|reader| latest_events(reader, None, 10_000));
    let person = vera.get(&format!("/admin/audit?person={own}"));
    // What hangs on an application, such as its reviews, is a link away.
    let object = vera.get(&format!("/admin/audit?kind=application&id={id}"));
    assert_eq!(
        object.link("Whole story"),
        format!("/admin/applications/{id}/story")
    );
    for (verb, kind, of) in expected {
        let same = events.iter().filter(|event| {
            event.actor_id == Some(own) && event.action == verb && event.object_id == of
        });
        assert_eq!(same.count(), 1, "{verb}");
        let object = vera.get(&format!("/admin/audit?kind={kind}&id={of}"));
        assert!(object.source().contains(verb), "{verb} by its thing");
        assert!(person.source().contains(verb), "{verb} by its person");
    }
}

#[test]
fn the_agreement_that_staff_take_along_is_on_record() {
    let award = Awarded::offered();
    let round = &award.round;
    let noted = || {
        let events = round
            .site
            .read(|reader| latest_events(reader, None, 10_000));
        let taken = events.into_iter().filter(|one| one.action == "take_copy");
        let told = taken.map(|one| (one.object_kind, one.object_id, one.after_state));
        told.collect::<Vec<_>>()
    };
    let take = |person: &Person, place: &str| {
        let pdf = person.get_once(&format!("{place}/agreement.pdf"));
        assert_eq!(pdf.header("content-type"), Some("application/pdf"));
    };
    take(&round.rana, &award.own);
    assert!(noted().is_empty(), "one’s own is not noted");
    take(&round.ada, &award.desk);
    take(&round.ada, &award.desk);
    let id = round.applications[0].to_string();
    let copy = ("application".to_owned(), id, "agreement".to_owned());
    assert_eq!(noted(), [copy.clone(), copy], "every copy is");
}
