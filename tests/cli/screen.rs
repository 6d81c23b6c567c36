//! `evenhand screen` as somebody with a list and a name meets it. All names are made up.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::place::{done, refusal, text};

const NAMES: &str = "17,\"OLIVE, Amin Karim\",\"individual\",\"AAA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1950.\"\n18,\"OLIVE RELIEF FOUNDATION\",-0- ,\"BBB\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
const ALIASES: &str = "17,1,\"aka\",\"ZAYTUN, Amin\",-0- \n";

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    let command = command.env_clear().arg("screen").args(arguments);
    command.output().expect("the program runs")
}

/// Files in a folder of their own.
struct Files(TempDir);

impl Files {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("the file is written");
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

fn said(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn a_name_meets_lists_in_any_script() {
    let files = Files::new(&[("sdn.csv", NAMES), ("alt.csv", ALIASES)]);
    let (sdn, alt) = (files.path("sdn.csv"), files.path("alt.csv"));
    let lists = ["--list", said(&sdn), "--list", said(&alt)];
    let screened = |name: &str, more: &[&str]| -> Value {
        let arguments = [&[name, "--json"], &lists[..], more].concat();
        serde_json::from_str(&done(&run(&arguments))).expect("JSON")
    };
    let found = screened("أمين زيتون", &[]);
    let matches = found["possible_matches"].as_array().expect("a list");
    assert_eq!(matches.len(), 1, "{found}");
    assert_eq!(matches[0]["id"], "17");
    assert_eq!(matches[0]["matched_name"], "ZAYTUN, Amin");
    assert_eq!(matches[0]["born"][0], "1950");
    assert_eq!(matches[0]["parts"]["alike"][0]["listed"], "amin");
    assert_eq!(found["names"], 3);
    let none = screened("أمين زيتون", &["--kind", "organisation"]);
    assert_eq!(none["possible_matches"].as_array().map(Vec::len), Some(0));
    let all = screened("Olive Relief Fund", &["--threshold", "0.9"]);
    assert_eq!(all["possible_matches"][0]["id"], "18");

    let told = done(&run(
        &[&["Amin Olive", "--kind", "person"], &lists[..]].concat()
    ));
    assert!(told.contains("possible matches: 1\n"), "{told}");
    assert!(
        told.contains("OFAC 17 (person): OLIVE, Amin Karim"),
        "{told}"
    );
    assert!(told.contains("only in the list: karim"), "{told}");
}

#[test]
fn pairs_get_their_scores_and_nothing_else_changes() {
    let table = "note,name1,name2\nx,Rana Haddad,رنا حداد\ny,\"Haddad, Rana\",Rana Haddad\nz,=1+1,Samir Khoury\n";
    let files = Files::new(&[("pairs.csv", table)]);
    let file = files.path("pairs.csv");
    let told = done(&run(&["--pairs", said(&file), "--threshold", "0.9"]));
    let rows: Vec<&str> = told.lines().collect();
    assert_eq!(rows[0], "name1,name2,score");
    assert!(rows[1].starts_with("Rana Haddad,رنا حداد,0.9"), "{told}");
    assert_eq!(rows[2], "\"Haddad, Rana\",Rana Haddad,1.0000");
    assert_eq!(
        rows[3], "=1+1,Samir Khoury,0.0000",
        "all pairs, as they came"
    );
    assert_eq!(done(&run(&["--show-threshold"])), "0.53\n");
}

#[test]
fn mistakes_are_named() {
    let files = Files::new(&[
        ("pairs.csv", "name1,other\na,b\n"),
        ("list.csv", "hello\n"),
        ("bad.csv", "17,1,\"aka\",\"X Y\",-0- \n17,2\n"),
    ]);
    let pairs = run(&["--pairs", said(&files.path("pairs.csv"))]);
    assert!(refusal(&pairs, 1).ends_with("row 1: These columns are missing: name2."));
    let list = run(&["Rana", "--list", said(&files.path("list.csv"))]);
    assert!(refusal(&list, 1).contains("This is no watch list that can be read."));
    assert!(refusal(&run(&["--", "--"]), 2).contains("no letters"));
    for wrong in [
        &["--threshold", "2", "Rana"][..],
        &["--kind", "ship", "Rana"],
        &[],
    ] {
        assert_eq!(run(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(
        run(&["Rana", "--list", "no-such.csv"]).status.code(),
        Some(1)
    );
    let bad = run(&["Rana", "--list", said(&files.path("bad.csv"))]);
    let told = text(&bad.stderr);
    assert_eq!(bad.status.code(), Some(0), "{told}");
    assert!(
        told.contains("line 2 is passed over: 2 cells instead of 5."),
        "{told}"
    );
}
