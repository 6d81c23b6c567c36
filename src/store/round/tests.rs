//! What a kept round says when it is read again.

use super::*;
use crate::domain::programme::Programme;
use crate::store::form::FormVersion;
use crate::store::trial::{database, stamp};
use crate::store::{Database, Taken, form, mint, programme, rubric};

/// A round of a new programme with an empty form and rubric.
fn round(tx: &mut Tx, slug: &str) -> Result<Round, StoreError> {
    let text = |en: &str| Translated {
        en: en.to_owned(),
        ..Translated::default()
    };
    let (programme_id, rubric_id, form_id): (ProgrammeId, _, _) = (mint(), mint(), mint());
    let programme = Programme {
        id: programme_id,
        slug: format!("of-{programme_id}"),
        name: text("P"),
        purpose: text("P"),
        who: text("P"),
        created_at: tx.now(),
    };
    programme::insert(tx, &programme)?;
    let draft = crate::domain::rubric::RubricDraft::default();
    rubric::insert(
        tx,
        programme_id,
        &draft.into_rubric(rubric_id, 1, &[], mint),
    )?;
    let form = FormVersion {
        id: form_id,
        version: 1,
        form: Default::default(),
    };
    form::insert(tx, programme_id, &form)?;
    let now = tx.now();
    Ok(Round {
        id: mint(),
        programme_id,
        rubric_id,
        form_id,
        slug: slug.to_owned(),
        title: text("Rapid response"),
        purpose: text("Quick grants"),
        currency: Currency::USD,
        budget_minor: 50_000_000,
        least_minor: 100_000,
        most_minor: 2_500_000,
        opens_at: now,
        closing: Closing::On {
            closes_at: now.plus_days(30),
            reviews_due_at: now.plus_days(40),
        },
        grace_minutes: 15,
        time_zone: "Asia/Hebron".to_owned(),
        turnaround_days: 21,
        sign_off: true,
        emergency: false,
        state: RoundState::Draft,
        created_at: now,
    })
}

fn add(database: &Database, slug: &str) -> Result<Round, StoreError> {
    database.write(stamp(), |tx| {
        let made = round(tx, slug)?;
        insert(tx, &made)?;
        Ok(made)
    })
}

#[test]
fn a_round_is_kept_and_changed_whole() {
    let (_folder, database) = database();
    let mut made = add(&database, "spring").unwrap();
    let read = |id| database.read(|reader| by_id(reader, id)).unwrap();
    assert_eq!(read(made.id), Some(made.clone()));
    made.slug = "summer".to_owned();
    made.title.he = "סבב קיץ".to_owned();
    made.state = RoundState::Open;
    made.sign_off = false;
    made.closing = Closing::Rolling { review_days: 5 };
    let changed = database.write(stamp(), |tx| update(tx, &made));
    changed.unwrap();
    assert_eq!(read(made.id), Some(made.clone()));
    let by_name = |slug| database.read(|reader| by_slug(reader, slug)).unwrap();
    assert_eq!(by_name("summer"), Some(made.clone()));
    assert_eq!(by_name("spring"), None);
    made.closing = Closing::On {
        closes_at: made.opens_at.plus_days(3),
        reviews_due_at: made.opens_at.plus_days(4),
    };
    let dated = database.write(stamp(), |tx| update(tx, &made));
    dated.unwrap();
    assert_eq!(read(made.id), Some(made));
}

#[test]
fn a_slug_is_taken_once() {
    let (_folder, database) = database();
    add(&database, "spring").unwrap();
    let again = add(&database, "spring").unwrap_err();
    assert!(matches!(again, StoreError::Taken(Taken::RoundSlug)));
}

#[test]
fn lists_go_down_and_on() {
    let (_folder, database) = database();
    let mut made: Vec<Round> = ["a", "b", "c"]
        .map(|slug| add(&database, slug).unwrap())
        .into();
    made[1].state = RoundState::Open;
    let opened = database.write(stamp(), |tx| update(tx, &made[1]));
    opened.unwrap();
    let slugs = |states: &[RoundState], after, limit| -> Vec<String> {
        let found = database.read(|reader| list(reader, states, after, limit));
        found.unwrap().into_iter().map(|r| r.slug).collect()
    };
    assert_eq!(slugs(&RoundState::ALL, None, 2), ["c", "b"]);
    assert_eq!(slugs(&RoundState::ALL, Some(made[1].id), 2), ["a"]);
    assert_eq!(slugs(&[RoundState::Draft], None, 9), ["c", "a"]);
    assert_eq!(slugs(&[], None, 9), [""; 0]);
    let open = database.read(|reader| open_rounds(reader, 9)).unwrap();
    assert_eq!(open, [made[1].clone()]);
}
