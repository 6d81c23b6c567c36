//! What staff and referees write about organisations, and messages, at rest: sealed, and read by whom it
//! is meant for.

use crate::award::sealed::{done, everything, files, holds, on, tamper};
use crate::engagement::{add, log_of, quote};
use crate::pressure::{record, record_of};
use crate::review::panel::Panel;
use crate::support::{Person, TestSite};

const NOTES: &str = "Umm Dalia keeps the ledger in Silwan.";
const THEIRS: &str = "Dalia Abu Rmeileh";
const OURS: &str = "Noga Ben-Ezra";
const PLACE: &str = "The café behind the mill";
const QUOTED: &str = "keeps the ledger in Silwan";
const TOWN: &str = "Khirbet Humsa";
const HEARD: &str = "The neighbour Ziad saw it.";
const REFEREE: &str = "Salma Aker of the harbour";
const ADVICE: &str = "I know them from the strike of 2015.";

const MESSAGE: &str = "Meet us behind the old cinema.";
const CONCERN: &str = "Ziad and the treasurer are cousins.";

const PLANTED: [&str; 11] = [
    NOTES, THEIRS, OURS, PLACE, QUOTED, TOWN, HEARD, REFEREE, ADVICE, MESSAGE, CONCERN,
];

/// Which of them lie in clear, in a table or in the files of the database.
fn found(site: &TestSite) -> Vec<&'static str> {
    let (rows, bytes) = (site.read(everything), files(site));
    assert!(rows.contains("answer_as_referee"), "rows are read");
    let planted = PLANTED.into_iter();
    planted
        .filter(|one| rows.contains(one) || holds(&bytes, one))
        .collect()
}

/// An application about which all of it was written; where its dossier is, the log, the
/// incidents and the referees.
struct Written {
    panel: Panel,
    dossier: String,
    log: String,
    incidents: String,
    referees: String,
}

impl Written {
    fn new() -> Self {
        let panel = Panel::new();
        let (ada, id) = (&panel.ada, panel.application.to_string());
        let dossier = format!("/admin/applications/{id}");
        let (log, incidents) = (log_of(ada, &id), record_of(ada, &dossier));
        let entry = [
            ("place", PLACE),
            ("theirs", THEIRS),
            ("ours", OURS),
            ("notes", NOTES),
        ];
        let added = add(ada, &log, &entry);
        let page = ada.get(&added.link("Visit, 1 October 2026"));
        let quoted = quote(ada, &page, &[("words", QUOTED), ("audience", "staff")]);
        assert_eq!(
            quoted.notice(),
            "The words are quoted.",
            "{}",
            quoted.text()
        );
        let told = record(ada, &incidents, &[("locality", TOWN), ("note", HEARD)]);
        assert_eq!(
            told.notice(),
            "The incident is on record.",
            "{}",
            told.text()
        );
        let referees = format!("{dossier}/referees");
        let salma = panel.site.visitor().named("Salma Aker");
        let asked = [
            ("name", REFEREE),
            ("email", salma.email.as_str()),
            ("language", "en"),
        ];
        ada.submit(&ada.get(&referees), &referees, &asked);
        let link = salma.link_in_letter();
        let answer = [("answer", ADVICE), ("advice", "recommends")];
        let thanks = salma.submit(&salma.get(&link), &link, &answer);
        assert!(thanks.notice().starts_with("Thank you."));
        let thread = format!("{dossier}/thread");
        ada.submit(&ada.get(&thread), &thread, &[("body", MESSAGE)]);
        let diligence = ada.get(&format!("{dossier}/due-diligence"));
        let raised = [("words", CONCERN), ("to", "team")];
        ada.submit(
            &diligence,
            &format!("{dossier}/due-diligence/concerns"),
            &raised,
        );
        Self {
            panel,
            dossier,
            log,
            incidents,
            referees,
        }
    }

    fn site(&self) -> &TestSite {
        &self.panel.site
    }

