//! Whatever somebody does to what is stored is found.

use proptest::prelude::*;

use super::*;
use crate::store::{Database, trial};

/// A log of so many events.
fn log(count: usize) -> Vec<AuditEvent> {
    let mut events: Vec<AuditEvent> = Vec::new();
    for seq in 1..=count {
        let previous_hash = events.last().map(|last| last.hash.clone());
        let mut event = AuditEvent {
            seq: i64::try_from(seq).unwrap(),
            at: Moment::from_micros(1_790_000_000_000_000 + i64::try_from(seq * 7).unwrap()),
            actor_id: (seq % 3 > 0)
                .then(|| AccountId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap()),
            action: ["propose_decision", "sign_in"][seq % 2].to_owned(),
            object_kind: "application".to_owned(),
            object_id: format!("object {}", seq % 5),
            before_state: String::new(),
            after_state: format!("state {seq}"),
            request_id: format!("request {seq}"),
            previous_hash: previous_hash.unwrap_or_default(),
            hash: String::new(),
        };
        event.hash = event.digest();
        events.push(event);
    }
    events
}

fn head(event: &AuditEvent) -> Head {
    Head {
        seq: Some(event.seq),
        hash: event.hash.clone(),
    }
}

fn prove_all(events: &[AuditEvent], heads: Vec<Head>) -> Result<i64, Flaw> {
    let mut proof = Proof::of(heads);
    for event in events {
        proof.take(event).map_err(Flaw::Broken)?;
    }
    proof.end()
}

/// Changes one letter of one field, or adds one.
fn flip(event: &mut AuditEvent, field: usize, at: usize) {
    let text = match field {
        0 => return event.seq += 1,
        1 => return event.at = event.at.plus_seconds(1),
        2 => {
            let other = AccountId::parse("0193a1b2-0000-7000-8000-0123456789ac").unwrap();
            return event.actor_id = event.actor_id.is_none().then_some(other);
        }
        3 => &mut event.action,
        4 => &mut event.object_kind,
        5 => &mut event.object_id,
        6 => &mut event.before_state,
        7 => &mut event.after_state,
        8 => &mut event.request_id,
        9 => &mut event.previous_hash,
        _ => &mut event.hash,
    };
    let at = at % (text.len() + 1);
    if at == text.len() {
        return text.push('x');
    }
    let other = if text.as_bytes()[at] == b'0' {
        "1"
    } else {
        "0"
    };
    text.replace_range(at..=at, other);
}

/// Writes the hashes from an event on anew, as somebody who knows how would.
fn chain_anew(events: &mut [AuditEvent], from: usize) {
    for at in from..events.len() {
        let previous = at.checked_sub(1).map(|before| events[before].hash.clone());
        events[at].previous_hash = previous.unwrap_or_default();
        events[at].seq = i64::try_from(at).unwrap() + 1;
        events[at].hash = events[at].digest();
    }
}

const LENGTH: usize = 40;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_changed_event_is_found(which in 0..LENGTH, field in 0..11_usize, at in 0..80_usize) {
        let mut events = log(LENGTH);
        prop_assert_eq!(prove_all(&events, Vec::new()), Ok(40));
        flip(&mut events[which], field, at);
        let found = prove_all(&events, Vec::new());
        prop_assert!(matches!(found, Err(Flaw::Broken(_))));
    }

    #[test]
    fn a_dropped_event_is_found(which in 0..LENGTH - 1) {
        let mut events = log(LENGTH);
        let seq = events[which].seq;
        events.remove(which);
        let found = prove_all(&events, Vec::new());
        prop_assert_eq!(found, Err(Flaw::Broken(Broken { seq: seq + 1 })));
    }

    #[test]
    fn swapped_events_are_found(one in 0..LENGTH, other in 0..LENGTH, renumbered: bool) {
        prop_assume!(one != other);
        let mut events = log(LENGTH);
        events.swap(one, other);
        if renumbered {
            for (at, event) in events.iter_mut().enumerate() {
                event.seq = i64::try_from(at).unwrap() + 1;
            }
        }
        let found = prove_all(&events, Vec::new());
        prop_assert!(matches!(found, Err(Flaw::Broken(_))));
    }

    #[test]
    fn an_end_that_was_cut_off_is_found_by_a_head(
        left in 0..LENGTH,
        kept in proptest::collection::btree_set(0..LENGTH, 0..4),
    ) {
        let mut events = log(LENGTH);
        let last = head(&events[LENGTH - 1]);
        let mut heads: Vec<Head> = kept.iter().map(|at| head(&events[*at])).collect();
        heads.push(last);
        prop_assert_eq!(prove_all(&events, heads.clone()), Ok(40));
        events.truncate(left);
        let end = i64::try_from(left).unwrap();
        // By itself it is sound: that is why heads are kept.
        prop_assert_eq!(prove_all(&events, Vec::new()), Ok(end));
        let found = prove_all(&events, heads.clone());
        let first = heads.into_iter().filter(|head| head.seq > Some(end)).min();
        prop_assert_eq!(found, Err(Flaw::Lost { head: first.unwrap(), end }));
    }

    #[test]
    fn a_log_that_was_written_anew_is_found_by_a_head(
        which in 0..LENGTH,
        field in 3..9_usize,
        dropped: bool,
        numbered: bool,
    ) {
        let mut events = log(LENGTH);
        let mut kept = head(&events[LENGTH - 1]);
        if !numbered {
            kept.seq = None;
        }
        if dropped && which < LENGTH - 1 {
            events.remove(which);
        } else {
            flip(&mut events[which], field, 0);
        }
        chain_anew(&mut events, which);
        prop_assert!(prove_all(&events, Vec::new()).is_ok());
        let found = prove_all(&events, vec![kept.clone()]);
        let end = events.last().unwrap().seq;
        prop_assert_eq!(found, Err(Flaw::Lost { head: kept, end }));
    }
}

