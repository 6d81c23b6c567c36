//! Reviews out of a file: looked at first, kept as sent, and said to be imported.

use std::process::{Command, Output};

use evenhand::domain::account::Role;

use super::{HEAD, PAGE, READY, bring, import, wrong};
use crate::deliberation::{Deliberation, HIGH, review};
use crate::sayings::told;
use crate::support::raw::{bytes, everything, holds};
use crate::support::{Person, option};

/// What a reviewer finds on their page of the n-th application.
fn page_of(round: &Deliberation, person: &Person, n: usize) -> String {
    person
        .get(&format!("/reviews/{}", round.applications[n]))
        .text()
}

/// Two reviews of the first application: Noor's, and one of Sami, who has none of it.
fn two(round: &Deliberation, sami: &Person) -> String {
    format!(
        "\u{FEFF}{HEAD},values_reason,recommendation,confidence,comment\r\n\
         EH-AAAA-2222,{},٤,3,5.0, 4 ,cannot judge,2,'=Well said,fund,high,\"One.\nTwo.\"\r\n\
         eh-aaaa-2222,{},5,3,5,4,3,2,,,,\r\n",
        round.noor.email, sami.email
    )
}

#[test]
fn a_file_is_looked_at_kept_and_said_to_be_imported() {
    let round = Deliberation::unscored();
    let (ada, noor) = (&round.ada, &round.noor);
    let sami = ada.invites("Sami Odeh", Role::Reviewer);
    let text = two(&round, &sami);
    let ready = bring(ada, &text);
    assert_eq!(
        ready.heading(),
        "Rapid response, autumn Reviews to be imported"
    );
    let expected = [
        "2 new reviews.",
        "By 2 reviewers.",
        "Of one application.",
        "One comes with a new assignment.",
    ];
    assert_eq!(ready.texts("main ul li"), expected);
    assert!(!round.site.read(everything).contains("Well said"));
    assert!(!holds(&bytes(&round.site), "Well said"));
    assert!(noor.get("/reviews?show=sent").has(".empty"), "not yet");

    let done = ada.submit(&ready, READY, &[]);
    assert_eq!(
        (done.path.as_str(), done.notice().as_str()),
        (PAGE, "Imported. The reviewers have mail.")
    );
    let own = page_of(&round, noor, 0);
    assert!(
        own.contains("Ada Levi brought this review in from a file on"),
        "{own}"
    );
    assert!(own.contains("Imported from a file by Ada Levi"), "{own}");
    assert!(own.contains("=Well said") && own.contains("Two."), "{own}");
    let letter = sami.letter();
    assert_eq!(letter.subject, "Reviews were entered in your name");
    assert!(
        letter
            .body
            .starts_with("A review was entered in your name from a file.")
    );
    assert!(!letter.body.contains("EH-"));

    // Who looks for what happened finds who brought it.
    let place = format!("/admin/audit?kind=application&id={}", round.applications[0]);
    let rows = ada.get(&place).table("Audit log");
    let imported: Vec<_> = rows
        .iter()
        .filter(|row| row[3].starts_with("import_"))
        .map(|row| (row[2].as_str(), row[3].as_str(), row[5].as_str()))
        .collect();
    let expected = [
        (
            "Ada Levi",
            "import_declaration",
            "After: reviewer Sami Odeh imported",
        ),
        (
            "Ada Levi",
            "import_assignment",
            "After: reviewer Sami Odeh imported",
        ),
        (
            "Ada Levi",
            "import_declaration",
            "After: reviewer Noor Khalil imported",
        ),
    ];
    assert_eq!(imported, expected);

    // The same file again changes nothing.
    let again = bring(ada, &text);
    let expected = ["No review is new.", "2 reviews are there already."];
    assert_eq!(again.texts("main ul li"), expected);
    assert_eq!(again.forms(&format!("form[action='{READY}']")).len(), 0);
    let twice = ada.post_with_token(READY, &[]);
    assert_eq!(twice.status, 303);
    let gone = ada.post_with_token(READY, &[]);
    let words = "This file was imported already, or thrown away after a day.";
    assert_eq!(crate::sayings::stale(&gone), told(words));
}

#[test]
fn an_application_is_deliberated_once_its_last_review_came_out_of_a_file() {
    let round = Deliberation::unscored();
    review(&round.maya, round.applications[0], HIGH);
    let dossier = format!("/admin/applications/{}", round.applications[0]);
    let status = || round.ada.get(&dossier).the(".page-head .badge");
    assert_eq!(status(), "In review");
    let text = format!("{HEAD}\nEH-AAAA-2222,{},4,3,5,4,3,2\n", round.noor.email);
    import(&round.ada, &text);
    assert_eq!(status(), "Deliberation");
    let scores = round.export(&round.ada, "scores", "");
    let line = "EH-AAAA-2222,Noor Khalil,2026-11-02T09:00:00Z,1,4,3,5,4,3,2,75.00,yes,75.00,,";
    assert!(scores.source().contains(line), "{}", scores.source());

    // A third opinion out of a file opens and shuts it again in one breath.
    let sami = round.ada.invites("Sami Odeh", Role::Reviewer);
    let text = format!("{HEAD}\nEH-AAAA-2222,{},1,1,1,1,1,1\n", sami.email);
    import(&round.ada, &text);
    assert_eq!(status(), "Deliberation");
}

