//! Whoever carries off database, files and a copy of everything, and not the key, reads
//! nothing of what would endanger people.

use std::fs;
use std::path::{Path, PathBuf};

use evenhand::actions::code_name::write_over_names;
use evenhand::domain::ApplicationId;
use evenhand::store::doctor;

use crate::award::Awarded;
use crate::award::sealed::{done, everything, holds, on, tamper};
use crate::deliberation::{Deliberation, EVEN};
use crate::dialogue::{answer, ask, send as send_answer};
use crate::discussion::{office, say};
use crate::engagement::{add as log_entry, log_of};
use crate::files::{added, papers, story};
use crate::list_screening::{count, hit, list_of, put, screen, standing};
use crate::pressure::{record, record_of};
use crate::reviewed::post_review;
use crate::story::{Story, fill, make_organisation, save, send, start};
use crate::support::{Person, TestSite, on_postgres};
use crate::whole::run;

const SITUATION: &str = "Umm Dalia hides at the third house";
const LEADER: &str = "Yousef Abu Khdeir";
const NOTES: &str = "Noga drove us through the checkpoint";
const TOWN: &str = "Khirbet Humsa";
const MESSAGE: &str = "Meet us behind the old cinema";
const NAME: &str = "identity card of Dalia.pdf";
const CONTENT: &[u8] = b"%PDF-1.7\nnumber 900112233\n%%EOF\n";

const PLANTED: [&str; 7] = [
    SITUATION,
    LEADER,
    NOTES,
    TOWN,
    MESSAGE,
    NAME,
    "number 900112233",
];

/// Every file in a folder but the key.
fn carried_off(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(carried_off(&path));
        } else if entry.file_name() != "master.key" {
            found.push(path);
        }
    }
    found
}

/// Carries off the folder of a site, a copy of everything and what a backup brings back,
/// all without the key, and finds none of these words in any of it; answers with the rows.
fn nothing_told(site: &TestSite, planted: &[&str]) -> String {
    let stolen = tempfile::tempdir().expect("a folder");
    let place = |name: &str| stolen.path().join(name);
    let (copy, kept, back) = (place("copy"), place("kept.backup"), place("back"));
    let text = |path: &Path| path.to_string_lossy().into_owned();
    done(&on(site, &["export-all", "--out", &text(&copy)]));
    if !on_postgres() {
        done(&on(site, &["backup", &text(&kept)]));
        let there = format!("sqlite:{}", text(&back.join("evenhand.sqlite")));
        done(&run(&back, &there, &["restore", &text(&kept)]));
        assert!(back.join("evenhand.sqlite").exists());
    }
    let mut paths = carried_off(site.folder());
    paths.extend(carried_off(stolen.path()));
    let tables = copy.join("tables");
    assert!(paths.iter().any(|path| path.starts_with(&tables)));
    let rows = site.read(everything);
    for path in &paths {
        let bytes = fs::read(path).expect("a file");
        for word in planted {
            assert!(!holds(&bytes, word), "{word} lies in {}", path.display());
        }
    }
    for word in planted {
        assert!(!rows.contains(word), "{word} lies in a table");
    }
    assert_eq!(site.read(doctor::examine), []);
    rows
}

#[test]
fn a_stolen_database_with_its_files_and_a_copy_tells_nothing() {
    let story = story();
    let (site, ada) = (&story.site, &story.ada);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    save(&rana, &place, "need", &[("situation", SITUATION)]);
    let board = [("board.0.name", LEADER), ("foreign_transfer", "yes")];
    save(&rana, &place, "capacity", &board);
    let file = added(&rana, &papers(&place), NAME, CONTENT);
    send(&rana, &place);
    let thread = format!("{place}/thread");
    rana.submit(&rana.get(&thread), &thread, &[("body", MESSAGE)]);
    let id = place.rsplit('/').next().expect("an id");
    log_entry(ada, &log_of(ada, id), &[("notes", NOTES)]);
    let incidents = record_of(ada, &format!("/admin{place}"));
    record(ada, &incidents, &[("locality", TOWN)]);

    let rows = nothing_told(site, &PLANTED);
    for word in ["add_file", "log_engagement", "record_incident"] {
        assert!(rows.contains(word), "{word}");
    }
    // Whoever may read it still does.
    let receipt = rana.get(&format!("{place}/receipt")).text();
    assert!(receipt.contains(SITUATION) && receipt.contains(LEADER));
    assert_eq!(rana.get(&file).body, CONTENT);
}

