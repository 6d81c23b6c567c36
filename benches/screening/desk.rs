//! The names of a list as an installation keeps and asks them.

use std::time::Instant;

use evenhand::domain::list_screening::{Bearer, Desk, ListedName, Record, Role};
use evenhand::domain::names::{Kind, THRESHOLD};
use rand_chacha::ChaCha8Rng;

use super::{NAMES_AN_ENTRY, SEARCHES, on_cpu, person};

/// Organisations that are screened at once.
const ORGANISATIONS: usize = 1_000;

/// The same names as the entries of one list, asked as an installation asks: one name,
/// then 1,000 organisations with their own name and five people's on two threads.
pub fn desk(list: &[(String, Kind)], random: &mut ChaCha8Rng) {
    let record = |(at, names): (usize, &[(String, Kind)])| Record {
        number: at.to_string(),
        kind: names[0].1,
        names: names
            .iter()
            .map(|(name, _)| ListedName::strong(name))
            .collect(),
        born: Vec::new(),
        countries: Vec::new(),
        programmes: Vec::new(),
    };
    let records: Vec<Record> = list
        .chunks(NAMES_AN_ENTRY)
        .enumerate()
        .map(record)
        .collect();
    let (entries, begun) = (records.len(), Instant::now());
    let desk = Desk::new(records);
    println!(
        "\na list of {entries} entries with {} names, taken apart in {:.2?}",
        desk.names(),
        begun.elapsed()
    );
    let bearer =
        |name: &str, kind, role| Bearer::new(Some(kind), role, [name]).expect("a name has letters");
    let asked: Vec<Bearer> = (0..SEARCHES)
        .map(|_| bearer(&person(random), Kind::Person, Role::Board))
        .collect();
    let (mut times, spent) = (Vec::new(), on_cpu());
    for one in &asked {
        let begun = Instant::now();
        std::hint::black_box(desk.search(one, THRESHOLD));
        times.push(begun.elapsed());
    }
    let spent = on_cpu()
        .zip(spent)
        .map(|(now, before)| (now - before) / SEARCHES as u32);
    times.sort();
    println!(
        "  one name: p50 {:.2?}, p95 {:.2?}; processor time {spent:.2?} on average",
        times[SEARCHES / 2],
        times[SEARCHES * 95 / 100],
    );
    let organisations: Vec<Vec<Bearer>> = (0..ORGANISATIONS)
        .map(|at| {
            let own = &list[at * 97 % list.len()].0;
            let own = bearer(own, Kind::Organisation, Role::Organisation);
            let people = (0..5).map(|_| bearer(&person(random), Kind::Person, Role::Board));
            std::iter::once(own).chain(people).collect()
        })
        .collect();
    let begun = Instant::now();
    let search = |part: &[Vec<Bearer>]| -> usize {
        let bearers = part.iter().flatten();
        bearers.map(|one| desk.search(one, THRESHOLD).len()).sum()
    };
    let hits: usize = std::thread::scope(|scope| {
        let halves: Vec<_> = organisations
            .chunks(ORGANISATIONS / 2)
            .map(|half| scope.spawn(move || search(half)))
            .collect();
        halves
            .into_iter()
            .map(|half| half.join().expect("a thread"))
            .sum()
    });
    println!(
        "  {ORGANISATIONS} organisations with 6 names each on two threads: {:.2?}, {hits} hits",
        begun.elapsed()
    );
}
