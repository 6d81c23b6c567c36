//! Previews, versions, the rounds that use them, and files.

use super::{FORM, add, change, publish};
use crate::story::{Story, make_round};

const ROUND_FORM: &str = "/admin/rounds/winter/form";

#[test]
fn applications_keep_the_version_they_were_begun_on() {
    let story = Story::new();
    let (rana, begun) = story.draft("Rana Haddad", "Olive Press Centre");
    let extra = [
        ("label_en", "Anything else?"),
        ("kind", "short_text"),
        ("most", "90"),
    ];
    add(&story.ada, "request", &extra);
    let page = story.ada.get(&format!("{FORM}/publication"));
    let row = page.table("What changes");
    assert_eq!(row[0][..2], ["Added", "question"]);
    assert_eq!(row[0][2], "Anything else? request.anything_else");
    let done = publish(&story.ada, &["winter"]);
    assert_eq!(done.notice(), "Published.");
    assert_eq!(done.the(".page-head-row .badge"), "Published as version 2");

    let asks = |person: &crate::support::Person, place: &str| {
        person
            .get(&format!("{place}/sections/request"))
            .text()
            .contains("Anything else?")
    };
    assert!(!asks(&rana, &begun), "begun on version 1");
    let (omar, later) = story.draft("Omar Said", "Field School");
    assert!(asks(&omar, &later));
    let public = story.site.visitor().get("/rounds/winter");
    assert!(public.text().contains("Anything else?"));

    // Nothing was sent: the round may go back.
    let form = story.ada.get(ROUND_FORM);
    assert!(
        form.text().contains("The form of this round: Version 2."),
        "{}",
        form.text()
    );
    let chosen = story.ada.submit(&form, ROUND_FORM, &[("version", "1")]);
    assert!(chosen.text().contains("The form of this round: Version 1."));
    assert!(asks(&omar, &later), "it keeps its own");
}

#[test]
fn a_round_in_which_was_sent_keeps_its_version() {
    let story = Story::new();
    let form = story.ada.get(ROUND_FORM);
    story.sent("Rana Haddad", "Olive Press Centre");
    change(
        &story.ada,
        "request.title",
        &[("label_en", "In a few words")],
    );
    let page = story.ada.get(&format!("{FORM}/publication"));
    assert!(!page.has("[name='rounds']"));
    assert!(page.text().contains("Somebody has sent an application"));
    publish(&story.ada, &[]);
    let page = story.ada.get(ROUND_FORM);
    assert!(!page.has("[name='version']"));
    // From a page that was open before, it is refused as well.
    let csrf = form.value_of_hidden("csrf");
    let pairs = [("csrf", csrf.as_str()), ("version", "2")];
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let refused = story.ada.post(ROUND_FORM, &pairs);
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Somebody has sent an application"));
    make_round(&story.ada, &[("slug", "spring")]);
    let spring = story.ada.get("/admin/rounds/spring/form");
    assert!(
        spring.text().contains("The form of this round: Version 2."),
        "new rounds take the latest"
    );
}

#[test]
fn only_what_was_seen_is_published() {
    let story = Story::new();
    change(
        &story.ada,
        "request.title",
        &[("label_en", "In a few words")],
    );
    let place = format!("{FORM}/publication");
    let seen = story.ada.get(&place);
    change(&story.ada, "request.title", &[("label_en", "In short")]);
    let refused = story.ada.submit(&seen, &place, &[]);
    assert_eq!(refused.status, 409);
    assert_eq!(story.ada.get(FORM).texts(".form-version h3"), ["Version 1"]);
    let reset = story.ada.get(&format!("{FORM}/reset"));
    let reset = story.ada.submit(&reset, "main form", &[]);
    assert_eq!(reset.notice(), "The draft was given up.");
    let page = story.ada.get(&place);
    assert_eq!(page.the(".empty h2"), "Nothing to publish");
}

#[test]
fn a_preview_shows_every_section_and_can_save_nothing() {
    let story = Story::new();
    let page = story.ada.get(&format!("{FORM}/preview?language=ar"));
    assert_eq!(page.attributes(".form-preview", "dir"), ["rtl"]);
    assert!(!page.has("main form"));
    let titles = page.texts(".form-preview h2");
    assert!(titles.contains(&"المنحة المطلوبة".to_owned()), "{titles:?}");
    assert!(page.has(".form-preview input#f-title"));
    let missing = story.ada.get(&format!("{FORM}/preview?version=7"));
    assert_eq!(missing.status, 404);
}

#[test]
fn a_form_goes_out_as_a_file_and_comes_back() {
    let story = Story::new();
    let file = story.ada.get_once(&format!("{FORM}/file?version=1"));
    let name = file.header("content-disposition").unwrap_or("");
    assert!(name.starts_with("attachment; filename=\"form-"), "{name}");
    assert!(name.ends_with("-v1.toml\""), "{name}");
    let text = file.source().to_owned();
    let place = format!("{FORM}/import");
    let import = |text: &str| {
        let form = story.ada.get(&place);
        story.ada.submit(&form, &place, &[("text", text)])
    };
    assert_eq!(import(&text).the(".empty h2"), "Nothing would change");

    let other = text.replacen("code = \"summary\"", "code = \"title\"", 1);
    let line = other.lines().collect::<Vec<_>>();
    let titles = line
        .iter()
        .enumerate()
        .filter(|(_, l)| l.trim() == "code = \"title\"");
    let second = titles.map(|(at, _)| at + 1).nth(1).unwrap();
    let refused = import(&other);
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.error("text"),
        format!("Line {second}: This code is used twice.")
    );
    let unknown = text.replacen("kind = \"short_text\"", "kind = \"poem\"", 1);
    let refused = import(&unknown);
    assert!(
        refused
            .error("text")
            .contains("“poem” is no kind of question."),
        "{}",
        refused.error("text")
    );

    let both = import(&other.replacen("kind = \"short_text\"", "kind = \"poem\"", 1));
    let told = both.the(".problems");
    assert!(told.contains("used twice"), "{told}");
    assert!(told.contains("“poem” is no kind"), "{told}");

    let new = text.replacen("required = true", "required = false", 1);
    let seen = import(&new);
    assert_eq!(seen.the("main h2"), "One part of the draft would change");
    assert_eq!(
        story.ada.get(FORM).the(".page-head-row .badge"),
        "Published as version 1"
    );
    let done = story.ada.submit(&seen, &place, &[("use", "yes")]);
    assert!(done.notice().starts_with("The file is the draft now."));
    let again = story.ada.submit(&seen, &place, &[("use", "yes")]);
    assert_eq!(again.status, 409, "the draft is another one by now");
}