const REPORT: &str = "We opened the clinic.";
const MENDED: &str = "Which of the rooms at the mosque?";
const AMENDED: &str = "The audit may be shared with Giv’at Haviva.";
const FREED: &str = "The rent at the harbour fell.";

/// As [`Awarded`] decides and pays, and what is written of it here.
const DECIDED: [&str; 9] = [
    "The strongest request.",
    "An audit within a year",
    "The board is new",
    "The register is closed to them.",
    "The lists are not loaded yet.",
    REPORT,
    MENDED,
    AMENDED,
    FREED,
];

#[test]
fn what_is_decided_and_reported_is_told_to_no_thief() {
    let award = Awarded::running();
    let (site, ada, rana) = (&award.round.site, &award.round.ada, &award.round.rana);
    award.pay(1);
    award.send_report(1);
    award.judge(1, &[("verdict", "return"), ("note", MENDED)]);
    award.change("amendment", &[("words", AMENDED)]);
    award.change("freeing", &[("amount", "1000"), ("words", FREED)]);
    let rows = nothing_told(site, &DECIDED);
    assert!(rows.contains("judge_report"));
    // Whoever may read it still does.
    let page = award.page(ada).text();
    assert!(page.contains(FREED) && page.contains("An audit within a year"));
    assert!(rana.get(&award.own).text().contains(AMENDED));
    let report = ada.get(&format!("{}/reports/1", award.desk));
    assert_eq!(report.texts(".answer"), [REPORT, MENDED]);
    let decided = award.round.decision(ada, 0).text();
    assert!(decided.contains("The strongest request.") && decided.contains("The board is new"));
}

const JUDGED: &str = "Her cousin sits on the council of Yatta.";
const DISCUSSED: &str = "Ask the driver in Tarqumiya.";
const HELD: &str = "The bookkeeper was questioned in Hebron.";

#[test]
fn what_reviewers_and_staff_write_is_told_to_no_thief() {
    let round = Deliberation::unscored();
    let (ada, noor, id) = (&round.ada, &round.noor, round.applications[0]);
    let place = format!("/reviews/{id}");
    let declared = [("kind", "none")];
    let open = noor.submit(
        &noor.get(&place),
        &format!("{place}/declaration"),
        &declared,
    );
    let to = format!("{place}/submission");
    let sent = post_review(noor, &to, &open, (EVEN, JUDGED));
    assert_eq!(sent.status, 303, "{}", sent.text());
    say(ada, &office(id), DISCUSSED, &[]);
    let dossier = ada.get(&format!("/admin/applications/{id}"));
    let hold = format!("{}/hold", dossier.link("About the organisation"));
    let held = [("reason", HELD), ("review_on", "2026-12-01")];
    ada.submit(&ada.get(&hold), &hold, &held);
    let rows = nothing_told(&round.site, &[JUDGED, DISCUSSED, HELD]);
    assert!(rows.contains("submit_review"));
    // Whoever may read it still does.
    assert!(noor.get(&place).source().contains(JUDGED));
    assert!(ada.get(&office(id)).text().contains(DISCUSSED));
    assert!(ada.get(&hold).source().contains(HELD));
}

const ASKED: &str = "Who pays for the flat in Jaffa?";
const ANSWERED: &str = "The uncle of Dalia pays for it.";

#[test]
fn what_is_asked_and_answered_is_told_to_no_thief() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let due = ("due_at", "2026-11-03 09:00");
    let asked = [("question", ASKED), due, ("words_only", "yes")];
    ask(&story.ada, &place, &asked);
    answer(&rana, &place, ANSWERED);
    send_answer(&rana, &place);
    let rows = nothing_told(&story.site, &[ASKED, ANSWERED]);
    assert!(rows.contains("ask_clarification"));
    // Whoever may read it still does.
    let read = story
        .ada
        .get(&format!("/admin{place}/clarifications"))
        .text();
    assert!(read.contains(ASKED) && read.contains(ANSWERED));
}

/// What tells who an organisation is: its names, its website and its number in a register.
const WHO: [&str; 5] = [
    "Lanternside Witness",
    "شهود الفانوس",
    "עדי הפנס",
    "https://lanternside.example",
    "580146256",
];

