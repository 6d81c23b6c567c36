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
