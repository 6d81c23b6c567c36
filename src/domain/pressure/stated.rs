//! What an applicant states in the rows of a form, and how the rows of a newer version
//! go on from those of the one before.

use super::super::answers::{Answer, Answers, Row, asked_form};
use super::super::form::Form;
use super::super::moment::Day;
use super::{FUNDING_LOSS, FUNDING_LOST, Happening, INCIDENTS, KIND, Precision, is_address};

/// A happening as one row states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// Code of the question.
    pub question: &'static str,
    /// From 0 on.
    pub row: usize,
    pub happening: Happening,
    /// The address that is given for it, empty for none; nothing where staff have put
    /// another source in its place. Other words stay in the application.
    pub reference: Option<String>,
}

/// A happening that is on record from an earlier version of the same application.
pub type Held = Stated;

/// Everything that the answers state, as they were sent on a day. Rows without what
/// makes an incident (its kind and date, or the amount that was lost) are left out.
pub fn stated(form: &Form, answers: &Answers, sent: Day) -> Vec<Stated> {
    let asked = asked_form(form, answers);
    let of = |code: &'static str, read: &dyn Fn(&Row) -> Option<Happening>| {
        let rows = match asked.question(code) {
            Some(_) => answers.rows(code),
            None => &[],
        };
        let rows = rows.iter().enumerate();
        let stated = rows.filter_map(|(row, cells)| {
            let happening = read(cells)?;
            Some(Stated {
                question: code,
                row,
                happening,
                reference: Some(address(cells)),
            })
        });
        stated.collect::<Vec<_>>()
    };
    let incidents = of(INCIDENTS, &incident);
    let lost = of(FUNDING_LOST, &|row| loss(row, sent));
    incidents.into_iter().chain(lost).collect()
}

fn address(row: &Row) -> String {
    match row.get("source") {
        Some(Answer::Text(text)) if is_address(text) => text.clone(),
        _ => String::new(),
    }
}

/// The form asks for the first of the month where the day is not known.
fn incident(row: &Row) -> Option<Happening> {
    let Some(Answer::Choice(kind)) = row.get(KIND) else {
        return None;
    };
    let Some(Answer::Day(day)) = row.get("date") else {
        return None;
    };
    let (country, locality) = match row.get("place") {
        Some(Answer::Place(place)) => (Some(place.country), place.locality.clone()),
        _ => (None, String::new()),
    };
    Some(Happening {
        kind: kind.clone(),
        day: *day,
        precision: match day.parts() {
            (_, _, 1) => Precision::Month,
            _ => Precision::Day,
        },
        country,
        locality,
        amount: None,
    })
}

/// The question asks for the last 12 months.
fn loss(row: &Row, sent: Day) -> Option<Happening> {
    let Some(Answer::Money(amount)) = row.get("amount") else {
        return None;
    };
    Some(Happening {
        kind: FUNDING_LOSS.to_owned(),
        day: sent,
        precision: Precision::Year,
        country: None,
        locality: String::new(),
        amount: Some(*amount),
    })
}

/// What becomes of one row; numbers are places in the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Stated again without a change.
    Keep {
        held: usize,
    },
    /// Stated otherwise by now.
    Supersede {
        held: usize,
        stated: usize,
    },
    Add {
        stated: usize,
    },
    /// No longer stated.
    End {
        held: usize,
    },
}

/// How the rows of a newer version go on from those on record: first those that are
/// the same, then of the same kind and day, then of the same kind, then in the same
/// place. Each row is taken once, so that nothing is doubled; stating the same again
/// changes nothing. Of funding that was lost without a day, the day on which that was
/// first said stays.
pub fn reconcile(held: &[Held], stated: &[Stated]) -> Vec<Change> {
    type Alike = fn(&Stated, &Stated) -> bool;
    let alike: [Alike; 4] = [
        |a, b| a.happening.sameness() == b.happening.sameness(),
        |a, b| a.happening.kind == b.happening.kind && a.happening.day == b.happening.day,
        |a, b| a.happening.kind == b.happening.kind,
        |a, b| a.row == b.row,
    ];
    let mut partner: Vec<Option<usize>> = vec![None; held.len()];
    let mut taken = vec![false; stated.len()];
    for alike in alike {
        for (at, old) in held.iter().enumerate() {
            if partner[at].is_some() {
                continue;
            }
            let mut fresh = stated.iter().enumerate();
            let found = fresh.find(|(place, new)| {
                !taken[*place] && old.question == new.question && alike(old, new)
            });
            if let Some((place, _)) = found {
                (partner[at], taken[place]) = (Some(place), true);
            }
        }
    }
    let of_held = partner.iter().enumerate().map(|(at, new)| match new {
        None => Change::End { held: at },
        Some(new) if is_same(&held[at], &stated[*new]) => Change::Keep { held: at },
        Some(new) => Change::Supersede {
            held: at,
            stated: *new,
        },
    });
    let fresh = (0..stated.len()).filter(|place| !taken[*place]);
    of_held
        .chain(fresh.map(|place| Change::Add { stated: place }))
        .collect()
}

