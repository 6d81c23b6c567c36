//! The form that is filled in without a connection and brought back.

use evenhand::exchange::offline_form::{BEGIN, OfflineAnswers};

use crate::story::Story;
use crate::support::{Page, Person};

/// The answers that a downloaded file keeps.
fn kept(file: &Page) -> OfflineAnswers {
    OfflineAnswers::read(file.source()).expect("the file is an offline form")
}

/// The file with other answers in it, as its script saves it.
fn filled(file: &Page, section: &str, fields: &[(&str, &str)]) -> String {
    let mut answers = kept(file);
    for own in &mut answers.sections {
        if own.code == section {
            let fields = fields.iter();
            own.fields = fields
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
                .collect();
        }
    }
    let (head, rest) = file.source().split_once(BEGIN).expect("the mark");
    let (_, tail) = rest.split_once("</script>").expect("its end");
    format!("{head}{BEGIN}{}</script>{tail}", answers.sealed())
}

/// Chooses a file on the page and presses the button.
fn bring(person: &Person, place: &str, file: &str) -> Page {
    let token = person.csrf();
    let part = |name: &str, extra: &str, text: &str| {
        format!("--xx\r\ncontent-disposition: form-data; name=\"{name}\"{extra}\r\n\r\n{text}\r\n")
    };
    let csrf = part("csrf", "", &token);
    let named = "; filename=\"a.html\"\r\ncontent-type: text/html";
    let body = format!("{csrf}{}--xx--\r\n", part("file", named, file));
    let kind = [("content-type", "multipart/form-data; boundary=xx")];
    person.ask(
        "POST",
        &format!("{place}/offline"),
        &kind,
        Some(body.as_bytes()),
    )
}

fn states(page: &Page) -> Vec<String> {
    page.texts("main .panel h2")
}

#[test]
fn the_file_needs_nothing_and_comes_back_with_answers() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file = rana.get(&format!("{place}/offline/form"));
    assert!(
        file.header("content-disposition")
            .is_some_and(|told| told.starts_with("attachment; filename=\"EH-"))
    );
    // Nothing in it is fetched, and it tells nobody's name.
    for foreign in [
        "src=",
        "href=",
        "http:",
        "https:",
        "Olive Press",
        "Rana Haddad",
    ] {
        let found = file.source().matches(foreign).count();
        assert_eq!(found, 0, "{foreign}");
    }
    // Nothing inside ends the script early: there are the answers and the program.
    assert_eq!(file.source().matches("</script>").count(), 2);
    let typed = [
        ("situation", "كتبنا هذا بلا خط.\nثم عاد."),
        ("without_grant", "</script><b>&"),
        ("results", " "),
    ];
    let brought = bring(&rana, &place, &filled(&file, "need", &typed));
    assert_eq!(
        (brought.status, states(&brought)),
        (200, vec!["The need Saved".to_owned()])
    );
    let need = rana.get(&format!("{place}/sections/need"));
    assert_eq!(need.value("situation"), "كتبنا هذا بلا خط.\nثم عاد.");
    assert_eq!(need.value("without_grant"), "</script><b>&");
    // The same file once more changes nothing.
    let again = bring(&rana, &place, &filled(&file, "need", &typed));
    assert_eq!(states(&again), ["The need Saved"]);
}

#[test]
fn every_value_is_checked_and_what_is_wrong_is_shown_as_typed() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file = rana.get(&format!("{place}/offline/form"));
    let typed = [
        ("title", "Legal help"),
        ("start", "next spring"),
        ("months", "6"),
    ];
    let brought = bring(&rana, &place, &filled(&file, "request", &typed));
    assert_eq!(states(&brought), ["Your request Needs a look"]);
    let told = brought.texts("main .panel li");
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("Enter a date such as"), "{}", told[0]);
    let section = format!("{place}/sections/request");
    assert_eq!(rana.get(&section).value("title"), "Legal help");
    let shown = rana.submit(&brought, &section, &[]);
    assert_eq!((shown.status, &*shown.value("start")), (422, "next spring"));
}

#[test]
fn what_somebody_saved_meanwhile_is_compared() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file = rana.get(&format!("{place}/offline/form"));
    let section = format!("{place}/sections/need");
    rana.submit(&rana.get(&section), &section, &[("situation", "On line.")]);
    let typed = [("situation", "Without a line.")];
    let brought = bring(&rana, &place, &filled(&file, "need", &typed));
    assert_eq!(states(&brought), ["The need Saved elsewhere meanwhile"]);
    let clash = rana.submit(&brought, &section, &[]);
    assert_eq!(clash.status, 409);
    assert_eq!(clash.value("situation"), "Without a line.");
    assert_eq!(clash.texts(".theirs-text"), ["On line."]);
    // Taken along with what is saved, it is no clash.
    let file = rana.get(&format!("{place}/offline/form?with=saved"));
    assert!(file.source().contains("On line."));
    let brought = bring(&rana, &place, &filled(&file, "need", &typed));
    assert_eq!(states(&brought), ["The need Saved"]);
    assert_eq!(rana.get(&section).value("situation"), "Without a line.");
}

#[test]
fn other_files_are_refused_with_a_reason() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let (omar, other) = story.draft("Omar Said", "Salt House");
    let file = rana.get(&format!("{place}/offline/form"));
    let whole = filled(&file, "need", &[("situation", "Ours.")]);
    let empty = filled(&file, "need", &[]);
    for (text, reason) in [
        ("", "Choose the file that the form saved."),
        (
            "<!doctype html><p>no",
            "This is no offline form with answers. Choose the file that the form saved.",
        ),
        (&empty, "Nothing is filled in in this file."),
    ] {
        let refused = bring(&rana, &place, text);
        assert_eq!((refused.status, &*refused.error("file")), (422, reason));
    }
    let strange = bring(&omar, &other, &whole);
    assert_eq!(
        strange.error("file"),
        "This file belongs to another application. Its name is the reference of the one it belongs to."
    );
    let stolen = bring(&omar, &place, &whole);
    assert_eq!((stolen.status, &*stolen.heading()), (404, "Page not found"));
    assert_eq!(omar.get(&format!("{place}/offline/form")).status, 404);
}
