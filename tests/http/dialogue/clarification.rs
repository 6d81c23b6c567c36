//! A question, its answer, and what stays shut.

use super::{ASK, answer, ask, send};
use crate::story::{Story, make_organisation, save};

const SITUATION: &str = "The office was raided twice.";

#[test]
fn a_question_goes_out_and_its_answer_makes_a_version() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let asked = ask(&story.ada, &place, &ASK);
    assert_eq!(
        asked.notice(),
        "The question is asked, and the organisation has mail."
    );
    assert_eq!(asked.texts(".panel .badge"), ["Waits for an answer"]);
    assert_eq!(rana.letter().subject, "You are asked a question");
    assert_eq!(rana.link_in_letter(), format!("{place}/clarification"));
    assert!(!rana.letter().body.contains("rent"));

    let home = rana.get("/applications");
    assert!(home.the(".round-cards").contains("Please answer by"));
    let status = rana.get(&place);
    assert_eq!(status.the(".page-head .badge"), "In review");
    assert_eq!(status.the("#asked .answer"), "Who pays the rent?");
    let page = rana.click(&status, "Read and answer");
    assert_eq!(page.texts(".task-title"), ["The need"]);
    assert!(!page.text().contains("Ada Levi"));

    let back = save(&rana, &place, "need", &[("situation", SITUATION)]);
    assert_eq!(back.path, format!("{place}/clarification"));
    let dossier = format!("/admin{place}");
    assert!(!story.ada.get(&dossier).text().contains(SITUATION));
    assert!(
        !rana
            .get(&format!("{place}/answers"))
            .text()
            .contains(SITUATION)
    );

    let wordless = answer(&rana, &place, "");
    assert_eq!(
        wordless.texts(".panel li"),
        ["Your answer in words is still missing"]
    );
    let check = answer(&rana, &place, "The owner waived it.");
    assert!(check.text().contains(SITUATION));
    assert!(check.text().contains("You changed: The need"));
    let sent = send(&rana, &place);
    assert_eq!(sent.notice(), "Your answer is sent. Thank you.");
    assert_eq!(rana.letter().subject, "We have received your answer");
    assert_eq!(story.ada.letter().subject, "A question was answered");

    let list = story.ada.get(&format!("{dossier}/clarifications"));
    assert_eq!(list.texts(".panel .badge"), ["Answered", "Changed"]);
    assert!(list.text().contains("The owner waived it."));
    assert!(list.text().contains("See what changed in version 2"));
    assert!(story.ada.get(&dossier).text().contains(SITUATION));
    let status = rana.get(&place);
    assert_eq!(
        status.texts(".moment-done .moment-title"),
        [
            "Started",
            "Sent",
            "Sent again, with changes",
            "Checked for eligibility",
            "You were asked a question"
        ]
    );
    assert_eq!(status.the(".page-head .badge"), "In review");
    // A second press finds it sent.
    let again = rana.post_with_token(&format!("{place}/clarification/submission"), &[]);
    assert_eq!(again.location(), format!("{place}/clarification"));
}

#[test]
fn other_sections_stay_shut_and_say_so() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let shut = format!("{place}/sections/request");
    ask(&story.ada, &place, &ASK);
    assert_eq!(rana.get(&shut).path, place);
    let typed = [
        ("title", "Another title"),
        ("version", "1"),
        ("asked", "title"),
    ];
    let refused = rana.post_with_token(&shut, &typed);
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("This section isn’t open"));
    assert_eq!(refused.value("title"), "Another title");
    // What is drafted while it is open is not sent with a later question.
    save(&rana, &place, "need", &[("situation", SITUATION)]);
    let list = story.ada.get(&format!("/admin{place}/clarifications"));
    let end = story.ada.click(&list, "End this question");
    let ended = story.ada.submit(&end, &end.path, &[]);
    assert_eq!(ended.notice(), "The question is ended.");
    assert_eq!(rana.letter().subject, "A question was ended");
    let words = [ASK[0], ASK[1], ("words_only", "yes")];
    ask(&story.ada, &place, &words);
    let check = answer(&rana, &place, "Only words.");
    assert!(!check.text().contains(SITUATION));
    send(&rana, &place);
    let dossier = story.ada.get(&format!("/admin{place}"));
    assert!(!dossier.text().contains(SITUATION));
    let list = story.ada.get(&format!("/admin{place}/clarifications"));
    assert!(!list.text().contains("version 2"), "only words came");
}

