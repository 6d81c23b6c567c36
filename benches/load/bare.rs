//! The statements of a request by themselves: heard while the program answers, then run
//! on connections of our own, with no program around them.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use evenhand::store::DatabaseUrl;

use crate::client::{Measured, everybody, measured};
use crate::seed::Raw;

static HEARS: AtomicBool = AtomicBool::new(false);
static HEARD: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Ear;

impl Instrumentation for Ear {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let InstrumentationEvent::StartQuery { query, .. } = event
            && HEARS.load(Ordering::SeqCst)
        {
            HEARD.lock().expect("a list").push(query.to_string());
        }
    }
}

/// Hears every connection that is made from now on.
pub fn listen() {
    set_default_instrumentation(|| Some(Box::new(Ear))).expect("connections are heard");
}

/// The statements of some work, in their order, as the database can run them again.
pub fn statements(work: impl FnOnce()) -> Vec<String> {
    HEARS.store(true, Ordering::SeqCst);
    work();
    HEARS.store(false, Ordering::SeqCst);
    let heard = std::mem::take(&mut *HEARD.lock().expect("a list"));
    let plain = heard.iter().map(|told| plain(told));
    // What only asks whether a connection lives, or sets it up, is no part of the work.
    let of_work = |told: &String| {
        !["SELECT 1", "PRAGMA", "SET "]
            .iter()
            .any(|s| told.starts_with(s))
    };
    plain.filter(of_work).collect()
}

/// Runs lists of statements on as many connections as there are people: each list of a
/// person's in turn, again from the first where `again` says so.
pub fn load(
    url: &DatabaseUrl,
    limit: Duration,
    again: bool,
    of_person: &(impl Fn(usize) -> Vec<Vec<String>> + Sync),
) -> Measured {
    let begun = Instant::now();
    let one = |person: usize| {
        let mut raw = Raw::open(url);
        if let DatabaseUrl::Sqlite(_) = url {
            raw.run(
                "PRAGMA busy_timeout = 60000; PRAGMA synchronous = FULL; \
                 PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000",
            );
        }
        let lists = of_person(person);
        let mut times = Vec::new();
        while begun.elapsed() < limit && !lists.is_empty() {
            let turn = times.len();
            if turn >= lists.len() && !again {
                break;
            }
            let began = Instant::now();
            raw.run_each(&lists[turn % lists.len()]);
            times.push(began.elapsed());
        }
        times
    };
    let times = everybody(one);
    measured(times, begun.elapsed())
}

/// A statement as it is told, with its values in their places.
fn plain(told: &str) -> String {
    let Some((words, binds)) = told.split_once(" -- binds: ") else {
        return told.to_owned();
    };
    let binds = listed(binds.trim()).unwrap_or(binds);
    let values: Vec<String> = items(binds).into_iter().map(literal).collect();
    let mut next = values.iter();
    let mut plain = String::with_capacity(told.len());
    let mut rest = words.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '?' => plain.push_str(next.next().map_or("NULL", String::as_str)),
            '$' if rest.peek().is_some_and(char::is_ascii_digit) => {
                let mut place = 0_usize;
                while let Some(digit) = rest.peek().and_then(|c| c.to_digit(10)) {
                    place = place * 10 + digit as usize;
                    rest.next();
                }
                let value = values.get(place.wrapping_sub(1));
                plain.push_str(value.map_or("NULL", String::as_str));
            }
            letter => plain.push(letter),
        }
    }
    plain
}

/// What stands between the brackets of a list.
fn listed(item: &str) -> Option<&str> {
    item.strip_prefix('[')?.strip_suffix(']')
}

/// The items of a list that Rust printed, each as it stands there.
fn items(list: &str) -> Vec<&str> {
    let (mut found, mut from, mut depth) = (Vec::new(), 0, 0);
    let (mut quoted, mut escaped) = (false, false);
    for (at, letter) in list.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(list[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    let last = list[from..].trim();
    if !last.is_empty() {
        found.push(last);
    }
    found
}

/// A value that Rust printed, as SQL writes it: texts and numbers as they are, ids and
/// instants out of their brackets, codes of our lists in small letters.
fn literal(item: &str) -> String {
    let inside = |name: &str| {
        let rest = item.strip_prefix(name)?.strip_prefix('(')?;
        rest.strip_suffix(')')
    };
    if let Some(text) = item.strip_prefix('"') {
        return quote(&unescaped(text.strip_suffix('"').unwrap_or(text)));
    }
    // PostgreSQL takes a list as one value.
    if let Some(list) = listed(item) {
        let all: Vec<String> = items(list).into_iter().map(literal).collect();
        return match all.is_empty() {
            true => quote("{}"),
            false => format!("ARRAY[{}]", all.join(", ")),
        };
    }
    if item.parse::<f64>().is_ok() || matches!(item, "true" | "false") {
        return item.to_owned();
    }
    if item == "None" {
        return "NULL".to_owned();
    }
    if let Some(some) = inside("Some") {
        return literal(some);
    }
    if let Some(number) = inside("Moment") {
        return number.to_owned();
    }
    if let Some(points) = inside("Points") {
        return quote(points);
    }
    match item {
        "CannotJudge" => return quote("abstain"),
        "Unanswered" => return quote(""),
        _ => {}
    }
    match item.split_once('(') {
        // An id, or another value that says what it is.
        Some((_, rest)) => quote(rest.trim_end_matches(')').trim_matches('"')),
        None => quote(&code(item)),
    }
}

/// `in_review` of `InReview`.
fn code(variant: &str) -> String {
    let mut code = String::new();
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The text of a string that Rust printed.
fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text.chars());
    while let Some(letter) = rest.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        match rest.next() {
            Some('n') => plain.push('\n'),
            Some('r') => plain.push('\r'),
            Some('t') => plain.push('\t'),
            Some('0') => plain.push('\0'),
            Some('u') => {
                let digits: String = rest.by_ref().skip(1).take_while(|c| *c != '}').collect();
                let number = u32::from_str_radix(&digits, 16).unwrap_or(0);
                plain.extend(char::from_u32(number));
            }
            Some(other) => plain.push(other),
            None => {}
        }
    }
    plain
}