#[test]
fn what_is_stored_is_proved_against_heads() {
    let (_folder, database) = trial::database();
    let note = |what: &str| {
        let written = database.write(trial::stamp(), |tx| {
            append(tx, what, ("round", "winter"), "", "")
        });
        written.unwrap();
        let (seq, hash) = database.read(end).unwrap().unwrap();
        Head {
            seq: Some(seq),
            hash,
        }
    };
    let heads = vec![note("one"), note("two")];
    let proved = |heads: Vec<Head>| {
        let read = database.read(|reader: &mut Reader| prove(reader, heads));
        read.unwrap()
    };
    assert_eq!(proved(heads.clone()), Ok(2));
    let other = Head {
        seq: None,
        hash: "00".to_owned(),
    };
    assert_eq!(
        proved(vec![heads[1].clone(), other.clone()]),
        Err(Flaw::Lost {
            head: other,
            end: 2
        })
    );
    database
        .write(trial::stamp(), |tx| -> Result<(), StoreError> {
            let last = audit_events::table.filter(audit_events::seq.eq(2));
            diesel::delete(last).execute(tx.connection())?;
            Ok(())
        })
        .unwrap();
    let lost = Flaw::Lost {
        head: heads[1].clone(),
        end: 1,
    };
    assert_eq!(proved(heads), Err(lost));
}

/// The texts of an event, in the order in which they are digested.
fn texts(event: &mut AuditEvent) -> [&mut String; 7] {
    [
        &mut event.action,
        &mut event.object_kind,
        &mut event.object_id,
        &mut event.before_state,
        &mut event.after_state,
        &mut event.request_id,
        &mut event.previous_hash,
    ]
}

#[test]
fn no_letter_moves_unseen_from_one_field_to_the_next() {
    let mut sound = log(1).remove(0);
    for text in texts(&mut sound) {
        "ab".clone_into(text);
    }
    for at in 1..7 {
        let mut moved = sound.clone();
        let fields = texts(&mut moved);
        let letter = fields[at - 1].pop().unwrap();
        fields[at].insert(0, letter);
        assert_ne!(moved.digest(), sound.digest(), "into field {at}");
    }
    let numbered = |seq: i64, micros: i64| AuditEvent {
        seq,
        at: Moment::from_micros(micros),
        ..sound.clone()
    };
    assert_ne!(numbered(12, 345).digest(), numbered(1, 2_345).digest());
    let id = AccountId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap();
    let by_somebody = AuditEvent {
        actor_id: Some(id),
        ..sound.clone()
    };
    let by_nobody = AuditEvent {
        actor_id: None,
        action: format!("{id}{}", sound.action),
        ..sound
    };
    assert_ne!(by_somebody.digest(), by_nobody.digest());
}

/// Puts events into the log as somebody who holds the database could.
fn put(database: &Database, events: &[AuditEvent]) {
    let done = database.write(trial::stamp(), |tx| -> Result<(), StoreError> {
        for event in events {
            diesel::insert_into(audit_events::table)
                .values(event)
                .execute(tx.connection())?;
        }
        Ok(())
    });
    done.unwrap();
}

#[test]
fn a_log_that_is_read_in_pieces_is_walked_to_its_end() {
    let (_folder, database) = trial::database();
    // Some more than are read at once.
    put(&database, &log(5_002));
    assert_eq!(database.read(verify).unwrap(), Ok(5_002));
    let done = database.write(trial::stamp(), |tx| -> Result<(), StoreError> {
        let last = audit_events::table.filter(audit_events::seq.eq(5_002));
        diesel::update(last)
            .set(audit_events::after_state.eq("another state"))
            .execute(tx.connection())?;
        Ok(())
    });
    done.unwrap();
    let found = database.read(verify).unwrap();
    assert_eq!(found, Err(Broken { seq: 5_002 }));
}

#[test]
fn an_event_below_the_first_number_is_found() {
    for seq in [0, -1, i64::MIN] {
        let (_folder, database) = trial::database();
        let events = log(2);
        put(&database, &events);
        assert_eq!(database.read(verify).unwrap(), Ok(2));
        let mut below = AuditEvent {
            seq,
            previous_hash: String::new(),
            ..events[1].clone()
        };
        below.hash = below.digest();
        put(&database, &[below]);
        assert_eq!(database.read(verify).unwrap(), Err(Broken { seq }));
    }
}
