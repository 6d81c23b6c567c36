//! Working days by hand, and what must hold of any of them.

use super::*;
use crate::domain::Problems;
use crate::domain::application::Status;
use crate::domain::award::AwardState;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// 2026-11-29 is a Sunday; the holiday a Tuesday in Palestine.
fn calendar() -> Calendar {
    Calendar::of(&parse_holidays("2026-12-01 ps Strike").unwrap())
}

#[test]
fn a_weekend_is_that_of_each_place() {
    let (sunday, tuesday, friday) = (day("2026-11-29"), day("2026-12-01"), day("2026-12-04"));
    let works = |places: &[Place], day| calendar().is_working(places, day);
    assert!(works(&[Place::Israel], sunday) && !works(&[Place::Elsewhere], sunday));
    assert!(works(&[Place::Elsewhere], friday) && !works(&[Place::Palestine], friday));
    assert!(works(&[Place::Israel], tuesday) && !works(&[Place::Palestine], tuesday));
    let both = [Place::Israel, Place::Palestine];
    assert!(
        !works(&both, tuesday),
        "a day of work is one in every place"
    );
    assert!(works(&[], friday) && !works(&[], sunday));
}

#[test]
fn weekends_and_holidays_do_not_count() {
    let palestine = [Place::Palestine];
    let from = day("2026-11-29");
    // Monday, Wednesday, Thursday, Sunday.
    assert_eq!(calendar().due(&palestine, from, 4).iso(), "2026-12-06");
    assert_eq!(calendar().due(&palestine, from, 0), from);
    let counted = |to: &str| calendar().working_days(&palestine, from, day(to));
    assert_eq!(counted("2026-12-06"), 4);
    assert_eq!(counted("2026-12-05"), 3);
    assert_eq!(counted("2026-11-01"), 0);
}

#[test]
fn a_clock_is_late_after_its_day() {
    let read = |reached: Option<&str>, today: &str| {
        clock(
            (&calendar(), &[Place::Palestine]),
            (day("2026-11-29"), 2),
            (reached.map(day), day(today)),
        )
    };
    let due = day("2026-12-02");
    assert_eq!(read(None, "2026-11-30"), Clock::Running { due, left: 1 });
    assert_eq!(read(None, "2026-12-02"), Clock::Running { due, left: 0 });
    assert_eq!(read(None, "2026-12-06"), Clock::Late { due, over: 2 });
    let in_time = Clock::Reached {
        days: 2,
        late: false,
    };
    assert_eq!(read(Some("2026-12-02"), "2026-12-20"), in_time);
    let late = Clock::Reached {
        days: 3,
        late: true,
    };
    assert_eq!(read(Some("2026-12-03"), "2026-12-20"), late);
}

/// Sent on a Sunday, told on Tuesday of the week after, agreed to two days later.
fn awarded() -> Way {
    Way {
        status: Status::Decided,
        sent: day("2026-11-29"),
        acknowledged: Some(day("2026-11-30")),
        screened: Some(day("2026-11-30")),
        decided: Some(day("2026-12-08")),
        award: Some(AwardWay {
            state: AwardState::Disbursements,
            released: day("2026-12-08"),
            agreed: Some(day("2026-12-10")),
            paid: None,
        }),
    }
}

#[test]
fn an_award_is_counted_from_its_release() {
    let way = awarded();
    let (sent, released) = (way.sent, day("2026-12-08"));
    let left = Some(day("2026-11-30"));
    assert_eq!(way.clock(Milestone::Acknowledged), Some((sent, left)));
    assert_eq!(
        way.clock(Milestone::Decided),
        Some((sent, Some(day("2026-12-08"))))
    );
    assert_eq!(
        way.clock(Milestone::Agreement),
        Some((released, Some(day("2026-12-10"))))
    );
    assert_eq!(way.clock(Milestone::Paid), Some((released, None)));
    for milestone in Milestone::ALL {
        let of_award = matches!(milestone, Milestone::Agreement | Milestone::Paid);
        assert_eq!(milestone.start() == Start::Award, of_award);
        assert_eq!(Milestone::from_code(milestone.code()), Some(milestone));
    }
}

#[test]
fn without_an_award_nothing_is_agreed_or_paid() {
    let way = Way {
        award: None,
        ..awarded()
    };
    assert_eq!(way.clock(Milestone::Agreement), None);
    assert_eq!(way.clock(Milestone::Paid), None);
    assert_eq!(way.days_to_money((&calendar(), &[Place::Palestine])), None);
}

#[test]
fn a_receipt_that_has_not_left_is_waited_for() {
    let stuck = |status: Status| Way {
        status,
        acknowledged: None,
        ..awarded()
    };
    let waits = stuck(Status::InReview);
    let clock = waits.clock(Milestone::Acknowledged);
    assert_eq!(clock, Some((waits.sent, None)));
    assert_eq!(
        stuck(Status::Withdrawn).clock(Milestone::Acknowledged),
        None
    );
}

