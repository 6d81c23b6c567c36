//! What the comparison of names is worth and what it costs; prints, asserts nothing.
//! `cargo bench --bench screening`. Reads the labelled pairs and list samples of
//! `../shared/data` where they are present.
//!
//! 1. Labelled pairs by category, a half by the CRC-32 of their names kept back while
//!    tuning, and how many of those with a name in Arabic letters are found.
//! 2. Pairs across scripts of another project.
//! 3. False hits among people who do not exist: as a share of pairs, and of people.
//! 4. One name against 20,000 entries with 100,000 names: time, memory, what is lost.
//! 5. The same as the entries of one list, asked as an installation asks: one name, and
//!    1,000 organisations with six names each on two threads.

mod desk;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use evenhand::domain::names::{Index, Kind, Name, THRESHOLD, compare};
use evenhand::exchange::watch_list::WatchLists;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

const NAMES: usize = 100_000;
const NAMES_AN_ENTRY: usize = 5;
const SEARCHES: usize = 500;
const COMPARED_IN_FULL: usize = 60;

fn main() {
    println!("threshold {THRESHOLD}");
    labelled();
    across_scripts();
    let mut random = ChaCha8Rng::seed_from_u64(1);
    strangers(&mut random);
    index(&mut random);
    println!("peak memory: {}", peak());
}

fn data(file: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(file);
    path.exists().then_some(path)
}

fn score(one: &str, other: &str) -> f64 {
    compare(&Name::new(one, None), &Name::new(other, None)).score
}

/// The half that a pair belongs to: 0 for tuning, 1 kept back.
fn half(one: &str, other: &str) -> usize {
    let mut crc = u32::MAX;
    for byte in one.bytes().chain([b'|']).chain(other.bytes()) {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    usize::from(!crc & 1 == 1)
}

/// Pairs of one kind: how many there are, and how many reach the threshold.
type Table = BTreeMap<(String, bool, String), [[u32; 2]; 2]>;

fn labelled() {
    let Some(path) = data("names/derived_name_pairs.csv") else {
        return println!("no labelled pairs here");
    };
    let mut rows = csv::Reader::from_path(path).expect("the pairs open");
    let (mut table, mut sums) = (Table::new(), [[0_u32; 3]; 2]);
    // In Arabic letters: how many match, and how many of those are found.
    let mut arabic = [[0_u32; 2]; 2];
    for row in rows.records() {
        let row = row.expect("a row");
        let (is_match, half) = (&row[4] == "true", half(&row[2], &row[3]));
        let found = score(&row[2], &row[3]) >= THRESHOLD;
        let key = (row[0].to_owned(), is_match, row[5].to_owned());
        let cell = &mut table.entry(key).or_default()[half];
        cell[0] += 1;
        cell[1] += u32::from(found);
        if is_match && in_arabic(&row[2]) != in_arabic(&row[3]) {
            arabic[half][0] += 1;
            arabic[half][1] += u32::from(found);
        }
        // Rightly found, wrongly found, missed.
        let which = match (is_match, found) {
            (true, true) => 0,
            (false, true) => 1,
            (true, false) => 2,
            (false, false) => continue,
        };
        sums[half][which] += 1;
    }
    println!("\nlabelled pairs: found of all, tuning half and kept half");
    for ((group, is_match, quality), halves) in table {
        let label = if is_match { "match" } else { "other" };
        let share = |[all, found]: [u32; 2]| format!("{found}/{all} {:.1} %", percent(found, all));
        let [tuned, kept] = halves.map(share);
        println!("  {group:20} {label} {quality:7} {tuned:>16} {kept:>16}");
    }
    for (name, [right, wrong, missed]) in ["tuning", "kept"]
        .iter()
        .zip(sums)
        .chain([(&"all", std::array::from_fn(|at| sums[0][at] + sums[1][at]))])
    {
        let [right, wrong, missed] = [right, wrong, missed].map(f64::from);
        println!(
            "  {name:7} precision {:.3} recall {:.3} F1 {:.4}",
            right / (right + wrong),
            right / (right + missed),
            2.0 * right / (2.0 * right + wrong + missed)
        );
    }
    for (name, [all, found]) in ["tuning", "kept"].iter().zip(arabic) {
        let share = percent(found, all);
        println!("  {name:7} Arabic letters to others: {found} of {all} found ({share:.1} %)");
    }
}

/// Whether a name has Arabic letters.
fn in_arabic(name: &str) -> bool {
    name.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c))
}

