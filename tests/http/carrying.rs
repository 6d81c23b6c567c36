//! Answers that need not be typed again.

use crate::story::{Story, fill, make_round, open_round, save, send};

/// A second round, opened while the first one runs.
fn second_round(story: &Story) {
    make_round(
        &story.ada,
        &[("slug", "summer"), ("title_en", "Summer round")],
    );
    open_round(&story.ada, "summer");
}

#[test]
fn answers_are_copied_from_an_earlier_application_and_wait_for_a_look() {
    let story = Story::new();
    second_round(&story);
    let (rana, earlier) = story.draft("Rana Haddad", "Olive Press");
    let page = rana.get(&earlier);
    assert!(
        !page
            .links()
            .iter()
            .any(|(words, _)| words.starts_with("Copy"))
    );
    fill(&rana, &earlier);
    send(&rana, &earlier);
    let round = rana.get("/rounds/summer/applications");
    let draft = rana.submit(&round, "/rounds/summer/applications", &[]);
    let place = draft.path.clone();
    save(
        &rana,
        &place,
        "need",
        &[("situation", "Already written here.")],
    );
    let choose = rana.click(
        &rana.get(&place),
        "Copy answers from an earlier application",
    );
    let copy = format!("{place}/copy");
    let id = earlier.rsplit('/').next().expect("an id");
    let shown = rana.submit(&choose, "form[method=get]", &[("from", id)]);
    let coming = shown.texts("main li");
    assert_eq!(coming[0], "Your request: 7 answers");
    assert!(!coming.iter().any(|line| line.starts_with("The need")));
    assert_eq!(
        shown.texts("main p.soft"),
        ["4 earlier answers find no place in this form and stay where they are."]
    );
    let copied = rana.submit(&shown, "form[method=post][action$='/copy']", &[]);
    assert_eq!(
        copied.notice(),
        "The answers are copied. Check the marked sections."
    );
    assert_eq!(copied.texts(".task .badge")[..2], ["To check", "Complete"]);
    let request = rana.get(&format!("{place}/sections/request"));
    assert_eq!(request.value("title"), "Legal help for our field team");
    assert_eq!(
        request.notice(),
        "These answers came along from before. Read them, change what is no longer right, and save: that confirms them."
    );
    let need = rana.get(&format!("{place}/sections/need"));
    assert_eq!(need.value("situation"), "Already written here.");
    // Until they are looked at, they are not sent.
    let check = rana.get(&format!("{place}/check"));
    assert!(check.text().contains(
        "Your request: Check the answers that came along from before, and save the section."
    ));
    save(&rana, &place, "request", &[]);
    assert_eq!(rana.get(&place).texts(".task .badge")[0], "Complete");
    // Copying twice copies nothing.
    let again = rana.post_with_token(&copy, &[("from", id)]);
    assert_eq!(again.status, 409);
}

#[test]
fn nothing_is_copied_from_somebody_else() {
    let story = Story::new();
    second_round(&story);
    let (_, theirs) = story.sent("Omar Said", "Salt House");
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let id = theirs.rsplit('/').next().expect("an id");
    let looked = rana.get(&format!("{place}/copy?from={id}"));
    assert_eq!(looked.texts("main li"), [""; 0]);
    let copied = rana.post_with_token(&format!("{place}/copy"), &[("from", id)]);
    assert_eq!((copied.status, &*copied.heading()), (404, "Page not found"));
}