/// How a place is spelled and what is given as its source are changes worth keeping, though
/// it is the same happening.
fn is_same(old: &Stated, new: &Stated) -> bool {
    let sourced = old.reference.is_none() || old.reference == new.reference;
    sourced
        && old.happening.sameness() == new.happening.sameness()
        && old.happening.locality == new.happening.locality
        && old.happening.precision == new.happening.precision
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn raid(row: usize, day: &str, locality: &str) -> Stated {
        Stated {
            question: INCIDENTS,
            row,
            happening: Happening {
                kind: "raid".to_owned(),
                day: Day::parse(day).unwrap(),
                precision: Precision::Day,
                country: None,
                locality: locality.to_owned(),
                amount: None,
            },
            reference: Some(String::new()),
        }
    }

    #[test]
    fn another_link_is_taken_over_unless_staff_found_a_source() {
        let told = |reference: Option<&str>| Stated {
            reference: reference.map(str::to_owned),
            ..raid(0, "2026-03-09", "Hebron")
        };
        let now = [told(Some("https://press.example/raid"))];
        let changed = [Change::Supersede { held: 0, stated: 0 }];
        assert_eq!(reconcile(&[told(Some(""))], &now), changed);
        let kept = [Change::Keep { held: 0 }];
        assert_eq!(reconcile(&[told(None)], &now), kept);
        assert_eq!(reconcile(&now, &now), kept);
    }

    #[test]
    fn rows_go_on_wherever_they_stand_by_now() {
        let held = [
            raid(0, "2026-03-09", "Hebron"),
            raid(1, "2026-05-02", "Jenin"),
        ];
        // The second moved to the top; of the first the place is told otherwise.
        let moved = [
            raid(0, "2026-05-02", "Jenin"),
            raid(1, "2026-03-09", "Halhul"),
        ];
        let changes = reconcile(&held, &moved);
        let expected = [
            Change::Supersede { held: 0, stated: 1 },
            Change::Keep { held: 1 },
        ];
        assert_eq!(changes, expected);
        let one = [raid(0, "2026-05-02", "Jenin")];
        let less = [Change::End { held: 0 }, Change::Keep { held: 1 }];
        assert_eq!(reconcile(&held, &one), less);
        assert_eq!(reconcile(&[], &one), [Change::Add { stated: 0 }]);
    }

    prop_compose! {
        fn some_rows()(days in prop::collection::vec(1_u8..5, 0..6)) -> Vec<Stated> {
            let rows = days.iter().enumerate();
            rows.map(|(row, day)| raid(row, &format!("2026-03-0{day}"), "")).collect()
        }
    }

    proptest! {
        #[test]
        fn each_row_is_taken_once_and_the_same_again_changes_nothing(
            held in some_rows(), stated in some_rows(),
        ) {
            let changes = reconcile(&held, &stated);
            let (mut old, mut new) = (Vec::new(), Vec::new());
            for change in &changes {
                match change {
                    Change::Keep { held } | Change::End { held } => old.push(*held),
                    Change::Supersede { held, stated } => {
                        old.push(*held);
                        new.push(*stated);
                    }
                    Change::Add { stated } => new.push(*stated),
                }
            }
            old.sort_unstable();
            prop_assert_eq!(old, (0..held.len()).collect::<Vec<_>>());
            let kept = changes.iter().filter(|one| matches!(one, Change::Keep { .. }));
            prop_assert_eq!(new.len() + kept.count(), stated.len());
            let again = reconcile(&held, &held);
            let same = again.iter().all(|one| matches!(one, Change::Keep { .. }));
            prop_assert!(same);
        }
    }
}
