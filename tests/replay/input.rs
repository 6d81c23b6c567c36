//! What is replayed: grants as requests, ratings of papers as points.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Grants that are replayed.
pub const COUNT: usize = 60;
/// Reviewers of each.
pub const REVIEWERS: usize = 3;
/// Criteria of the default rubric.
pub const CRITERIA: usize = 6;

/// Least and most that the round gives, in whole dollars.
pub const LIMITS: (u64, u64) = (5_000, 100_000);

const BASES: [&str; 5] = ["israel", "west_bank", "gaza", "east_jerusalem", "joint"];
const COMMUNITIES: [&str; 4] = ["israeli", "palestinian", "palestinian_citizens", "joint"];
const FUNDING_TYPES: [&str; 3] = ["core", "project", "legal_aid"];

/// Points by criterion; `None` for "cannot judge".
pub type Points = [Option<u8>; CRITERIA];

/// A grant as what its recipient asks for.
pub struct Request {
    pub organisation: String,
    pub base: &'static str,
    pub community: &'static str,
    pub title: String,
    pub summary: String,
    pub need: String,
    /// In whole dollars.
    pub amount: u64,
    pub funding_type: &'static str,
    /// Whether somebody finds its registration in order.
    pub verified: bool,
    pub points: [Points; REVIEWERS],
}

/// The folder of real input, if it is on this machine.
pub fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!(
        "replay: {} is not here, so nothing is replayed",
        folder.display()
    );
    None
}

type Row = HashMap<String, String>;

/// The rows of a CSV file, each as the values of its columns by name.
fn rows(file: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(file).expect("a CSV file");
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

/// Grants from all over the file, each with the ratings of a paper.
pub fn requests(folder: &Path) -> Vec<Request> {
    let grants = rows(&folder.join("prior_grants/israel_palestine_grants.csv"));
    let papers = papers(&rows(&folder.join("reviews/iclr2019_ratings.csv")));
    assert!(grants.len() >= COUNT, "{} grants", grants.len());
    assert!(papers.len() >= COUNT, "{} papers", papers.len());
    let mut times: HashMap<String, usize> = HashMap::new();
    let chosen = (0..COUNT).map(|n| {
        let grant = &grants[n * grants.len() / COUNT];
        let paper = papers[n * papers.len() / COUNT];
        let mut organisation = clip(&grant["donee"], 80, 180);
        let time = times.entry(organisation.clone()).or_default();
        *time += 1;
        if *time > 1 {
            organisation = format!("{organisation} ({time})");
        }
        request(n, organisation, grant, paper)
    });
    chosen.collect()
}

fn request(n: usize, organisation: String, grant: &Row, paper: [u8; REVIEWERS]) -> Request {
    let notes = match grant["notes"].trim() {
        "" => format!("General support of {}", grant["donee"]),
        notes => notes.to_owned(),
    };
    let amount = grant["amount"].split('.').next().unwrap_or_default();
    let amount: u64 = amount.parse().expect("an amount");
    Request {
        organisation,
        base: BASES[n % BASES.len()],
        community: COMMUNITIES[n % COMMUNITIES.len()],
        title: clip(&notes, 30, 140),
        summary: clip(&notes, 100, 4_000),
        need: clip(&notes, 400, 4_000),
        amount: amount.clamp(LIMITS.0, LIMITS.1),
        funding_type: FUNDING_TYPES[n % FUNDING_TYPES.len()],
        verified: n % 10 != 3,
        points: points(n, paper),
    }
}

/// The ratings of every paper that has three, in the order of the file.
fn papers(rows: &[Row]) -> Vec<[u8; REVIEWERS]> {
    let ratings = |papers: &[Row]| -> Vec<u8> {
        let rating = |row: &Row| row["rating"].parse().expect("a rating");
        papers.iter().map(rating).collect()
    };
    rows.chunk_by(|one, next| one["application_id"] == next["application_id"])
        .filter_map(|paper| ratings(paper).try_into().ok())
        .collect()
}

/// The ratings of a paper, 1 to 10, as points 0 to 5: each reviewer begins with
/// their own and goes round the paper's from criterion to criterion. Here and
/// there somebody can't judge; at times so much that a review doesn't count, and
/// once none of an application does.
fn points(n: usize, paper: [u8; REVIEWERS]) -> [Points; REVIEWERS] {
    std::array::from_fn(|reviewer| {
        std::array::from_fn(|criterion| {
            let gap = (n * 5 + reviewer * 7 + criterion * 3).is_multiple_of(19);
            let pressure = criterion == 2 || criterion == 3;
            let unread = pressure && (n == 33 || (n % 20 == 7 && reviewer == 2));
            let rating = paper[(reviewer + criterion) % REVIEWERS];
            (!gap && !unread).then_some(rating / 2)
        })
    })
}

/// The first words of a text, spaces folded, within two limits.
fn clip(text: &str, words: usize, chars: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().take(words).collect();
    let clipped: String = words.join(" ").chars().take(chars).collect();
    clipped.trim().to_owned()
}
