//! Grants of a JSON file: a package with `grants`, or a bare list of them.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::field::{Field, Raw};
use super::{Stop, Wrong};
use crate::domain::Message;

/// The mark of UTF-8 that some programs begin a file with.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Longest grant, and longest name of a part of the package, in bytes: each is held
/// whole while it is read.
const MOST_BYTES: u64 = 1 << 20;

/// Bytes that may still be read of what is held whole; nothing where nothing is held.
type Left = Rc<Cell<Option<u64>>>;

/// Ends when what is held whole becomes too long.
struct Leash<R> {
    input: R,
    left: Left,
}

impl<R: Read> Read for Leash<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == Some(0) {
            return Err(io::Error::other("a grant without an end"));
        }
        let count = self.input.read(buffer)?;
        let left = self.left.get();
        self.left
            .set(left.map(|left| left.saturating_sub(count as u64)));
        Ok(count)
    }
}

/// Hands every grant over.
pub fn each<E>(
    input: impl Read,
    take: &mut impl FnMut(Raw) -> Result<(), Stop<E>>,
) -> Result<(), Stop<E>> {
    let left = Left::default();
    let mut state = State {
        take,
        row: 0,
        stop: None,
        found: false,
        left: Rc::clone(&left),
    };
    let leash = Leash {
        input,
        left: Rc::clone(&left),
    };
    let mut input = BufReader::new(leash);
    if input.fill_buf().is_ok_and(|begin| begin.starts_with(MARK)) {
        input.consume(MARK.len());
    }
    let mut reader = serde_json::Deserializer::from_reader(input);
    let read = Package(&mut state)
        .deserialize(&mut reader)
        .and_then(|()| reader.end());
    let (row, stop, found) = (state.row, state.stop, state.found);
    if let Some(stop) = stop {
        return Err(stop);
    }
    if let Err(problem) = read {
        if problem.is_io() && left.get() == Some(0) {
            let most = i64::try_from(MOST_BYTES >> 20).unwrap_or(i64::MAX);
            let message = Message::new("giving-long").with("most", most);
            return Err(Stop::Refused(Wrong::at(row + 1, "", message)));
        }
        let message = Message::new("giving-json")
            .with("line", i64::try_from(problem.line()).unwrap_or(i64::MAX))
            .with(
                "column",
                i64::try_from(problem.column()).unwrap_or(i64::MAX),
            );
        return Err(Stop::Refused(Wrong::at(row + 1, "", message)));
    }
    match found {
        true => Ok(()),
        false => Err(Stop::Refused(Wrong::plain(1, "grants", "giving-no-grants"))),
    }
}

struct State<'a, T, E> {
    take: &'a mut T,
    row: usize,
    /// Why it ended, when that was not the file's fault.
    stop: Option<Stop<E>>,
    found: bool,
    left: Left,
}

/// The whole file.
struct Package<'s, 'a, T, E>(&'s mut State<'a, T, E>);
/// Its grants.
struct Grants<'s, 'a, T, E>(&'s mut State<'a, T, E>);

impl<'de, E, T: FnMut(Raw) -> Result<(), Stop<E>>> DeserializeSeed<'de> for Package<'_, '_, T, E> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<(), D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de, E, T: FnMut(Raw) -> Result<(), Stop<E>>> Visitor<'de> for Package<'_, '_, T, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a package of grants")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        loop {
            self.0.left.set(Some(MOST_BYTES));
            let Some(key) = map.next_key::<String>()? else {
                return Ok(());
            };
            // What is passed over is not held.
            self.0.left.set(None);
            if key == "grants" {
                map.next_value_seed(Grants(self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        Grants(self.0).visit_seq(seq)
    }
}

impl<'de, E, T: FnMut(Raw) -> Result<(), Stop<E>>> DeserializeSeed<'de> for Grants<'_, '_, T, E> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<(), D::Error> {
        input.deserialize_seq(self)
    }
}

impl<'de, E, T: FnMut(Raw) -> Result<(), Stop<E>>> Visitor<'de> for Grants<'_, '_, T, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of grants")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let state = self.0;
        state.found = true;
        loop {
            state.left.set(Some(MOST_BYTES));
            let Some(grant) = seq.next_element::<Value>()? else {
                state.left.set(None);
                return Ok(());
            };
            state.row += 1;
            if let Err(stop) = (state.take)(raw(state.row, &grant)) {
                state.stop = Some(stop);
                return Err(A::Error::custom("ended"));
            }
        }
    }
}

fn raw(row: usize, grant: &Value) -> Raw {
    let mut raw = Raw::new(row, true);
    for field in Field::ALL {
        let value =
            field
                .path()
                .split('/')
                .try_fold(grant, |value, part| match part.parse::<usize>() {
                    Ok(at) => value.get(at),
                    Err(_) => value.get(part),
                });
        match value {
            Some(Value::String(text)) => raw.set(*field, text),
            Some(Value::Number(number)) => raw.set(*field, &number.to_string()),
            _ => {}
        }
    }
    raw
}
