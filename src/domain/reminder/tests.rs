//! Which mornings remind, where the reader is.

use super::*;
use proptest::prelude::*;

const HEBRON: &str = "Asia/Hebron";

fn at(text: &str, zone: &str) -> Moment {
    Moment::parse_local(text, zone).unwrap()
}

/// Due on 20 November 2026 at 17:00 in Hebron, assigned long before.
fn review() -> OpenReview {
    OpenReview {
        due_at: at("2026-11-20 17:00", HEBRON),
        assigned_at: at("2026-10-01 09:00", HEBRON),
        reminded_at: None,
    }
}

/// The mornings of two months at 9:00 on which there is a reminder, each noted.
fn mornings(schedule: &Schedule, mut review: OpenReview, zone: &str) -> Vec<String> {
    let first = at("2026-11-01 09:00", zone).timestamp();
    let first = first.to_zoned(time_zone(zone));
    let mut found = Vec::new();
    for day in 0..60 {
        let morning = first.checked_add(Span::new().days(day)).unwrap();
        let now = Moment::from_micros(morning.timestamp().as_microsecond());
        if is_due(schedule, &review, now, zone) {
            review.reminded_at = Some(now);
            found.push(morning.date().to_string());
        }
    }
    found
}

#[test]
fn there_are_some_before_one_on_the_day_and_one_a_week_behind() {
    let expected = [
        "2026-11-13",
        "2026-11-18",
        "2026-11-20",
        "2026-11-27",
        "2026-12-04",
        "2026-12-11",
        "2026-12-18",
        "2026-12-25",
    ];
    assert_eq!(mornings(&Schedule::default(), review(), HEBRON), expected);
    let bare = Schedule::read(true, "").unwrap();
    assert_eq!(mornings(&bare, review(), HEBRON), expected[2..]);
    let off = Schedule::read(false, "7 2").unwrap();
    assert_eq!(mornings(&off, review(), HEBRON), [""; 0]);
}

#[test]
fn the_day_is_the_readers_own() {
    // 17:00 in Hebron is early on the same day in Los Angeles, and the next in Auckland.
    let first = |zone| mornings(&Schedule::default(), review(), zone)[0].clone();
    assert_eq!(first("America/Los_Angeles"), "2026-11-13");
    assert_eq!(first("Pacific/Auckland"), "2026-11-14");
}

#[test]
fn it_is_told_in_the_morning_only_and_once() {
    let schedule = Schedule::default();
    let due = |review: &OpenReview, text| is_due(&schedule, review, at(text, HEBRON), HEBRON);
    let mut one = review();
    for (text, expected) in [
        ("2026-11-12 10:00", false),
        ("2026-11-13 07:59", false),
        ("2026-11-13 08:00", true),
        ("2026-11-13 11:59", true),
        ("2026-11-13 12:00", false),
        // Made up for on the next morning.
        ("2026-11-14 08:00", true),
    ] {
        assert_eq!(due(&one, text), expected, "{text}");
    }
    one.reminded_at = Some(at("2026-11-13 08:00", HEBRON));
    assert!(!due(&one, "2026-11-14 08:00"));
    assert!(due(&one, "2026-11-18 08:00"));
}

#[test]
fn what_was_assigned_later_waits_for_the_next_one() {
    let schedule = Schedule::default();
    let mut one = review();
    one.assigned_at = at("2026-11-18 10:00", HEBRON);
    let due = |text| is_due(&schedule, &one, at(text, HEBRON), HEBRON);
    assert!(!due("2026-11-18 11:00"));
    assert!(!due("2026-11-19 08:00"));
    assert!(due("2026-11-20 08:00"));
}

#[test]
fn clocks_that_are_changed_change_no_day() {
    // Summer time ends on 24 October 2026 in Hebron, and begins on 27 March 2027.
    for (due, day) in [
        ("2026-10-26 08:30", "2026-10-24"),
        ("2027-03-29 08:30", "2027-03-27"),
    ] {
        let one = OpenReview {
            due_at: at(due, HEBRON),
            assigned_at: at("2026-09-01 09:00", HEBRON),
            reminded_at: Some(at(&format!("{day} 00:30"), HEBRON)),
        };
        let schedule = Schedule::read(true, "2").unwrap();
        let due = |time: &str| {
            let now = at(&format!("{day} {time}"), HEBRON);
            is_due(&schedule, &one, now, HEBRON)
        };
        assert!(!due("07:59"), "{day}");
        assert!(due("08:00"), "{day}");
    }
}

#[test]
fn days_are_read_in_every_habit() {
    for text in ["7 2", "٢، ٧", "2,7,7", " 7;2 "] {
        assert_eq!(
            Schedule::read(true, text),
            Ok(Schedule::default()),
            "{text}"
        );
    }
    assert_eq!(Schedule::default().text(), "7 2");
    for text in ["0", "61", "-1", "soon", "1 2 3 4 5 6 7"] {
        let problems = Schedule::read(true, text).unwrap_err();
        assert_eq!(problems.0[0].field, "days", "{text}");
    }
}

#[test]
fn a_letter_counts() {
    let now = at("2026-11-20 08:00", HEBRON);
    let due = |text| OpenReview {
        due_at: at(text, HEBRON),
        ..review()
    };
    let all = [
        due("2026-11-13 17:00"),
        due("2026-11-20 17:00"),
        due("2026-11-22 00:30"),
    ];
    let expected = Numbers {
        open: 3,
        overdue: 1,
        next_in: Some(0),
    };
    assert_eq!(numbers(all.iter(), now, HEBRON), expected);
    assert_eq!(numbers(all[2..].iter(), now, HEBRON).next_in, Some(2));
    assert_eq!(numbers(all[..1].iter(), now, HEBRON).next_in, None);
}

proptest! {
    #[test]
    fn nobody_is_reminded_twice_of_one_morning(
        minutes in 0_i64..200_000,
        zone in prop::sample::select(vec!["UTC", HEBRON, "America/New_York", "Asia/Kathmandu"])
    ) {
        let now = at("2026-10-01 00:00", "UTC").plus_minutes(minutes);
        let mut one = review();
        if is_due(&Schedule::default(), &one, now, zone) {
            prop_assert!(is_morning(now, zone));
            one.reminded_at = Some(now);
            for later in [1, 60, 239] {
                let later = now.plus_minutes(later);
                let same_day = later.day(zone) == now.day(zone);
                prop_assert!(!same_day || !is_due(&Schedule::default(), &one, later, zone));
            }
        }
    }
}