#[test]
fn what_ended_waits_for_nothing_and_keeps_what_it_reached() {
    let withdrawn = Way {
        status: Status::Withdrawn,
        decided: None,
        award: None,
        ..awarded()
    };
    assert!(withdrawn.clock(Milestone::Eligible).is_some());
    assert_eq!(withdrawn.clock(Milestone::Decided), None);
    let mut given_back = awarded();
    given_back.award = given_back.award.map(|award| AwardWay {
        state: AwardState::Reports,
        ..award
    });
    assert!(given_back.clock(Milestone::Agreement).is_some());
    assert_eq!(given_back.clock(Milestone::Paid), None);
    let unscreened = Way {
        status: Status::InReview,
        screened: None,
        decided: None,
        award: None,
        ..awarded()
    };
    assert_eq!(unscreened.clock(Milestone::Eligible), None);
    let sent = unscreened.sent;
    assert_eq!(unscreened.clock(Milestone::Decided), Some((sent, None)));
}

#[test]
fn milestones_are_waited_for_in_their_order() {
    let both = [Milestone::Eligible, Milestone::Decided];
    assert_eq!(awaited(Status::Submitted), both);
    assert_eq!(awaited(Status::Deliberation), [Milestone::Decided]);
    let both = [Milestone::Agreement, Milestone::Paid];
    assert_eq!(awaited_of_award(AwardState::Agreement), both);
    assert_eq!(
        awaited_of_award(AwardState::Disbursements),
        [Milestone::Paid]
    );
    assert!(awaited_of_award(AwardState::Cancelled).is_empty());
}

#[test]
fn money_is_counted_from_the_sending() {
    let mut way = awarded();
    let palestine = [Place::Palestine];
    assert_eq!(way.days_to_money((&calendar(), &palestine)), None);
    way.award = way.award.map(|award| AwardWay {
        paid: Some(day("2026-12-13")),
        ..award
    });
    // Three days of the first week, five of the second, one Sunday.
    assert_eq!(way.days_to_money((&calendar(), &palestine)), Some(9));
}

#[test]
fn percentiles_are_values_that_were_measured() {
    assert_eq!(percentile(&[4, 1, 3, 2], 50), Some(2));
    assert_eq!(percentile(&[4, 1, 3, 2], 90), Some(4));
    assert_eq!(percentile(&[7], 50), Some(7));
    assert_eq!(percentile(&[], 50), None);
}

#[test]
fn the_standard_holidays_are_read_and_written_alike() {
    let standard = Holiday::standard();
    assert!(standard.len() > 40);
    let lines: Vec<String> = standard.iter().map(Holiday::line).collect();
    assert_eq!(parse_holidays(&lines.join("\n")).unwrap(), standard);
}

#[test]
fn a_wrong_line_is_named() {
    let wrong = |text: &str| parse_holidays(text).unwrap_err();
    assert_eq!(wrong("\n2026-13-01 ps X"), (2, HolidayProblem::Unreadable));
    assert_eq!(wrong("2026-12-01 fr X"), (1, HolidayProblem::Unreadable));
    assert_eq!(wrong("2026-12-01 ps"), (1, HolidayProblem::Unreadable));
    let twice = "2026-12-01 ps A\n2026-12-01 il B\n1/12/2026 PS C";
    assert_eq!(wrong(twice), (3, HolidayProblem::Twice));
}

#[test]
fn every_mistake_of_the_settings_is_named() {
    let draft = SettingsDraft {
        offices: vec!["mars".to_owned()],
        targets: ["2", "1", "900", "1", "0"].map(str::to_owned),
        holidays: "soon".to_owned(),
    };
    let Problems(found) = read_settings(&draft).unwrap_err();
    let fields: Vec<&str> = found.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "offices",
            "target.eligible",
            "target.decided",
            "target.paid",
            "holidays"
        ],
        "an agreement may come sooner after the award than the award after the sending"
    );
    let kept = Settings::default();
    let again = read_settings(&SettingsDraft::of(&kept, &Holiday::standard())).unwrap();
    assert_eq!(again, (kept, Holiday::standard()));
}

proptest! {
    #[test]
    fn the_due_day_holds_just_as_many_working_days(ahead in 0i64..900, days in 1u32..60, which in 0usize..8) {
        let places: Vec<Place> = Place::ALL
            .into_iter()
            .enumerate()
            .filter(|(n, _)| (which >> n) & 1 == 1)
            .map(|(_, place)| place)
            .collect();
        let calendar = Calendar::of(&Holiday::standard());
        let from = day("2026-01-01").plus_days(ahead).unwrap();
        let due = calendar.due(&places, from, days);
        prop_assert_eq!(calendar.working_days(&places, from, due), days);
        prop_assert!(calendar.is_working(&places, due));
    }
}
