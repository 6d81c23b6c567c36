//! The rules of list screening. All names are made up.

use std::collections::BTreeMap;

use super::*;
use crate::domain::answers::{Answer, Answers, Row};
use crate::domain::moment::Day;
use crate::domain::names::Kind;
use crate::domain::{ListVersionId, Moment, ProgrammeId};

fn text(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

fn person(name: &str, original: &str) -> Row {
    let cells = [("name", name), ("name_original", original)];
    let cells = cells.iter().filter(|(_, value)| !value.is_empty());
    cells
        .map(|(column, value)| ((*column).to_owned(), text(value)))
        .collect()
}

fn record(number: &str, kind: Kind, names: &[&str]) -> Record {
    Record {
        number: number.to_owned(),
        kind,
        names: names.iter().map(|name| ListedName::strong(*name)).collect(),
        born: Vec::new(),
        countries: Vec::new(),
        programmes: Vec::new(),
    }
}

#[test]
fn one_person_in_two_roles_is_one_bearer() {
    let mut answers = Answers(BTreeMap::new());
    let board = vec![person("Amin Olive", "أمين زيتون"), person("Dana Reed", "")];
    let signatories = vec![person("amin olive", "")];
    answers.0.insert("board".to_owned(), Answer::Rows(board));
    let rows = Answer::Rows(signatories);
    answers.0.insert("signatories".to_owned(), rows);
    answers
        .0
        .insert("former_names".to_owned(), text("Old Press; Older Press"));
    let why = text("Salma Brook, because our account was closed");
    answers.0.insert("bank_holder".to_owned(), why);
    let found = merged(bearers_of_answers(&answers));
    let told: Vec<(String, Vec<Role>)> = found
        .iter()
        .map(|one| (one.name(), one.roles.clone()))
        .collect();
    let expected = [
        (
            "Amin Olive ; أمين زيتون ; amin olive",
            vec![Role::Board, Role::Signatory],
        ),
        ("Dana Reed", vec![Role::Board]),
        ("Old Press", vec![Role::FormerName]),
        ("Older Press", vec![Role::FormerName]),
        ("Salma Brook", vec![Role::Holder]),
    ];
    let expected = expected.map(|(name, roles)| (name.to_owned(), roles));
    assert_eq!(told, expected);
}

#[test]
fn order_is_no_change_and_a_letter_is() {
    let one = record("7", Kind::Person, &["A B", "C D"]);
    let mut other = record("7", Kind::Person, &["C D", "A B"]);
    assert_eq!(one.text(), other.text());
    other.names[0].weak = true;
    assert_ne!(one.text(), other.text());
    let bearer = |names: &[&str]| {
        Bearer::new(Some(Kind::Person), Role::Board, names.iter().copied()).unwrap()
    };
    assert_eq!(bearer(&["x", "y"]).text(), bearer(&["y", "x"]).text());
    assert_ne!(bearer(&["x"]).text(), bearer(&["x", "y"]).text());
    assert_eq!(Bearer::new(None, Role::Holder, ["  ", "-"]), None);
}

#[test]
fn people_are_found_among_people_across_scripts_each_entry_once() {
    let desk = Desk::new(vec![
        record(
            "1",
            Kind::Person,
            &["ZAYTUN, Amin Mahmud", "Amin Mahmoud Zaytoun"],
        ),
        record("2", Kind::Organisation, &["Amin Mahmud Zaytun"]),
        record("3", Kind::Other, &["Amin Mahmud Zaytun"]),
    ]);
    assert_eq!(desk.names(), 4);
    let bearer = Bearer::new(Some(Kind::Person), Role::Board, ["أمين محمود زيتون"]).unwrap();
    let found = desk.search(&bearer, 0.8);
    let numbers: Vec<&str> = found.iter().map(|one| &*one.record.number).collect();
    assert_eq!(numbers.len(), 2);
    assert!(numbers.contains(&"1") && numbers.contains(&"3"));
}

fn version(day: &str, digest: &str) -> NewVersion {
    NewVersion {
        source: "UN".to_owned(),
        dated: Day::parse(day).unwrap(),
        digest: digest.to_owned(),
        entries: 100,
        names: 200,
        passed_over: 0,
    }
}

#[test]
fn a_version_follows_one_that_is_no_younger_and_no_larger_by_far() {
    let today = Day::parse("2026-11-29").unwrap();
    let present = version("2026-11-10", "a");
    let check = |new: &NewVersion, fewer| {
        check_version(new, Some(&present), today, fewer).map_err(|message| message.key)
    };
    assert_eq!(check(&version("2026-11-10", "a"), false), Ok(false));
    assert_eq!(check(&version("2026-11-10", "b"), false), Ok(true));
    assert_eq!(
        check(&version("2026-11-09", "b"), false),
        Err("watch-older")
    );
    assert_eq!(
        check(&version("2026-11-30", "b"), false),
        Err("watch-future")
    );
    let left = |entries| NewVersion {
        entries,
        ..version("2026-11-11", "b")
    };
    assert_eq!(check(&left(90), false), Ok(true));
    assert_eq!(check(&left(89), false), Err("watch-fewer"));
    assert_eq!(check(&left(89), true), Ok(true));
    let unnamed = NewVersion {
        names: 179,
        ..left(100)
    };
    assert_eq!(check(&unnamed, false), Err("watch-fewer"));
    let bad = |passed_over| NewVersion {
        passed_over,
        ..version("2026-11-11", "b")
    };
    assert_eq!(check(&bad(3), false), Ok(true));
    assert_eq!(check(&bad(4), false), Err("watch-too-bad"));
    let other = NewVersion {
        source: "EU".to_owned(),
        ..version("2026-11-11", "b")
    };
    assert_eq!(check(&other, false), Err("watch-other-source"));
    let empty = NewVersion {
        entries: 0,
        ..version("2026-11-11", "b")
    };
    assert_eq!(check(&empty, true), Err("watch-no-entries"));
    assert_eq!(check_version(&left(1), None, today, false), Ok(true));
}

fn programme(n: u8) -> ProgrammeId {
    ProgrammeId::parse(&format!("00000000-0000-7000-8000-0000000000{n:02}")).unwrap()
}

fn rule(n: u8, typed: [&str; 4]) -> Rule {
    let [jurisdiction, list, counts, threshold] = typed.map(str::to_owned);
    let text = RuleText {
        jurisdiction,
        list,
        counts,
        threshold,
        note: "Because.".to_owned(),
    };
    read_rule(&text, programme(n), Moment::from_micros(0)).unwrap()
}

#[test]
fn the_last_rule_holds_and_the_lowest_threshold_counts() {
    let rules = vec![
        rule(1, ["us", "ofac", "yes", "60"]),
        rule(1, ["eu", "ofac", "yes", "70"]),
        rule(1, ["un", "un", "yes", "53"]),
        rule(1, ["un", "un", "no", "53"]),
        rule(2, ["un", "un", "yes", "٨٠"]),
    ];
    let setting = Setting::new(rules.clone(), Sources::new());
    assert_eq!(setting.rules().len(), 4);
    let lists = |n: u8| setting.in_force(&[programme(n)].into());
    assert_eq!(lists(1), [("ofac".to_owned(), 60)].into());
    assert_eq!(lists(2), [("un".to_owned(), 80)].into());
    let both = setting.in_force(&[programme(1), programme(2)].into());
    assert_eq!(both.len(), 2);
    // Money from the European Union alone: the stricter line goes.
    let sources = Sources::from([(programme(1), [Jurisdiction::Eu].into())]);
    let setting = Setting::new(rules, sources);
    let lists = |n: u8| setting.in_force(&[programme(n)].into());
    assert_eq!(lists(1), [("ofac".to_owned(), 70)].into());
    assert_eq!(lists(2), [("un".to_owned(), 80)].into(), "has not said");
}

#[test]
fn a_rule_that_is_mistyped_tells_every_field() {
    let typed = RuleText {
        jurisdiction: "moon".to_owned(),
        list: "Ü".to_owned(),
        counts: "perhaps".to_owned(),
        threshold: "52".to_owned(),
        note: " ".to_owned(),
    };
    let problems = read_rule(&typed, programme(1), Moment::from_micros(0)).unwrap_err();
    let fields: Vec<&str> = problems.0.iter().map(|one| &*one.field).collect();
    assert_eq!(
        fields,
        ["jurisdiction", "list", "counts", "threshold", "note"]
    );
}

#[test]
fn a_run_is_stale_once_anything_that_it_compared_has_changed() {
    let measure = |n: u8, threshold| Measure {
        list: "un".to_owned(),
        version: ListVersionId::parse(&format!("00000000-0000-7000-8000-0000000000{n:02}"))
            .unwrap(),
        threshold,
    };
    let basis = |lists: Vec<Measure>, print: &str| Basis {
        lists,
        name_print: print.to_owned(),
    };
    let now = basis(vec![measure(1, 53)], "a");
    let of = |last: &Basis| Freshness::of(Some(last), &now);
    assert_eq!(of(&now.clone()), Freshness::Current);
    assert_eq!(of(&basis(vec![measure(2, 53)], "a")), Freshness::Stale);
    assert_eq!(of(&basis(vec![measure(1, 54)], "a")), Freshness::Stale);
    assert_eq!(of(&basis(vec![measure(1, 53)], "b")), Freshness::Stale);
    assert_eq!(Freshness::of(None, &now), Freshness::Never);
    let none = basis(Vec::new(), "a");
    assert_eq!(Freshness::of(Some(&now), &none), Freshness::NoLists);
}

#[test]
fn an_answer_needs_a_verdict_and_a_reason() {
    let read = read_answer("cleared", " Another year of birth. ");
    let reason = "Another year of birth.".to_owned();
    assert_eq!(read, Ok((Verdict::Cleared, reason)));
    let problems = read_answer("perhaps", "").unwrap_err();
    assert_eq!(problems.0.len(), 2);
}