fn across_scripts() {
    let Some(path) = data("names/watchman_cross_script_pairs.csv") else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("the pairs are read");
    println!("\npairs across scripts");
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let cells: Vec<&str> = line.split(',').collect();
        let score = score(cells[0], cells[1]);
        let mark = if score >= THRESHOLD {
            ""
        } else {
            "  below the threshold"
        };
        println!("  {score:.4} {} | {}{mark}", cells[0], cells[1]);
    }
}

const GIVEN: &str = "Muhammad Ahmad Mahmoud Ali Hassan Hussein Omar Khaled Yousef Ibrahim Samir Nabil Walid Tareq Rami Fadi Bassam Jamal Karim Nasser Rana Layla Huda Amal Noor Fatima Mariam Salma Dina Hanan Sami Ziad Imad Anwar Majed Raed Suha Rula Nadia Abdallah Mustafa Ismail Salim Issa Musa Adnan Marwan Ghassan Hatem David Moshe Yosef Yaakov Avraham Daniel Noa Tamar Maya Yael Michal Rachel Sarah Eitan Uri Amit Gal Omer Itai Ronen Shlomo Shira Dalia Yehuda Gideon Nir Eyal John Mary Peter Anna Thomas Claire Hans Ingrid Paul Laura Olga Ivan Sergei Carlos Lucia";
const FAMILY: &str = "Haddad Khoury Barghouti Masri Shaheen Odeh Awad Hamdan Najjar Khatib Saleh Zayd Darwish Qasem Tamimi Jabari Nashashibi Husseini Dajani Khalidi Mansour Sabbagh Shehadeh Ashrawi Zreik Bishara Tibi Hijazi Atallah Salameh Daraghmeh Hammad Yasin Kanaan Rabah Sawalha Qawasmi Natsheh Zoubi Shalabi Ghanem Jaber Hamed Amer Bakri Cohen Levi Mizrahi Peretz Biton Friedman Katz Azoulay Malka Dahan Shapira Golan Amar Sharabi Segal Ohana Gabay Rosenberg Klein Weiss Halevi Carmi Sela Navon Smith Jones Mueller Schmidt Dubois Martin Rossi Garcia Ivanov Petrov Andersson Nielsen Brown Taylor Murphy Novak Kowalski";

fn pick<'a>(random: &mut ChaCha8Rng, words: &[&'a str]) -> &'a str {
    words[(random.next_u64() % words.len() as u64) as usize]
}

/// Somebody with a given name, perhaps a father's and grandfather's, and a family's.
fn person(random: &mut ChaCha8Rng) -> String {
    let (given, family): (Vec<&str>, Vec<&str>) =
        (GIVEN.split(' ').collect(), FAMILY.split(' ').collect());
    let mut parts = vec![pick(random, &given)];
    for _ in 0..random.next_u64() % 3 {
        parts.push(pick(random, &given[..49]));
    }
    parts.push(pick(random, &family));
    parts.join(" ")
}

/// The names of the list samples, with what bears them.
fn listed() -> Vec<(String, Kind)> {
    let mut lists = WatchLists::default();
    for file in [
        "ofac_sdn_sample.csv",
        "ofac_alt_sample.csv",
        "ofac_add_sample.csv",
    ] {
        if let Some(path) = data(&format!("watchlists/{file}")) {
            let file = BufReader::new(File::open(path).expect("the sample opens"));
            let read = lists.read(file).expect("a list");
            println!(
                "  {:?}: {} rows, {} passed over",
                read.format,
                read.said,
                read.bad.len()
            );
        }
    }
    let entries = lists.finish().0.into_iter();
    let names = entries.flat_map(|entry| {
        let kind = entry.kind;
        entry.names.into_iter().map(move |name| (name.text, kind))
    });
    names.collect()
}

