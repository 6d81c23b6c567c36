//! Messages both ways.

use evenhand::domain::ApplicationId;
use evenhand::domain::account::{Email, Role};
use evenhand::store::{StoreError, account, notice};

use crate::story::Story;
use crate::support::{Page, Person};

fn write(person: &Person, place: &str, body: &str) -> Page {
    let place = format!("{place}/thread");
    person.submit(&person.get(&place), &place, &[("body", body)])
}

#[test]
fn messages_go_both_ways_and_letters_hold_none_of_them() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let empty = write(&rana, &place, "  ");
    assert_eq!(
        (empty.status, &*empty.error("body")),
        (422, "Fill this in.")
    );
    let sent = write(&rana, &place, "When do you meet?");
    assert_eq!(sent.notice(), "The message is sent.");
    assert_eq!(sent.texts(".thread-message .answer"), ["When do you meet?"]);
    let letter = story.ada.letter();
    assert_eq!(letter.subject, "There is a message for you");
    assert!(!letter.body.contains("meet"));
    assert_eq!(story.ada.link_in_letter(), format!("/admin{place}/thread"));

    let list = story.ada.get("/admin/threads");
    assert_eq!(
        list.column("Messages that wait for an answer", 1),
        ["One message"]
    );
    story.site.pass_minutes(1);
    let answered = write(&story.ada, &format!("/admin{place}"), "On Monday.");
    assert_eq!(
        answered.texts(".thread-head strong"),
        ["Rana Haddad", "Ada Levi"]
    );
    let list = story.ada.get("/admin/threads");
    assert_eq!(list.the(".empty h2"), "No message waits for an answer");

    let status = rana.get(&place);
    assert_eq!(status.the("#messages .badge"), "One new message");
    let thread = rana.get(&format!("{place}/thread"));
    assert_eq!(
        thread.texts(".thread-head strong"),
        ["Rana Haddad", "The programme team"]
    );
    assert_eq!(thread.texts(".thread .badge"), ["New"]);
    assert!(!thread.text().contains("Ada Levi"));
    let read = rana.submit(&thread, &format!("{place}/thread/reading"), &[]);
    assert_eq!(read.texts(".thread .badge"), [""; 0]);
    assert!(!rana.get(&place).has("#messages .badge"));
}

#[test]
fn a_second_press_posts_nothing() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let action = format!("{place}/thread");
    let form = rana.get(&action);
    for _ in 0..2 {
        let done = rana.submit(&form, &action, &[("body", "Once.")]);
        assert_eq!(done.texts(".thread-message .answer"), ["Once."]);
    }
    let letters = story.site.letters_to(&story.ada.email);
    let told = letters
        .iter()
        .filter(|l| l.subject == "There is a message for you");
    assert_eq!(told.count(), 1);
}

#[test]
fn what_needs_no_answer_is_set_aside_and_auditors_only_read() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    write(&rana, &place, "Thank you.");
    let dossier = story.ada.get(&format!("/admin{place}"));
    assert_eq!(dossier.texts("#dialogue .badge"), ["One waits for you"]);
    let omar = story.ada.invites("Omar Said", Role::Auditor);
    let thread = format!("/admin{place}/thread");
    let read = omar.get(&thread);
    assert_eq!(read.texts(".thread .answer"), ["Thank you."]);
    assert!(!read.has("main form"));
    let settling = format!("{thread}/settling");
    let aside = story.ada.submit(&story.ada.get(&thread), &settling, &[]);
    assert_eq!(aside.notice(), "Set aside: no answer is needed.");
    assert!(story.ada.get("/admin/threads").has(".empty"));
}

#[test]
fn who_has_a_conflict_hears_nothing_of_it() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    write(&rana, &place, "When do you meet?");
    // Rana comes to work for the programme, too.
    let email = Email::parse(&rana.email).expect("an address");
    let id = ApplicationId::parse(place.rsplit('/').next().expect("an id")).expect("an id");
    let granted = story.site.database.write(story.site.stamp(), |tx| {
        let rana = account::by_email(tx, &email)?.expect("an account").id;
        account::grant(tx, rana, Role::Admin)
    });
    granted.unwrap_or_else(|problem: StoreError| panic!("{problem}"));
    let thread = format!("/admin{place}/thread");
    for path in [&thread, &format!("/admin{place}/clarifications")] {
        assert_eq!(rana.get(path).status, 404, "{path}");
    }
    let posted = rana.post_with_token(&thread, &[("body", "x")]);
    assert_eq!(posted.status, 404);
    assert!(rana.get("/admin/threads").has(".empty"));
    assert!(!story.ada.get("/admin/threads").has(".empty"));
    let told = story.site.read(|reader| notice::staff(reader, id));
    let told: Vec<_> = told.into_iter().map(|one| one.email).collect();
    assert_eq!(told, std::slice::from_ref(&story.ada.email));
}

#[test]
fn a_draft_has_no_thread_yet() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let page = rana.get(&format!("{place}/thread"));
    assert!(!page.has("main form"));
    let refused = rana.post_with_token(&page.path, &[("body", "x")]);
    assert_eq!(refused.status, 409);
}
