//! Whoever carries off database, files and a copy of everything, and not the key, reads
//! nothing of what would endanger people.

use std::fs;
use std::path::{Path, PathBuf};

use crate::award::sealed::{done, everything, holds, on};
use crate::engagement::{add as log_entry, log_of};
use crate::files::{added, papers, story};
use crate::pressure::{record, record_of};
use crate::story::{fill, save, send};

const SITUATION: &str = "Umm Dalia hides at the third house";
const LEADER: &str = "Yousef Abu Khdeir";
const NOTES: &str = "Noga drove us through the checkpoint";
const TOWN: &str = "Khirbet Humsa";
const MESSAGE: &str = "Meet us behind the old cinema";
const NAME: &str = "identity card of Dalia.pdf";
const CONTENT: &[u8] = b"%PDF-1.7\nnumber 900112233\n%%EOF\n";

const PLANTED: [&str; 7] = [
    SITUATION,
    LEADER,
    NOTES,
    TOWN,
    MESSAGE,
    NAME,
    "number 900112233",
];

/// Every file in a folder but the key.
fn carried_off(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(carried_off(&path));
        } else if entry.file_name() != "master.key" {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_stolen_database_with_its_files_and_a_copy_tells_nothing() {
    let story = story();
    let (site, ada) = (&story.site, &story.ada);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    save(&rana, &place, "need", &[("situation", SITUATION)]);
    let board = [("board.0.name", LEADER), ("foreign_transfer", "yes")];
    save(&rana, &place, "capacity", &board);
    let file = added(&rana, &papers(&place), NAME, CONTENT);
    send(&rana, &place);
    let thread = format!("{place}/thread");
    rana.submit(&rana.get(&thread), &thread, &[("body", MESSAGE)]);
    let id = place.rsplit('/').next().expect("an id");
    log_entry(ada, &log_of(ada, id), &[("notes", NOTES)]);
    let incidents = record_of(ada, &format!("/admin{place}"));
    record(ada, &incidents, &[("locality", TOWN)]);

    let stolen = tempfile::tempdir().expect("a folder");
    let copy = stolen.path().join("copy");
    let out = copy.to_string_lossy().into_owned();
    done(&on(site, &["export-all", "--out", &out]));
    let mut paths = carried_off(site.folder());
    paths.extend(carried_off(&copy));
    assert!(
        paths
            .iter()
            .any(|path| path.starts_with(copy.join("files")))
    );
    let rows = site.read(everything);
    for word in ["add_file", "log_engagement", "record_incident"] {
        assert!(rows.contains(word), "{word}");
    }
    for planted in PLANTED {
        assert!(!rows.contains(planted), "{planted} lies in a table");
        for path in &paths {
            let bytes = fs::read(path).expect("a file");
            assert!(
                !holds(&bytes, planted),
                "{planted} lies in {}",
                path.display()
            );
        }
    }
    // Whoever may read it still does.
    let receipt = rana.get(&format!("{place}/receipt")).text();
    assert!(receipt.contains(SITUATION) && receipt.contains(LEADER));
    assert_eq!(rana.get(&file).body, CONTENT);
}
