//! Funding that an organisation lost, as staff learn of it.

use super::{record, record_of};
use crate::review::panel::Panel;

#[test]
fn lost_funding_that_staff_record_stands_in_the_summary() {
    let panel = Panel::new();
    let (ada, noor) = (&panel.ada, &panel.noor);
    panel.declare(noor, "none");
    let dossier = format!("/admin/applications/{}", panel.application);
    let of = record_of(ada, &dossier);
    let press = [
        ("kind", "funding_loss"),
        ("source", "press"),
        ("reference", "https://news.example/cut"),
        ("certainty", "corroborated"),
        ("currency", "EUR"),
    ];
    let bare = record(ada, &of, &press);
    assert_eq!(bare.status, 422);
    assert_eq!(bare.error("amount"), "Fill this in.");
    let done = record(ada, &of, &[&press[..], &[("amount", "42,000")]].concat());
    assert_eq!(
        done.notice(),
        "The incident is on record.",
        "{}",
        done.text()
    );
    assert_eq!(done.texts("article h3 a"), ["Funding lost"]);
    let summary = ada.get(&dossier).the("#pressure");
    for told in [
        "In the last 3 months",
        "Funding lost, 1 October 2026",
        "EUR 42,000",
        "Press",
        "Corroborated",
    ] {
        assert!(summary.contains(told), "{told}: {summary}");
    }
    // Reviewers read what, when and how sure beside the criterion; staff's amount is
    // told to none of them.
    let read = panel.page(noor);
    let beside = read.the("#criterion-financial .pressure");
    for told in ["Funding lost, October 2026", "Press", "Corroborated"] {
        assert!(beside.contains(told), "{told}: {beside}");
    }
    assert!(!beside.contains("42,000"), "{beside}");
    assert!(!read.has("#criterion-political .pressure"));
}
