//! What auditors are led to is theirs to read, and nothing of it is theirs to do.

use evenhand::domain::account::Role;

use super::Awarded;

#[test]
fn every_link_that_an_auditor_sees_can_be_followed() {
    let award = Awarded::running();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    let omar = ada.invites("Omar Said", Role::Auditor);
    award.prepare(1, &[]);
    let reason = [("reason", "The lists are not loaded yet.")];
    award.step(ada, "Approve", &reason);
    award.step(ben, "Approve", &reason);
    let round = |part: &str| format!("/admin/rounds/autumn/{part}");
    let pages = [
        "/admin/awards".to_owned(),
        award.desk.clone(),
        "/admin/payments".to_owned(),
        "/admin/dashboard".to_owned(),
        award.round.place(0),
        round("publication"),
        round("decisions"),
        round("reserve"),
    ];
    for place in pages {
        let page = omar.get(&place);
        assert_eq!(page.status, 200, "{place}");
        for (words, to) in page.links() {
            let to = to.split('#').next().unwrap_or_default();
            if to.starts_with('/') {
                let led = omar.get_once(to);
                assert_ne!(led.status, 403, "{place}: {words} leads to {to}");
            }
        }
    }
    let payments = omar.get("/admin/payments");
    assert!(payments.text().contains("EH-AAAA-2222 / 1"));
    assert_eq!(payments.buttons(), ["Show"], "only what narrows the list");
    let file = omar.post_with_token("/admin/payments", &[("format", "csv")]);
    assert_eq!(file.status, 403);
}
