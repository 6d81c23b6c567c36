//! `evenhand analyse` as somebody with a spreadsheet meets it.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn analyse(table: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("scores.csv");
    std::fs::write(&file, table).expect("the table is written");
    run(&file, arguments)
}

fn run(file: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    let command = command.env_clear().arg("analyse").arg(file);
    command.args(arguments).output().expect("the program runs")
}

fn json(output: &Output) -> Value {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn p1() -> String {
    let data = include_str!("../data/reviews/erforresearch_mock.csv");
    let rows = data.lines().filter(|line| line.starts_with("p1,"));
    let rows = rows.map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        format!("{},{},{}\n", cells[1], cells[2], cells[4])
    });
    std::iter::once("application,reviewer,score\n".to_owned())
        .chain(rows)
        .collect()
}

#[test]
fn the_json_is_as_promised() {
    let found = json(&analyse(&p1(), &["--json"]));
    let keys = |value: &Value| -> Vec<String> {
        let mut keys: Vec<String> = value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect();
        keys.sort();
        keys
    };
    let sorted = |text: &str| -> Vec<String> {
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        words.sort();
        words
    };
    assert_eq!(
        keys(&found["applications"][0]),
        sorted("application n mean sd adjusted se expected_rank rank_low rank_high pcer band")
    );
    assert_eq!(
        keys(&found["reviewers"][0]),
        sorted("reviewer n mean severity se")
    );
    assert_eq!(
        keys(&found["agreement"]),
        sorted("alpha_nominal alpha_ordinal alpha_interval alpha_ratio icc1 icck k")
    );
    assert_eq!(
        keys(&found["variance"]),
        sorted("application reviewer residual")
    );
    assert_eq!(found["seed"], 1);
    let ranks = found["applications"].as_array().expect("a list").iter();
    let ranks: Vec<f64> = ranks
        .map(|one| one["expected_rank"].as_f64().expect("a rank"))
        .collect();
    assert_eq!(ranks.len(), 15);
    assert!(ranks.is_sorted());
    assert!(
        (ranks[0] - 2.44).abs() < 0.15 && (ranks[14] - 13.7).abs() < 0.15,
        "{ranks:?}"
    );
}

#[test]
fn the_same_table_and_seed_give_the_same_answer_in_whatever_order_rows_come() {
    let table = "application,reviewer,score\nA,x,3\nA,y,4\nB,x,1\nB,y,2\nC,x,5\nC,y,2\n";
    let turned = "application;reviewer;score\nC;y;2\nC;x;٥\nB;y;2,0\nB;x;1\nA;y;4\nA;x;3\n";
    let (one, other) = (
        analyse(table, &["--seed", "7"]),
        analyse(turned, &["--seed", "7"]),
    );
    assert_eq!(
        String::from_utf8_lossy(&one.stdout),
        String::from_utf8_lossy(&other.stdout)
    );
    let low = json(&analyse(table, &["--json", "--best", "low"]));
    assert_eq!(low["applications"][0]["application"], "B");
    let ordinal = json(&analyse(table, &["--json", "--scale", "ordinal"]));
    let adjusted = ordinal["applications"][0]["adjusted"]
        .as_f64()
        .expect("a ridit");
    assert!((0.0..=1.0).contains(&adjusted));
}

#[test]
fn what_cannot_be_told_is_null_with_a_reason() {
    for (table, code) in [
        ("application,reviewer,score\nA,x,3\nB,x,4\n", "one-reviewer"),
        (
            "application,reviewer,score\nA,x,3\nB,y,4\n",
            "single-reviews",
        ),
        (
            "application,reviewer,score\nA,x,3\nA,y,3\nB,x,3\n",
            "no-variation",
        ),
        (
            "application,reviewer,score\nA,x,3\nA,y,4\nB,x,1\nB,y,2\nC,,\n",
            "no-reviews",
        ),
        (
            "application,reviewer,score\nA,x,3\nA,y,4\nB,x,1\nC,v,4\nC,w,2\nD,v,3\n",
            "panel",
        ),
    ] {
        let found = json(&analyse(table, &["--json"]));
        let notes = found["notes"].as_array().expect("a list");
        assert!(
            notes.iter().any(|note| note["code"] == code),
            "{code}: {notes:?}"
        );
        let last = found["applications"]
            .as_array()
            .expect("a list")
            .last()
            .cloned();
        let last = last.expect("an application");
        assert_eq!(last["expected_rank"].is_null(), code != "panel", "{last}");
    }
}

#[test]
fn a_wrong_table_is_refused_by_row_and_column() {
    let wrong = "application,reviewer,score\nA,x,good\nA,y,4\nA,y,5\nB,,3\n";
    let refused = analyse(wrong, &[]);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(refused.stdout.is_empty());
    for part in [
        "row 2, column score: “good” is not a number.",
        "row 4, column score: This was scored already in row 3.",
        "row 5, column reviewer: The reviewer is missing.",
        "3 problems; nothing was analysed",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let scale = analyse("application,reviewer,score\nA,x,9\n", &["--points", "1-5"]);
    let said = String::from_utf8_lossy(&scale.stderr);
    assert!(
        said.contains("row 2, column score: 9 is outside of the scale from 1 to 5."),
        "{said}"
    );
    assert_eq!(scale.status.code(), Some(1));
    assert_eq!(analyse("", &["--best", "middle"]).status.code(), Some(2));
    assert_eq!(run(Path::new("no-such.csv"), &[]).status.code(), Some(1));
}
