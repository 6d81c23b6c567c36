//! `evenhand draw` as somebody who doubts a draw meets it.

use std::process::{Command, Output};

/// Of the seed of zeros: `head -c 32 /dev/zero | sha256sum`.
const COMMITMENT: &str = "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925";

fn draw(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    let command = command.env_clear().arg("draw").args(arguments);
    command.output().expect("the program runs")
}

fn lines(output: &Output) -> Vec<String> {
    let said = String::from_utf8_lossy(&output.stdout);
    said.lines().map(str::to_owned).collect()
}

#[test]
fn the_same_references_come_out_in_the_same_order_from_a_file_too() {
    let seed = "0".repeat(64);
    let given = draw(&[
        "--seed",
        &seed,
        "--commitment",
        COMMITMENT,
        "EH-B",
        "EH-A",
        "EH-C",
    ]);
    assert_eq!(given.status.code(), Some(0));
    let order = lines(&given);
    assert_eq!(order.len(), 3);
    let lots: Vec<&str> = order
        .iter()
        .filter_map(|line| line.split('\t').nth(2))
        .collect();
    assert!(
        lots.is_sorted() && lots.iter().all(|lot| lot.len() == 64),
        "{order:?}"
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("references.txt");
    std::fs::write(&file, "EH-C\n\n EH-A\r\nEH-B\nEH-B\n").expect("the file is written");
    let file = file.to_str().expect("a path");
    assert_eq!(
        lines(&draw(&["--seed", &seed, "--references", file])),
        order
    );
}

#[test]
fn another_seed_than_the_one_committed_to_is_told() {
    let output = draw(&[
        "--seed",
        &"1".repeat(64),
        "--commitment",
        COMMITMENT,
        "EH-A",
    ]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("not the one committed to"), "{said}");
    assert_eq!(lines(&output), [""; 0]);
    assert_eq!(draw(&["--seed", "12", "EH-A"]).status.code(), Some(2));
    assert_eq!(draw(&["--seed", &"1".repeat(64)]).status.code(), Some(2));
}