#[test]
fn a_late_answer_is_refused_with_everything_kept_and_can_be_given_time() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    ask(&story.ada, &place, &ASK);
    let form = rana.get(&format!("{place}/clarification"));
    let section = rana.get(&format!("{place}/sections/need"));
    answer(&rana, &place, "Half an answer.");
    let check = rana.get(&format!("{place}/clarification/check"));
    story.site.pass_minutes(24 * 60 + 1);
    rana.sign_in();
    let late = rana.submit(&check, &format!("{place}/clarification/submission"), &[]);
    assert_eq!(late.status, 403, "the token is of the session that ended");
    let action = format!("{place}/clarification");
    let late = rana.post_with_token(&format!("{action}/submission"), &[]);
    assert_eq!(late.status, 409);
    assert!(late.text().contains("The due date has passed."));
    assert!(late.text().contains("Everything that you wrote is kept."));
    let typed = [
        ("answer", "A whole answer."),
        ("version", "1"),
        ("then", "check"),
    ];
    let late = rana.post_with_token(&action, &typed);
    assert_eq!(
        (late.status, &*late.value("answer")),
        (409, "A whole answer.")
    );
    let typed = [
        ("situation", SITUATION),
        ("version", "1"),
        ("asked", "situation"),
    ];
    let late = rana.post_with_token(&section.path, &typed);
    assert_eq!((late.status, &*late.value("situation")), (409, SITUATION));
    let overdue = rana.get(&form.path);
    assert!(overdue.notice().starts_with("The due date has passed"));
    assert_eq!(overdue.value("answer"), "Half an answer.");

    story.ada.sign_in();
    let list = story.ada.get(&format!("/admin{place}/clarifications"));
    assert_eq!(list.the(".panel .badge"), "Overdue");
    let due = list.forms("main form")[0].action.clone();
    let past = story
        .ada
        .submit(&list, &due, &[("due_at", "2026-11-03 08:00")]);
    assert_eq!(past.status, 422);
    assert_eq!(past.error("due_at"), "Give a date and time that lie ahead.");
    let moved = story
        .ada
        .submit(&past, &due, &[("due_at", "2026-11-05 08:00")]);
    assert_eq!(
        moved.notice(),
        "The due date is moved, and the organisation has mail."
    );
    assert_eq!(rana.letter().subject, "A due date was moved");
    assert_eq!(
        send(&rana, &place).notice(),
        "Your answer is sent. Thank you."
    );
}

#[test]
fn a_question_opens_sections_or_needs_words_only() {
    let story = Story::new();
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    let nothing = ask(&story.ada, &place, &[]);
    assert_eq!(nothing.status, 422);
    assert_eq!(
        nothing.problems(),
        [
            "Fill this in.",
            "Enter a date and time such as 2026-12-01 17:00.",
            "Choose the sections to open, or say that words are enough."
        ]
    );
    let both = ask(
        &story.ada,
        &place,
        &[ASK[0], ASK[1], ASK[2], ("words_only", "yes")],
    );
    assert_eq!(
        both.error("section"),
        "Either open sections, or say that words are enough."
    );
    assert_eq!(both.value("question"), "Who pays the rent?");
    ask(&story.ada, &place, &ASK);
    // A second press is the same question; another one has to wait.
    let form = format!("/admin{place}/clarifications");
    let again = story.ada.post_with_token(&form, &ASK);
    assert_eq!(again.location(), form);
    let other = [("question", "What else?"), ASK[1], ASK[2]];
    assert_eq!(story.ada.post_with_token(&form, &other).status, 409);
    assert_eq!(story.ada.get(&format!("{form}/new")).status, 409);
}

#[test]
fn two_colleagues_see_each_others_words() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    ask(&story.ada, &place, &ASK);
    let action = format!("{place}/clarification");
    let (one, other) = (rana.get(&action), rana.get(&action));
    rana.submit(&one, &action, &[("answer", "The owner."), ("then", "stay")]);
    let clash = rana.submit(
        &other,
        &action,
        &[("answer", "The bank."), ("then", "stay")],
    );
    assert_eq!((clash.status, &*clash.value("answer")), (409, "The bank."));
    assert_eq!(clash.the(".theirs .answer"), "The owner.");
    let kept = rana.submit(&clash, &action, &[("then", "stay")]);
    assert_eq!(kept.value("answer"), "The bank.");
}

#[test]
fn another_organisation_finds_nothing_and_nobody_is_asked_before_sending() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    ask(&story.ada, &place, &ASK);
    let sami = story.site.applicant("Sami Odeh");
    make_organisation(&sami, "Far Garden");
    for part in ["clarification", "clarification/check", "thread"] {
        let path = format!("{place}/{part}");
        assert_eq!(sami.get(&path).status, 404, "{path}");
    }
    for part in [
        "clarification",
        "clarification/submission",
        "thread",
        "thread/reading",
    ] {
        let path = format!("{place}/{part}");
        assert_eq!(sami.post_with_token(&path, &[]).status, 404, "{path}");
    }
    let (dina, draft) = story.draft("Dina Cohen", "Sea Wind");
    assert_eq!(dina.get(&format!("{draft}/clarification")).status, 404);
    let new = format!("/admin{draft}/clarifications/new");
    assert_eq!(story.ada.get(&new).status, 404);
    assert_eq!(rana.get(&place).status, 200);
}