#[test]
fn what_came_out_of_a_file_is_sealed_and_can_be_changed_by_its_reviewer() {
    let round = Deliberation::unscored();
    let text = format!("{HEAD}\nEH-AAAA-2222,{},4,3,5,4,3,2\n", round.noor.email);
    import(&round.ada, &text);
    let place = format!("/reviews/{}", round.applications[0]);
    let page = round.noor.get(&place);
    let mut forms = page.forms("main form").into_iter();
    let form = forms.find(|form| form.filled.iter().any(|(name, _)| name == "saves"));
    let mut given = vec![
        ("score.values".to_owned(), "5".to_owned()),
        ("recommendation".to_owned(), "fund".to_owned()),
        ("confidence".to_owned(), "low".to_owned()),
        ("reason".to_owned(), "The file was wrong.".to_owned()),
    ];
    for code in crate::reviewed::CODES {
        given.push((format!("justification.{code}"), "Because.".to_owned()));
    }
    let given: Vec<_> = given
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let filled = form.expect("a review form").filled(&given);
    let sent = round.noor.post(&format!("{place}/submission"), &filled);
    assert_eq!(sent.status, 303, "{}", sent.text());
    let own = page_of(&round, &round.noor, 0);
    assert!(own.contains("When you first sent it: 75.0."), "{own}");
    assert!(!own.contains("brought this review in"), "{own}");
    assert!(
        own.contains("brought in from a file that you have no conflict"),
        "{own}"
    );
    let refused = wrong(&bring(&round.ada, &text));
    let words = "This reviewer has sent another review of it already.";
    assert_eq!(refused, [("2".to_owned(), String::new(), words.to_owned())]);
}

#[test]
fn an_export_of_reviews_is_brought_again_without_a_change() {
    let round = Deliberation::new();
    let export = round.export(&round.ada, "reviews", "yes");
    let head = export
        .source()
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned();
    assert!(
        head.ends_with("legal,legal_reason,recommendation,confidence,comment"),
        "{head}"
    );
    let ready = bring(&round.ada, export.source());
    let expected = ["No review is new.", "8 reviews are there already."];
    assert_eq!(ready.texts("main ul li"), expected, "{}", ready.text());
}

/// Runs the command on the site's database.
fn command(round: &Deliberation, file: &str, more: &[&str]) -> Output {
    let url = option(round.site.url());
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().arg("--data").arg(round.site.folder());
    command.args(["--database", &url, "import", "reviews", file]);
    command.args(["--round", "autumn", "--by", &round.ada.email]);
    command.args(more);
    command.output().expect("the program runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_command_does_what_the_page_does() {
    let round = Deliberation::unscored();
    // The command goes by the machine's clock: the round has to be open by it too.
    let edit = "/admin/rounds/autumn/edit";
    let earlier = [("opens_at", "2020-01-01 09:00")];
    let saved = round.ada.submit(&round.ada.get(edit), edit, &earlier);
    assert_eq!(saved.problems(), [""; 0]);
    let file = round.site.folder().join("reviews.csv");
    let path = file.to_string_lossy().into_owned();
    let long = format!(
        "application;reviewer;criterion;score\n{}EH-BBBB-3333;{};values;x\n",
        crate::reviewed::CODES
            .map(|code| format!("EH-AAAA-2222;{};{code};3\n", round.noor.email))
            .concat(),
        round.noor.email
    );
    std::fs::write(&file, &long).expect("the file is written");
    let bad = command(&round, &path, &[]);
    assert_eq!(bad.status.code(), Some(1));
    let lines = said(&bad.stderr);
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    let first = "row 8, column score: “x” is no score. Write whole points, or “cannot judge”.";
    assert!(lines[0].ends_with(first), "{lines:?}");
    assert_eq!(lines[1], "evenhand: 1 problem; nothing was imported");

    let good: String = long
        .lines()
        .take(7)
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::write(&file, good).expect("the file is written");
    let dry = command(&round, &path, &["--dry-run"]);
    let words = "1 reviews to be imported, 0 of them with a new assignment; 0 there already; \
        nothing was changed\n";
    assert_eq!(said(&dry.stdout), words, "{}", said(&dry.stderr));
    let done = command(&round, &path, &[]);
    let words = "1 reviews imported, 0 of them with a new assignment; 0 there already\n";
    assert_eq!(said(&done.stdout), words, "{}", said(&done.stderr));
    let again = command(&round, &path, &[]);
    let words = "0 reviews imported, 0 of them with a new assignment; 1 there already\n";
    assert_eq!(said(&again.stdout), words, "{}", said(&again.stderr));
    assert!(page_of(&round, &round.noor, 0).contains("Ada Levi brought this review in"));
}

#[test]
fn a_file_is_its_makers_alone_and_only_admins_bring_any() {
    let round = Deliberation::unscored();
    let text = format!("{HEAD}\nEH-AAAA-2222,{},4,3,5,4,3,2\n", round.noor.email);
    assert_eq!(bring(&round.ada, &text).path, READY);
    assert_eq!(round.ben.get(READY).status, 404);
    let file = bring(&round.ben, "");
    assert_eq!(file.problems(), ["Choose a file."]);
    let nul = bring(&round.ben, "application\0reviewer\n");
    assert_eq!(nul.status, 422);
    // After a day it is gone.
    round.site.pass_days(2);
    let tidied = round.site.database.write(round.site.stamp(), |tx| {
        evenhand::actions::housekeeping::tidy(tx, 24)
    });
    tidied.expect("it is tidied");
    round.ada.sign_in();
    assert_eq!(round.ada.get(READY).status, 404);
}
