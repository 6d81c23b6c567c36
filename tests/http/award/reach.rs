//! Whoever is kept away from an application finds nothing of its award.

use super::Awarded;

#[test]
fn a_conflict_hides_the_award_its_money_and_its_events() {
    let award = Awarded::running();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    let reason = [("reason", "The lists are not loaded yet.")];
    award.prepare(1, &[]);
    award.step(ada, "Approve", &reason);
    award.step(ben, "Approve", &reason);
    let id = ada
        .get("/admin/payments")
        .attributes("[name='payment']", "value")
        .remove(0);
    let own = format!(
        "/admin/applications/{}/conflict",
        award.round.applications[0]
    );
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    for part in ["", "/agreement.pdf", "/plan", "/reports/1", "/tranches/2"] {
        let gone = ben.get(&format!("{}{part}", award.desk));
        assert_eq!(gone.status, 404, "{part}");
    }
    let read = ben.post_with_token(&format!("{}/bank", award.desk), &[]);
    assert_eq!(read.status, 404);
    assert!(ben.get("/admin/awards").has(".empty"));
    assert!(ben.get("/admin/payments").has(".empty"));
    let file = [
        ("format", "csv"),
        ("day", "2026-12-01"),
        ("payer", "The Foundation"),
        ("iban", "CH9300762011623852957"),
        ("payment", &*id),
    ];
    assert_eq!(ben.post_with_token("/admin/payments", &file).status, 409);
    let log = award.log(ben);
    for word in ["open_award", "plan_award", "approve_for_finance"] {
        assert!(!log.text().contains(word), "{word}");
        assert!(award.log(ada).text().contains(word), "{word}");
    }
}