fn strangers(random: &mut ChaCha8Rng) {
    println!("\npeople who do not exist");
    let people: Vec<Name> = (0..2_000)
        .map(|_| Name::new(&person(random), Some(Kind::Person)))
        .collect();
    let (mut hits, mut pairs) = (0_u32, 0_u32);
    for _ in 0..200_000 {
        let [one, other] = [0; 2].map(|_| (random.next_u64() % 2_000) as usize);
        let found = compare(&people[one], &people[other]).score;
        // The same name is no false hit.
        if found < 1.0 {
            pairs += 1;
            hits += u32::from(found >= THRESHOLD);
        }
    }
    println!(
        "  share of pairs, two of them: {hits} of {pairs} ({:.3} %)",
        percent(hits, pairs)
    );
    let people_listed = listed()
        .into_iter()
        .filter(|(_, kind)| *kind == Kind::Person);
    let listed: Vec<Name> = people_listed
        .map(|(name, kind)| Name::new(&name, Some(kind)))
        .collect();
    let (index, people) = (Index::new(listed), &people[..1_000]);
    for threshold in [THRESHOLD, 0.6, 0.7, 0.8, 0.9] {
        let found: Vec<usize> = people
            .iter()
            .map(|name| index.search(name, threshold, |_| true).len())
            .collect();
        let hits = found.iter().sum::<usize>() as u32;
        let pairs = (people.len() * index.len()) as u32;
        let hit = found.iter().filter(|hits| **hits > 0).count();
        println!(
            "  from {threshold}: share of pairs, with listed people: {hits} of {pairs} ({:.4} %); \
             share of people who meet any of them: {hit} of {} ({:.1} %)",
            percent(hits, pairs),
            people.len(),
            percent(hit as u32, people.len() as u32)
        );
    }
}

fn percent(part: u32, whole: u32) -> f64 {
    100.0 * f64::from(part) / f64::from(whole.max(1))
}

/// Real names first, then people and organisations made of their words.
fn long_list(random: &mut ChaCha8Rng) -> Vec<(String, Kind)> {
    let mut list = listed();
    let words: Vec<String> = list
        .iter()
        .flat_map(|(name, _)| name.split(' ').map(str::to_owned))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    while list.len() < NAMES {
        let made = match random.next_u64() % 10 {
            0..7 => (person(random), Kind::Person),
            _ if words.is_empty() => (person(random), Kind::Organisation),
            _ => {
                let parts: Vec<&str> = (0..4).map(|_| pick(random, &words)).collect();
                (parts.join(" "), Kind::Organisation)
            }
        };
        list.push(made);
    }
    list
}

fn index(random: &mut ChaCha8Rng) {
    println!(
        "\nan index of {NAMES} names, {} entries with {NAMES_AN_ENTRY} each",
        NAMES / NAMES_AN_ENTRY
    );
    let list = long_list(random);
    let before = peak();
    let begun = Instant::now();
    let names: Vec<Name> = list
        .iter()
        .map(|(name, kind)| Name::new(name, Some(*kind)))
        .collect();
    let parsed = begun.elapsed();
    let index = Index::new(names.clone());
    println!(
        "  taken apart in {parsed:.2?}, indexed in {:.2?}",
        begun.elapsed() - parsed
    );
    println!(
        "  peak memory before {before}, now {} (with a second copy of the names)",
        peak()
    );
    let asked: Vec<Name> = (0..SEARCHES)
        .map(|at| match at % 3 {
            0 => Name::new(&list[at * 7].0, None),
            _ => Name::new(&person(random), Some(Kind::Person)),
        })
        .collect();
    let (mut times, mut found, spent) = (Vec::new(), Vec::new(), on_cpu());
    for name in &asked {
        let begun = Instant::now();
        found.push(index.search(name, THRESHOLD, |_| true));
        times.push(begun.elapsed());
    }
    let spent = on_cpu()
        .zip(spent)
        .map(|(now, before)| (now - before) / SEARCHES as u32);
    times.sort();
    println!(
        "  one name: p50 {:.2?}, p95 {:.2?}, most {:.2?}; processor time {spent:.2?} on average",
        times[SEARCHES / 2],
        times[SEARCHES * 95 / 100],
        times[SEARCHES - 1]
    );
    let (mut all, mut lost) = (0, 0);
    for (name, hits) in asked.iter().zip(&found).take(COMPARED_IN_FULL) {
        let full = names
            .iter()
            .filter(|one| compare(name, one).score >= THRESHOLD)
            .count();
        all += full;
        lost += full.abs_diff(hits.len());
    }
    println!("  against comparing all: {lost} of {all} hits of {COMPARED_IN_FULL} names lost");
    drop((index, names));
    desk::desk(&list, random);
}

/// Time on the processor so far, where the system tells.
fn on_cpu() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split(' ')
        .next()?
        .parse()
        .ok()
        .map(Duration::from_nanos)
}

/// Most memory that was held so far.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.map_or("unknown", |line| line["VmHWM:".len()..].trim())
        .to_owned()
}
