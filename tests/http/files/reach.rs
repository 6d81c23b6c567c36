//! Who may read which file, and how it is handed out.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use super::{PDF, added, papers, png, story};
use crate::story::{Story, fill, screen, send};
use crate::support::{Page, Person};

/// An application in review with one file that reviewers see and one that they don't.
struct Sent {
    story: Story,
    rana: Person,
    place: String,
    paper: String,
    letter: String,
}

fn sent() -> Sent {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let paper = added(&rana, &papers(&place), "statute \"é\".pdf", PDF);
    let letters = format!("{place}/sections/need/files/letters");
    let letter = added(&rana, &letters, "threat.png", &png());
    fill(&rana, &place);
    assert_eq!(send(&rana, &place).heading(), "Your application is sent");
    screen(&story.ada, &place, &[("outcome", "eligible")]);
    Sent {
        story,
        rana,
        place,
        paper,
        letter,
    }
}

/// The address of a file for reviewers.
fn for_review(file: &str) -> String {
    file.replace("/applications/", "/reviews/")
}

fn assigned(sent: &Sent, name: &str) -> Person {
    let reviewer = sent.story.ada.invites(name, Role::Reviewer);
    let place = format!("/admin{}/assignments", sent.place);
    let page = sent.story.ada.get(&place);
    let id = page
        .form(&place, &[])
        .offered("reviewer")
        .pop()
        .expect("a reviewer is offered");
    let done = sent.story.ada.submit(&page, &place, &[("reviewer", &id)]);
    assert_eq!(done.status, 200);
    reviewer
}

fn safe(page: &Page) {
    assert_eq!(page.status, 200);
    let header = |name| page.header(name).unwrap_or_default();
    assert!(header("content-disposition").starts_with("attachment; filename=\""));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(
        header("content-security-policy"),
        "default-src 'none'; sandbox"
    );
    assert_eq!(header("cache-control"), "no-store");
}

#[test]
fn a_file_is_always_handed_out_to_be_saved() {
    let sent = sent();
    for (file, kind) in [
        (&sent.paper, "application/pdf"),
        (&sent.letter, "image/png"),
    ] {
        let own = sent.rana.get(file);
        safe(&own);
        assert_eq!(own.header("content-type"), Some(kind));
        let staff = sent
            .story
            .ada
            .post_with_token(&format!("/admin{file}"), &[]);
        safe(&staff);
        assert_eq!(staff.body, own.body);
    }
    let name =
        "attachment; filename=\"statute ___.pdf\"; filename*=UTF-8''statute%20%22%C3%A9%22.pdf";
    let own = sent.rana.get(&sent.paper);
    assert_eq!(own.header("content-disposition"), Some(name));
    assert_eq!(own.body, PDF);
}

#[test]
fn nobody_else_finds_a_file() {
    let sent = sent();
    let (omar, other) = sent.story.draft("Omar Saleh", "Salt House");
    let stranger = sent.story.ada.invites("Dan Levy", Role::Reviewer);
    for file in [&sent.paper, &sent.letter] {
        let moved = file.replace(&sent.place, &other);
        for path in [file, &moved, &format!("{file}/removal")] {
            assert_eq!(omar.get(path).status, 404, "{path}");
            assert_eq!(omar.ask("HEAD", path, &[], None).status, 404, "{path}");
            let part = [("range", "bytes=0-9")];
            assert_eq!(omar.ask("GET", path, &part, None).status, 404, "{path}");
        }
        assert_eq!(
            omar.post_with_token(&format!("{file}/removal"), &[]).status,
            404
        );
        assert_eq!(stranger.post_with_token(&for_review(file), &[]).status, 404);
        let anonymous = sent.story.site.visitor().get_once(file);
        assert_eq!(anonymous.location(), format!("/sign-in?return_to={file}"));
        assert_eq!(
            sent.rana
                .post_with_token(&format!("/admin{file}"), &[])
                .status,
            403
        );
    }
}

#[test]
fn a_draft_is_for_its_organisation_alone() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file = added(&rana, &papers(&place), "a.pdf", PDF);
    assert_eq!(
        story
            .ada
            .post_with_token(&format!("/admin{file}"), &[])
            .status,
        404
    );
}

#[test]
fn a_reviewer_reads_what_reviewers_see_once_they_declared() {
    let sent = sent();
    let noor = assigned(&sent, "Noor Khalil");
    let (paper, letter) = (for_review(&sent.paper), for_review(&sent.letter));
    assert_eq!(noor.post_with_token(&paper, &[]).status, 404);
    let declaration = format!("{}/declaration", for_review(&sent.place));
    noor.submit(&noor.get(&declaration), &declaration, &[("kind", "none")]);
    let desk = noor.get(&for_review(&sent.place));
    assert_eq!(desk.texts(".files button"), ["statute \"é\".pdf"]);
    assert!(!desk.text().contains("threat.png"));
    safe(&noor.submit_once(&desk, &paper, &[]));
    assert_eq!(noor.post_with_token(&letter, &[]).status, 404);
    let events = sent
        .story
        .site
        .read(|reader| latest_events(reader, None, 1));
    assert_eq!(events[0].action, "download_file");
    assert!(
        !events[0].after_state.contains("statute"),
        "names are not logged"
    );
}
