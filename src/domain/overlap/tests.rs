//! What overlaps and what does not, part by part.

use super::*;
use crate::domain::moment::Day;

fn period(from: &str, to: &str) -> Option<Period> {
    let day = |text| Day::parse(text).expect("a day");
    Period::new(day(from), day(to))
}

fn work(name: &str, title: &str, period: Option<Period>) -> Work {
    Work {
        names: vec![name.to_owned()],
        title: title.to_owned(),
        period,
        ..Work::default()
    }
}

fn compared(one: &Work, other: &Work) -> Overlap {
    Sought::new(one, |_| 1.0).against(other)
}

#[test]
fn the_same_work_of_the_same_organisation_comes_first() {
    let year = period("2026-01-01", "2026-12-31");
    let own = work("Dawn Legal Clinic", "Legal aid for detainees", year);
    let same = work(
        "Dawn Legal Clinic",
        "Emergency legal assistance to detainees",
        period("2026-05-01", "2027-04-30"),
    );
    let other_work = work("Dawn Legal Clinic", "A bus for the school", year);
    let other_body = work("Sea Farmers Union", "Legal aid for detainees", year);
    let [same, other_work, other_body] =
        [same, other_work, other_body].map(|other| compared(&own, &other));
    assert!(same.score > other_work.score && other_work.score > other_body.score);
    assert!(same.is_worth_a_look());
    assert_eq!(same.months, Some((8, 12)));
    assert_eq!(same.shared_words, ["detain", "legal"]);
    assert!(other_body.purpose >= NEAR_IDENTICAL && other_body.organisation < 0.3);
    assert!(
        other_body.is_worth_a_look(),
        "the words are nearly the same"
    );
}

#[test]
fn numbers_of_registers_tell_more_than_names() {
    let with = |number: &str| Work {
        identifiers: vec![number.to_owned()],
        ..work("Dawn Legal Clinic", "Court costs", None)
    };
    let own = with("IL-RA-580197770");
    let same = compared(&own, &with("IL-RA-58019777-0"));
    assert_eq!((same.organisation, same.same_by), (1.0, SameBy::Identifier));
    let other = compared(&own, &with("IL-RA-580166452"));
    assert_eq!(
        (other.organisation, other.same_by),
        (0.4, SameBy::OtherNumber)
    );
    let elsewhere = compared(&own, &with("US-EIN-03-0413726"));
    assert_eq!(
        (elsewhere.organisation, elsewhere.same_by),
        (1.0, SameBy::Name)
    );
}

#[test]
fn people_and_budget_lines_add_to_it() {
    let plain = work("Dawn Legal Clinic", "Court costs", None);
    let with = Work {
        people: vec!["Rana Khalil Haddad".to_owned()],
        lines: vec![("Two lawyers".to_owned(), 120_000), ("Rent".to_owned(), 1)],
        ..work("Sea Farmers Union", "Nets and boats", None)
    };
    let own = Work {
        people: vec!["HADDAD Rana Khalil".to_owned()],
        lines: vec![("two lawyers".to_owned(), 120_000), ("Rent".to_owned(), 2)],
        ..plain.clone()
    };
    let found = compared(&own, &with);
    assert_eq!(found.people, ["HADDAD Rana Khalil"]);
    assert!((found.lines - 0.5).abs() < 1e-9 && found.is_worth_a_look());
    assert!(found.score > compared(&plain, &with).score);
}

#[test]
fn nothing_to_compare_is_no_overlap() {
    let empty = Work::default();
    let found = compared(&empty, &empty);
    assert!(found.score < 0.1 && !found.is_worth_a_look());
    assert!(keys(&empty).is_empty());
}

#[test]
fn overlapping_works_share_keys() {
    let one = keys(&work("مؤسسة الضمير", "Legal aid for detainees", None));
    let other = keys(&work("Addameer", "Detainees: aid in court", None));
    let shared = one.iter().filter(|key| other.contains(key)).count();
    assert!(shared >= 3, "{shared}");
}
