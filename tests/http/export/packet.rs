//! Decision packets: what a decision rests on, in one document, for staff within reach.

use evenhand::domain::account::Role;

use super::decided;
use crate::deliberation::Deliberation;
use crate::meeting::meet;
use crate::support::Page;

fn words(page: &Page) -> String {
    assert_eq!(page.header("content-type"), Some("application/pdf"));
    let pdf = lopdf::Document::load_mem(&page.body).expect("a PDF");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let text = pdf.extract_text(&pages).expect("text");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_packet_holds_scores_reasons_recusals_and_signatures() {
    let round = decided();
    let place = |n: usize| format!("/admin/applications/{}/packet.pdf", round.applications[n]);
    let decision = round.decision(&round.ada, 0);
    assert_eq!(decision.link("Decision packet"), place(0));
    let said = words(&round.ada.get(&place(0)));
    for told in [
        "EH-AAAA-2222",
        "Noor Khalil",
        "Maya Ben-Ami",
        "The strongest request.",
        "An audit, within a year (The board is new)",
        "@register closed",
        "Signed off by a second admin",
        "Ben Mizrahi",
        "The records show it.",
        "Nobody was kept away or declined.",
        "SHA-256",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    let own = format!("/admin/applications/{}/conflict", round.applications[0]);
    let ida = round.ada.invites("Ida Cohen", Role::Auditor);
    assert_eq!(ida.get(&place(0)).status, 200);
    ida.submit(&ida.get(&own), &own, &[("kind", "funder")]);
    assert_eq!(ida.get(&place(0)).status, 404);
    let said = words(&round.ada.get(&place(0)));
    assert!(
        said.contains("Ida Cohen") && said.contains("Funds it"),
        "{said}"
    );
}

#[test]
fn the_packet_of_a_meeting_holds_what_its_reader_may_see() {
    let round = Deliberation::new();
    let meeting = meet(&round.ada, &round.applications);
    let place = format!("{meeting}/packet.pdf");
    let all = words(&round.ada.get(&place));
    for reference in ["EH-AAAA-2222", "EH-BBBB-3333"] {
        assert!(all.contains(reference), "{reference}");
    }
    let own = format!("/admin/applications/{}/conflict", round.applications[1]);
    round
        .ben
        .submit(&round.ben.get(&own), &own, &[("kind", "funder")]);
    let less = words(&round.ben.get(&place));
    assert!(
        less.contains("EH-AAAA-2222") && !less.contains("EH-BBBB-3333"),
        "{less}"
    );
    let elsewhere = place.replace("autumn", "winter");
    assert_eq!(round.ada.get(&elsewhere).status, 404);
}

#[test]
fn a_packet_holds_why_it_was_declined_who_took_part_and_the_appeal() {
    let round = Deliberation::new();
    let cleo = round.ada.invites("Cleo Haddad", Role::Admin);
    let form = round.decision(&round.ada, 0);
    let people = form.attributes("input[name='present']", "value");
    let mut pairs = vec![
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others were stronger."),
        ("deviation", "The panel heard of another funder."),
    ];
    pairs.extend(people[..2].iter().map(|id| ("present", id.as_str())));
    let proposed = round.ada.post_with_token(&round.place(0), &pairs);
    assert_eq!(proposed.status, 303, "{}", proposed.text());
    round.sign(&round.ben, 0);
    round.release_all(&round.ada);
    let place = format!("/applications/{}/appeal", round.applications[0]);
    let asked = [("words", "You read the wrong accounts.")];
    round.rana.submit(&round.rana.get(&place), &place, &asked);
    let place = format!("{}/appeal", round.place(0));
    let answer = [("upheld", "yes"), ("answer", "You are right about them.")];
    cleo.submit(&cleo.get(&place), &place, &answer);
    let packet = format!("/admin/applications/{}/packet.pdf", round.applications[0]);
    let said = words(&round.ada.get(&packet));
    for told in [
        "There were more good requests than money",
        "Who took part",
        "Why it deviates from the ranking",
        "The panel heard of another funder.",
        "You read the wrong accounts.",
        "Upheld: it is decided anew",
        "You are right about them.",
        "was opened again after an appeal",
        "Cleo Haddad",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    assert!(!said.contains("Rana"), "who of the organisation asked");
}

#[test]
fn a_packet_is_read_from_right_to_left_in_arabic_and_hebrew() {
    let round = decided();
    let place = format!("/admin/applications/{}/packet.pdf", round.applications[0]);
    let scripts = [
        ("ar", '\u{0621}'..='\u{064A}'),
        ("he", '\u{05D0}'..='\u{05EA}'),
    ];
    let english = words(&round.ada.get(&place));
    for (language, letters) in scripts {
        let of = |text: &str| text.chars().filter(|c| letters.contains(c)).count();
        assert_eq!(of(&english), 0, "{language}");
        let own = [("language", language), ("return_to", "/admin/rounds")];
        assert_eq!(round.ada.post_with_token("/language", &own).status, 303);
        let page = round.ada.get(&place);
        let said = words(&page);
        assert!(of(&said) > 100, "{said}");
        for told in ["EH-AAAA-2222", "20,000.50", "Noor", "strongest", "SHA-256"] {
            assert!(said.contains(told), "{told}: {said}");
        }
        assert!(!said.contains("Decisions and signatures"), "{said}");
        let pdf = lopdf::Document::load_mem(&page.body).expect("a PDF");
        let root = pdf.catalog().expect("a catalog");
        let tongue = root.get(b"Lang").and_then(|lang| lang.as_str());
        assert_eq!(tongue.expect("a language"), language.as_bytes());
        let view = root
            .get(b"ViewerPreferences")
            .and_then(|view| view.as_dict());
        let view = view.and_then(|view| view.get(b"Direction"));
        let view = view.and_then(|direction| direction.as_name());
        assert_eq!(view.expect("a direction"), b"R2L");
    }
}
