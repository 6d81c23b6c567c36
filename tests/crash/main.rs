//! The real program in bad times: killed while people act, while it migrates and while it
//! copies; with a disk that takes no write; cut off from its database, or on a line to it that
//! is stuck; with slow people and many. On SQLite or, when `EVENHAND_TEST_DATABASE` names a
//! PostgreSQL, there. What is guaranteed stands in `docs/faults.md`; `cargo bench --bench killed`
//! runs more.

#[path = "../http/support/mod.rs"]
mod support;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../http/story.rs"]
mod story;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../http/deliberation.rs"]
mod deliberation;

#[path = "../http/reviewed.rs"]
mod reviewed;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../http/files/asking.rs"]
mod asking;

mod breaking_off;
mod checks;
mod crowded;
mod cut;
mod diary;
mod disk;
#[allow(dead_code, reason = "a benchmark needs more of it")]
mod folder;
mod full;
mod people;
mod program;
mod relay;
mod slow;
mod storm;
mod stuck;
#[allow(dead_code, reason = "a benchmark needs more of it")]
mod trace;

use std::thread;

/// Runs of the program that is killed, and kills of each command.
const RUNS: u64 = 20;
const KILLS: u64 = 5;
/// Runs made side by side.
const ABREAST: usize = 2;

#[test]
fn what_was_acknowledged_is_stored_once_whenever_the_program_is_killed() {
    let some = |first: usize| {
        for seed in (0..RUNS).skip(first).step_by(ABREAST) {
            let storm::Outcome {
                acknowledged,
                restart,
                problems,
            } = storm::run(seed);
            assert_eq!(problems, [""; 0], "seed {seed}, again after {restart:?}");
            assert!(acknowledged > 0, "seed {seed}: nothing was at stake");
        }
    };
    thread::scope(|scope| {
        let runs: Vec<_> = (0..ABREAST).map(|n| scope.spawn(move || some(n))).collect();
        for one in runs {
            one.join().expect("every run is right");
        }
    });
}

#[test]
fn a_migration_that_is_killed_is_gone_on_with() {
    assert_eq!(breaking_off::migrating(1, KILLS), [""; 0]);
}

#[test]
fn half_a_copy_is_never_taken_for_a_whole_one() {
    assert_eq!(breaking_off::copying(1, KILLS), [""; 0]);
}

#[test]
fn a_backup_or_a_new_key_that_is_killed_leaves_nothing_half() {
    assert_eq!(breaking_off::backing_up_and_sealing(1, KILLS), [""; 0]);
}

#[test]
fn a_move_that_is_killed_is_gone_on_with() {
    assert_eq!(breaking_off::moving(1, KILLS), [""; 0]);
}
