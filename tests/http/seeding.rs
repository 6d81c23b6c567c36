//! Filling a database in bulk: both kinds alike, and as sound as what people do.

use std::path::Path;

use crate::access::hundred::texts;
use crate::support::{TestDatabase, option};
use crate::whole::{done, run, same, tables};

const SEEDED: [&str; 9] = [
    "seed",
    "--applications",
    "60",
    "--prior-grants",
    "20",
    "--seed",
    "3",
    "--as-of",
    "2026-11-02",
];

#[test]
fn the_same_seed_fills_both_databases_alike() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let copy = |name: &str, data: &Path, url: &str| {
        let said = done(&run(data, url, &SEEDED));
        assert!(said.contains("60 applications in 4 rounds"), "{said}");
        let out = folder.path().join(name);
        done(&run(data, url, &["export-all", "--out", &text(&out)]));
        tables(&out)
    };
    let home = TestDatabase::empty();
    let (data, url) = (home.folder.path(), option(&home.url));
    let here = copy("here", data, &url);
    done(&run(data, &url, &["seal"]));
    let healthy = done(&run(data, &url, &["doctor"]));
    assert_eq!(healthy, "Every invariant holds.\n");
    let other = tempfile::tempdir().expect("a folder");
    let file = format!("sqlite:{}", text(&other.path().join("other.sqlite")));
    same(&here, &copy("other", other.path(), &file));
    assert_eq!(here["applications.jsonl"].lines().count(), 60);
    // Searches find all of it by the grams of its names, and nothing is left to be given any.
    let grams = here["organisation_grams.jsonl"].lines().count();
    assert!(grams > 10 * here["organisations.jsonl"].lines().count());
    let without = "SELECT id AS found FROM organisations \
        WHERE grams_of <> name_latin || '/' || name_arabic || '/' || name_hebrew";
    assert_eq!(texts(&home.url, without), [""; 0]);
}