    /// That somebody of the staff reads all of it.
    fn is_read(&self, staff: &Person) {
        let log = staff.get(&self.log);
        assert_eq!(log.texts("article .answer"), [NOTES]);
        let page = staff.get(&log.link("Visit, 1 October 2026"));
        for said in [PLACE, THEIRS, OURS] {
            assert!(page.text().contains(said), "{said}");
        }
        let dossier = staff.get(&self.dossier);
        assert_eq!(dossier.texts("#quotes blockquote"), [QUOTED]);
        let incidents = staff.get(&self.incidents);
        let one = staff.click(&incidents, "Raid");
        assert!(one.text().contains(TOWN) && one.text().contains(HEARD));
        let referees = staff.get(&self.referees);
        assert_eq!(referees.the(".referee .answer"), ADVICE);
        assert!(referees.text().contains(REFEREE));
        let thread = staff.get(&format!("{}/thread", self.dossier));
        assert_eq!(thread.texts(".thread-message .answer"), [MESSAGE]);
        let diligence = staff.get(&format!("{}/due-diligence", self.dossier));
        assert_eq!(diligence.the(".concern .answer"), CONCERN);
    }
}

#[test]
fn nothing_that_is_written_lies_in_the_database() {
    let written = Written::new();
    written.is_read(&written.panel.ada);
    assert_eq!(found(written.site()), [""; 0]);
    // A new master key changes nothing of that.
    done(&on(written.site(), &["seal", "--new-key"]));
    written.is_read(&written.panel.ada);
    assert_eq!(found(written.site()), [""; 0]);
}

#[test]
fn what_a_former_release_wrote_in_clear_is_sealed() {
    let written = Written::new();
    let site = written.site();
    for (table, columns) in [
        (
            "engagements",
            format!("place = '{PLACE}', theirs = '{THEIRS}', ours = '{OURS}', notes = '{NOTES}'"),
        ),
        ("engagement_quotes", format!("words = '{QUOTED}'")),
        (
            "incidents",
            format!("locality = '{TOWN}', note = '{HEARD}'"),
        ),
        (
            "referees",
            format!("name = '{REFEREE}', answer = '{ADVICE}'"),
        ),
        ("messages", format!("body = '{MESSAGE}'")),
        ("concerns", format!("words = '{CONCERN}'")),
    ] {
        tamper(
            site,
            &format!("UPDATE {table} SET sealed = NULL, {columns}"),
        );
    }
    assert_eq!(found(site).len(), PLANTED.len());
    written.is_read(&written.panel.ada);
    assert_eq!(on(site, &["doctor"]).status.code(), Some(1));
    let said = done(&on(site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 6; anew: 0; keys anew: 0.\n");
    assert_eq!(found(site), [""; 0]);
    written.is_read(&written.panel.ada);
    assert_eq!(done(&on(site, &["doctor"])), "Every invariant holds.\n");
}

#[test]
fn a_happening_that_is_told_twice_counts_once_though_its_place_is_sealed() {
    let written = Written::new();
    let (ada, site) = (&written.panel.ada, written.site());
    let marks = || {
        let rows = site.read(everything);
        let mark = |line: &&str| {
            let parts = line.trim_matches('"').split_once(' ');
            parts.is_some_and(|(of, mark)| {
                let hex = mark.bytes().all(|byte| byte.is_ascii_hexdigit());
                of.len() == 36 && mark.len() == 64 && hex
            })
        };
        let mut marks: Vec<String> = rows.lines().filter(mark).map(str::to_owned).collect();
        marks.sort();
        marks
    };
    let before = marks();
    assert_eq!(before.len(), 1);
    let town = TOWN.to_uppercase();
    record(ada, &written.incidents, &[("locality", &town)]);
    assert_eq!(marks(), [before[0].clone(), before[0].clone()]);
    record(ada, &written.incidents, &[("locality", "Jenin")]);
    let mut all = marks();
    all.dedup();
    assert_eq!(all.len(), 2);
}

#[test]
fn what_stands_in_another_row_is_not_shown() {
    let written = Written::new();
    let (ada, site) = (&written.panel.ada, written.site());
    add(ada, &written.log, &[("notes", "Another visit.")]);
    tamper(
        site,
        "UPDATE engagements SET sealed = (SELECT MIN(e.sealed) FROM engagements e)",
    );
    assert_eq!(ada.get(&written.log).status, 409);
}
