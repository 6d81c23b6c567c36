//! A named officer certifies the answers as they stand.

use super::{DENIED, colleague, is};
use crate::story::{CERTIFIED, Story, fill, save, send};

const NOW: &str = "The text hasn’t changed since.";

fn plain(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

#[test]
fn an_owner_alone_certifies_and_sends_in_one_press() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let check = rana.get(&format!("{place}/check"));
    assert_eq!(check.value("certifier_name"), "Rana Haddad");
    let submission = format!("{place}/submission");
    let refused = rana.submit(&check, &submission, &[("certifier_role", "Director")]);
    assert_eq!(refused.status, 422);
    let tick = "Tick the statement to certify the answers.";
    assert_eq!(refused.problems(), [tick]);
    assert_eq!(refused.value("certifier_role"), "Director");
    assert_eq!(rana.get(&format!("{place}/receipt")).status, 404);
    let receipt = rana.submit(&refused, &submission, &CERTIFIED);
    assert_eq!(receipt.heading(), "Your application is sent");
    let by = "Rana Haddad, Director, on 2 November 2026";
    let facts = receipt.texts(".facts dd");
    assert!(
        facts.iter().any(|fact| plain(fact).starts_with(by)),
        "{facts:?}"
    );
    let dossier = story.ada.get(&format!("/admin{place}"));
    assert!(plain(&dossier.text()).contains(by));
}

#[test]
fn a_changed_text_must_be_certified_again() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let check = format!("{place}/check");
    let certification = format!("{place}/certification");
    let mut typed: Vec<(String, String)> = vec![("csrf".to_owned(), rana.csrf())];
    typed.extend(CERTIFIED.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(rana.post(&certification, &typed).status, 303);
    let certified = rana.get(&check);
    assert!(plain(&certified.the(".panel-strong .notice")).ends_with(NOW));
    assert!(
        !certified.has("[name='certifier_name']"),
        "nothing more to type"
    );
    save(
        &rana,
        &place,
        "need",
        &[("situation", "The office was raided twice.")],
    );
    let changed = rana.get(&check);
    let told = plain(&changed.the(".panel-strong .notice"));
    assert!(told.ends_with("so it must be certified again."), "{told}");
    assert_eq!(changed.value("certifier_role"), "Director", "as last time");
    let unsaid = rana.post_with_token(&format!("{place}/submission"), &[]);
    assert_eq!(unsaid.status, 422);
    assert_eq!(unsaid.problems().len(), 3);
    assert_eq!(send(&rana, &place).heading(), "Your application is sent");
}

#[test]
fn the_same_text_again_needs_no_second_word() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let check = rana.get(&format!("{place}/check"));
    rana.submit(&check, &format!("{place}/submission"), &CERTIFIED);
    let again = rana.submit(&check, &format!("{place}/submission"), &CERTIFIED);
    assert_eq!(again.heading(), "Your application is sent");
}

#[test]
fn an_editor_asks_the_owners_by_mail() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let omar = colleague(&story.site, &rana, "Omar Said", "editor");
    let check = omar.get(&format!("{place}/check"));
    assert_eq!(check.buttons(), ["Ask the owners by mail"]);
    assert!(check.text().contains("Rana Haddad"));
    let request = format!("{place}/certification-request");
    for _ in 0..3 {
        let asked = omar.submit(&check, &request, &[]);
        assert!(
            asked
                .notice()
                .starts_with("We have asked the owners by mail.")
        );
    }
    assert_eq!(omar.submit(&check, &request, &[]).status, 409);
    let letters = story.site.letters_to(&rana.email);
    let asked = letters
        .iter()
        .filter(|l| l.subject == "An application waits for you");
    assert_eq!(asked.count(), 3);
    assert!(!rana.letter().body.contains("Legal help"));
    assert_eq!(rana.link_in_letter(), format!("{place}/check"));
    let forged = omar.post_with_token(&format!("{place}/submission"), &CERTIFIED);
    is(&forged, DENIED);
    assert_eq!(send(&rana, &place).heading(), "Your application is sent");
}
