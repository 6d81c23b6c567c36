//! Whoever carries off database, files and a copy of everything, and not the key, reads
//! nothing of what would endanger people.

use std::fs;
use std::path::{Path, PathBuf};

use evenhand::store::doctor;

use crate::award::Awarded;
use crate::award::sealed::{done, everything, holds, on};
use crate::deliberation::{Deliberation, EVEN};
use crate::dialogue::{answer, ask, send as send_answer};
use crate::discussion::{office, say};
use crate::engagement::{add as log_entry, log_of};
use crate::files::{added, papers, story};
use crate::people::{invite, sponsor};
use crate::pressure::{record, record_of};
use crate::reviewed::post_review;
use crate::story::{Story, fill, save, send};
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
pub fn nothing_told(site: &TestSite, planted: &[&str]) -> String {
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
const KEPT: &str = "The court of Haifa asks for it.";

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
    let keep = format!("/admin/applications/{id}/retention");
    let kept = [("reason", KEPT), ("until", "2027-12-31")];
    let said = ada.submit(&ada.get(&keep), &keep, &kept);
    assert_eq!(said.notice(), "It is kept.");
    let rows = nothing_told(&round.site, &[JUDGED, DISCUSSED, HELD, KEPT]);
    assert!(rows.contains("submit_review"));
    // Whoever may read it still does.
    assert!(noor.get(&place).source().contains(JUDGED));
    assert!(ada.get(&office(id)).text().contains(DISCUSSED));
    assert!(ada.get(&hold).source().contains(HELD));
    assert!(ada.get(&keep).source().contains(KEPT));
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

/// What a link in a letter is good for, whoever has this may.
fn secret(link: &str) -> &str {
    let secret = link.rsplit('/').next().expect("a secret");
    assert!(secret.len() >= 32, "{link}");
    secret
}

/// The links in letters that wait, each to somebody else: a password to be chosen anew,
/// invitations of the programme and of an organisation, and the questions to a sponsor and
/// to a referee.
fn links(ada: &Person, rana: &Person, place: &str) -> [String; 5] {
    let named = |name: &str| rana.at_another_browser().named(name);
    let phone = rana.at_another_browser();
    let form = phone.get("/password-reset");
    phone.submit(&form, "/password-reset", &[("email", &rana.email)]);
    let (noor, sami) = (named("Noor Khalil"), named("Sami Odeh"));
    let people = ada.get("/admin/people");
    let invited = [("email", noor.email.as_str()), ("role", "admin")];
    ada.submit(&people, "/admin/people", &invited);
    invite(rana, &sami.email, "editor");
    let asked = sponsor::ask(rana, place, &named("Dov Amir"));
    let (desk, salma) = (format!("/admin{place}/referees"), named("Salma Aker"));
    let about = [
        ("name", "Salma Aker"),
        ("email", salma.email.as_str()),
        ("language", "en"),
    ];
    ada.submit(&ada.get(&desk), &desk, &about);
    let links = [&phone, &noor, &sami, &salma].map(Person::link_in_letter);
    let [reset, admin, member, referee] = links;
    [reset, admin, member, asked, referee]
}

#[test]
fn what_links_in_letters_open_is_told_to_no_thief() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let links = links(&story.ada, &rana, &place);
    let secrets = links.each_ref().map(|link| secret(link));
    nothing_told(&story.site, &secrets);
    // Whoever got the letter still comes in.
    let visitor = story.site.visitor();
    for link in &links {
        assert_eq!(visitor.get(link).status, 200, "{link}");
    }
}
