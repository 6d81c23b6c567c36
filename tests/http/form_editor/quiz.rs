//! The eligibility quiz: written by admins, answered by anybody.

use super::{FORM, add, publish};
use crate::story::Story;

const QUIZ: &str = "/rounds/winter/eligibility";

#[test]
fn the_quiz_tells_why_not_and_what_instead_and_keeps_nothing() {
    let story = Story::new();
    // Only this question, whatever the default form asks.
    let form = story.ada.get(FORM);
    for removal in form.attributes("#quiz a[href$='/removal']", "href") {
        story.ada.submit(&story.ada.get(&removal), &removal, &[]);
    }
    let fields = [
        ("label_en", "Do you work on the ground?"),
        ("option.0.label_en", "Yes"),
        ("option.1.label_en", "No, we make grants"),
        (
            "option.1.refusal_en",
            "We fund work on the ground. The council lists <b>others</b>.",
        ),
    ];
    add(&story.ada, "quiz", &fields);
    publish(&story.ada, &["winter"]);

    let noor = story.site.visitor();
    let front = noor.get("/");
    assert!(front.links().iter().any(|(_, to)| to == QUIZ));
    assert!(
        noor.get("/rounds/winter")
            .links()
            .iter()
            .any(|(_, to)| to == QUIZ)
    );
    let quiz = noor.get(QUIZ);
    let before = story
        .site
        .read(|reader| evenhand::store::latest_events(reader, None, 1));
    let missing = noor.submit(&quiz, QUIZ, &[]);
    assert_eq!(missing.status, 422);
    assert_eq!(
        missing.error("quiz.do_you_work_on_the_ground"),
        "Choose one of the options."
    );
    assert_eq!(
        missing.problems(),
        ["Do you work on the ground? Choose one of the options."]
    );
    let name = "quiz.do_you_work_on_the_ground";
    let no = noor.submit(&quiz, QUIZ, &[(name, "no_we_make_grants")]);
    assert_eq!(no.path, QUIZ, "answers stay out of addresses");
    assert_eq!(
        no.the("#verdict h2"),
        "This programme is probably not the right one"
    );
    assert!(
        no.the(".quiz-refusal")
            .contains("The council lists <b>others</b>.")
    );
    assert_eq!(no.header("cache-control"), Some("no-store"));
    let yes = noor.submit(&no, QUIZ, &[(name, "yes")]);
    assert_eq!(yes.the("#verdict h2"), "You can apply");
    assert_eq!(
        yes.link("Start an application"),
        "/sign-in?return_to=/rounds/winter/applications"
    );
    let after = story
        .site
        .read(|reader| evenhand::store::latest_events(reader, None, 1));
    assert_eq!(before.first().map(|e| e.seq), after.first().map(|e| e.seq));
}

#[test]
fn a_round_without_a_quiz_has_no_page_for_it() {
    let story = Story::new();
    let form = story.ada.get(FORM);
    for removal in form.attributes("#quiz a[href$='/removal']", "href") {
        story.ada.submit(&story.ada.get(&removal), &removal, &[]);
    }
    if form.has("#quiz a[href$='/removal']") {
        publish(&story.ada, &["winter"]);
    }
    let noor = story.site.visitor();
    assert_eq!(noor.get(QUIZ).status, 404);
    assert!(!noor.get("/").links().iter().any(|(_, to)| to == QUIZ));
    assert_eq!(noor.get("/rounds/nowhere/eligibility").status, 404);
}