/// Makes an organisation that is all of this and gives it a code name, before the hour in
/// which that is written over is done; where it stands.
fn concealed(site: &TestSite, person: &Person) -> String {
    let fields = [
        ("name_latin", WHO[0]),
        ("name_arabic", WHO[1]),
        ("name_hebrew", WHO[2]),
        ("website", WHO[3]),
        ("base", "west_bank"),
        ("community", "palestinian"),
        ("legal_form", "ps_association"),
        ("registrations.0.register", "IL-RA"),
        ("registrations.0.number", WHO[4]),
    ];
    let form = person.get("/organisations/new");
    let own = person.submit(&form, "/organisations", &fields).path;
    let rows = site.read(everything);
    for told in WHO {
        assert!(rows.contains(told), "{told} lies in clear before");
    }
    let given = format!("{own}/confidential");
    person.submit(&person.get(&given), &given, &[]);
    let since = site.stamp().now.plus_minutes(-120);
    let written = write_over_names(&site.database, since);
    assert!(written.expect("the database is rewritten"));
    own
}

/// That its own people read who it is, and admins who open it.
fn is_known(own: &str, (rana, ada): (&Person, &Person)) {
    let identity = format!("/admin{own}/identity");
    for page in [rana.get(own), ada.post_with_token(&identity, &[])] {
        for told in WHO {
            assert!(page.text().contains(told), "{}: {told}", page.path);
        }
    }
}

#[test]
fn who_stands_under_a_code_name_is_told_to_no_thief() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let rana = site.applicant("Rana Haddad");
    let own = concealed(site, &rana);
    let place = start(&rana);
    fill(&rana, &place);
    send(&rana, &place);
    let rows = nothing_told(site, &WHO);
    assert!(rows.contains("make_confidential"));
    is_known(&own, (&rana, ada));

    // Watch lists are looked through for the name, not for what stands in its place.
    count(site, ada, "un");
    let listed = list_of("2026-10-20", &[("S-1", "LANTERNSIDE WITNESS")]);
    put(site, ada, "un", &listed);
    let id = place.trim_start_matches("/applications/");
    let lists = standing(site, ApplicationId::parse(id).expect("an id"));
    hit(&screen(ada, &lists));
    // What is changed later is sealed at once, and a new master key opens all of it.
    let edit = rana.get(&format!("{own}/edit"));
    let longer = [("name_latin", "Lanternside Witness House")];
    rana.submit(&edit, &own, &longer);
    assert!(rana.get(&own).text().contains(longer[0].1));
    done(&on(site, &["seal", "--new-key"]));
    is_known(&own, (&rana, ada));
    nothing_told(site, &WHO);
}

#[test]
fn names_that_a_former_release_left_beside_a_code_name_are_sealed() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let rana = site.applicant("Rana Haddad");
    let own = concealed(site, &rana);
    make_organisation(&site.applicant("Noa Levi"), "Valley Watch");
    let id = own.trim_start_matches("/organisations/");
    let [latin, arabic, hebrew, website, number] = WHO;
    tamper(
        site,
        &format!(
            "UPDATE organisations SET name_latin = '{latin}', name_arabic = '{arabic}', \
             name_hebrew = '{hebrew}', website = '{website}' WHERE id = '{id}'; \
             UPDATE registrations SET number = '{number}' WHERE organisation_id = '{id}'"
        ),
    );
    is_known(&own, (&rana, ada));
    assert_eq!(on(site, &["doctor"]).status.code(), Some(1));
    let said = done(&on(site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 2; anew: 0; keys anew: 0.\n");
    let rows = nothing_told(site, &WHO);
    assert!(rows.contains("Valley Watch"), "others are found by names");
    is_known(&own, (&rana, ada));
}

#[test]
fn what_stands_under_another_code_name_opens_no_name() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let rana = site.applicant("Rana Haddad");
    let own = concealed(site, &rana);
    let noa = site.applicant("Noa Levi");
    make_organisation(&noa, "Valley Watch");
    let other = noa.get("/organisations");
    let other = other.attributes(".card-link", "href").remove(0);
    let given = format!("{other}/confidential");
    noa.submit(&noa.get(&given), &given, &[]);
    let [id, of] = [&own, &other].map(|one| one.trim_start_matches("/organisations/"));
    tamper(
        site,
        &format!(
            "UPDATE organisations SET name_latin = (SELECT o.name_latin FROM organisations o \
             WHERE o.id = '{id}') WHERE id = '{of}'"
        ),
    );
    assert_eq!(noa.get(&other).status, 409);
    let identity = format!("/admin{other}/identity");
    let opened = ada.post_with_token(&identity, &[]);
    assert_eq!(opened.status, 409);
    assert!(!opened.source().contains(WHO[0]));
    // Nobody else is in the way of it.
    is_known(&own, (&rana, ada));
    assert_eq!(ada.get("/admin/organisations").status, 200);
}
