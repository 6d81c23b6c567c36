//! Commands on the data: migrating, people, the audit log, the doctor.

use std::process::Output;
use std::time::{Duration, Instant};

use crate::place::{PASSWORD, Place, done, refusal, text};
use crate::serving::Serving;

#[test]
fn a_database_is_migrated_once() {
    let place = Place::new();
    let first = done(&place.run(&["migrate"]));
    assert!(first.starts_with("Migrations run: "), "{first}");
    assert_eq!(done(&place.run(&["migrate"])), "The database is current.\n");
}

/// A row of each table whose values name the master key that sealed them.
const SEALED: [&str; 4] = [
    "INSERT INTO organisation_keys (id, organisation_id, wrapped, made_at) \
     VALUES ('k', 'o', '1.00000000000000ab.x', 1)",
    "INSERT INTO second_factors (account_id, sealed, last_step, created_at) \
     VALUES ('a', '1.00000000000000ab.x', 0, 1)",
    "INSERT INTO outbox (id, recipient, subject, body, created_at, due_at, attempts, sealed) \
     VALUES ('l', 'a@example.org', '', '', 1, 1, 0, '1.00000000000000ab.x')",
    "INSERT INTO second_step_losses (account_id, reason, said_by, said_at, sealed) \
     VALUES ('a', '', 'b', 1, '1.00000000000000ab.x')",
];

#[test]
fn a_master_key_is_missed_whatever_it_sealed() {
    for row in SEALED {
        let place = Place::migrated();
        done(&place.run(&["seal"]));
        place.tamper(&format!("PRAGMA foreign_keys = OFF; {row}"));
        let line = refusal(&place.run(&["seal"]), 1);
        assert!(line.contains("00000000000000ab"), "{row}: {line}");
    }
}

#[test]
fn a_first_key_is_made_beside_the_data_unless_a_variable_holds_one() {
    let place = Place::migrated();
    let key = place.path().join("master.key");
    let made = std::fs::read(&key).expect("the key is there");
    done(&place.run(&["migrate"]));
    assert_eq!(std::fs::read(&key).expect("the key stays"), made);

    let place = Place::new();
    let keys = "00112233445566778899aabbccddeeff".repeat(2);
    let with = |words: &[&str]| {
        let mut command = place.command(words);
        let output = command.env("EVENHAND_MASTER_KEY", &keys).output();
        output.expect("it runs")
    };
    done(&with(&["migrate"]));
    assert!(!place.path().join("master.key").exists());
    let line = refusal(&with(&["seal", "--new-key"]), 2);
    assert!(
        line.contains("the keys come from EVENHAND_MASTER_KEY"),
        "{line}"
    );

    // Or a program that hands them out; not both.
    let file = place.path().join("handed-out");
    std::fs::write(&file, keys).expect("written");
    let program = format!("/bin/cat {}", file.display());
    let handed = |words: &[&str]| {
        let mut command = place.command(words);
        let output = command
            .env("EVENHAND_MASTER_KEY_COMMAND", &program)
            .output();
        output.expect("it runs")
    };
    done(&handed(&["doctor"]));
    assert!(!place.path().join("master.key").exists());
    std::fs::write(&file, "nothing").expect("written");
    let line = refusal(&handed(&["doctor"]), 2);
    assert!(
        line.contains("master_key_command: /bin/cat: line 1"),
        "{line}"
    );
    let mut both = place.command(&["doctor"]);
    both.env("EVENHAND_MASTER_KEY", "00".repeat(32));
    both.env("EVENHAND_MASTER_KEY_COMMAND", &program);
    let line = refusal(&both.output().expect("it runs"), 2);
    assert!(line.contains("leave one"), "{line}");
}

#[test]
fn a_database_that_is_not_migrated_is_not_read() {
    let place = Place::new();
    let line = refusal(&place.run(&["user", "list"]), 2);
    assert_eq!(
        line,
        "evenhand: the database is older than this release: run evenhand migrate"
    );
}

#[test]
fn a_database_of_a_newer_release_is_left_alone() {
    let place = Place::migrated();
    place.tamper("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000001')");
    let file = place.path().join("evenhand.sqlite");
    let before = std::fs::read(&file).expect("the file is read");
    for arguments in [
        ["migrate"].as_slice(),
        &["serve"],
        &["user", "list"],
        &["audit", "verify"],
    ] {
        let line = refusal(&place.run(arguments), 2);
        assert_eq!(
            line,
            "evenhand: the database was made by a newer release (29990101000001): run that release instead"
        );
        assert_eq!(
            std::fs::read(&file).expect("the file is read"),
            before,
            "{arguments:?}"
        );
    }
}

#[test]
fn people_are_added_listed_and_disabled() {
    let place = Place::migrated();
    let add = |email: &str, role: &str| {
        done(&place.run_typing(
            &["user", "add", email, "--name", "A Person", "--role", role],
            PASSWORD,
        ))
    };
    assert_eq!(
        add("Rana@Example.org", "admin"),
        "rana@example.org is admin.\n"
    );
    assert_eq!(
        add("dov@example.org", "reviewer"),
        "dov@example.org is reviewer.\n"
    );
    assert_eq!(
        add("rana@example.org", "auditor"),
        "rana@example.org is auditor.\n"
    );
    assert_eq!(
        done(&place.run(&["user", "disable", "dov@example.org"])),
        "dov@example.org is disabled.\n"
    );
    assert_eq!(
        done(&place.run(&["user", "list"])),
        "dov@example.org\treviewer\tdisabled\nrana@example.org\tadmin,auditor\tactive\n"
    );
    assert_eq!(
        done(&place.run(&["user", "sign-out-everybody"])),
        "Sessions ended: 0.\n"
    );
    assert_eq!(
        refusal(&place.run(&["user", "disable", "nobody@example.org"]), 1),
        "evenhand: no such account"
    );
}

#[test]
fn a_person_needs_an_address_and_a_good_password() {
    let place = Place::migrated();
    let add = |email: &str, typed: &[u8]| {
        place.run_typing(&["user", "add", email, "--role", "admin"], typed)
    };
    let last = |output: &Output| {
        text(&output.stderr)
            .lines()
            .last()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(
        last(&add("rana", PASSWORD)),
        "evenhand: Enter an e-mail address like name@example.org."
    );
    let short = add("rana@example.org", b"short\n");
    assert_eq!(short.status.code(), Some(2));
    assert!(
        last(&short).contains("Several words are easy to remember."),
        "{}",
        last(&short)
    );
    assert_eq!(
        add("rana@example.org", b"").status.code(),
        Some(2),
        "no password at all"
    );
    assert_eq!(done(&place.run(&["user", "list"])), "");
}

#[test]
fn the_audit_log_is_proved_whole_or_broken() {
    let place = Place::migrated();
    for email in ["a@example.org", "b@example.org", "c@example.org"] {
        done(&place.run_typing(&["user", "add", email, "--role", "reviewer"], PASSWORD));
    }
    let whole = done(&place.run(&["audit", "verify"]));
    assert_eq!(whole, "The audit log is whole: 3 events.\n");
    for (words, seq) in [
        (
            "UPDATE audit_events SET after_state = 'admin' WHERE seq = 2",
            2,
        ),
        ("UPDATE audit_events SET at = at + 1 WHERE seq = 2", 2),
        ("DELETE FROM audit_events WHERE seq = 1", 2),
    ] {
        let copy = Place::new();
        std::fs::copy(
            place.path().join("evenhand.sqlite"),
            copy.path().join("evenhand.sqlite"),
        )
        .expect("copied");
        copy.tamper(words);
        let line = refusal(&copy.run(&["audit", "verify"]), 1);
        assert_eq!(
            line,
            format!("evenhand: the audit log is broken at event {seq}"),
            "{words}"
        );
    }
}

#[test]
fn an_end_that_was_cut_off_is_found_by_what_the_server_wrote_down() {
    let place = Place::new();
    let serving = Serving::start(&place);
    let heads = place.path().join("audit-heads.jsonl");
    let began = Instant::now();
    while !heads.exists() {
        assert!(began.elapsed() < Duration::from_secs(60), "no head");
        std::thread::yield_now();
    }
    drop(serving);
    let whole = done(&place.run(&["audit", "verify"]));
    assert!(whole.ends_with("are in it: 1.\n"), "{whole}");
    let line = std::fs::read_to_string(&heads).expect("the file is read");
    let line: serde_json::Value = serde_json::from_str(&line).expect("one line");
    let seq = line["seq"].as_i64().expect("a number");
    place.tamper(&format!("DELETE FROM audit_events WHERE seq >= {seq}"));
    let line = refusal(&place.run(&["audit", "verify"]), 1);
    let ends = format!("ends with event {}, and event {seq} was", seq - 1);
    assert!(line.contains(&ends), "{line}");
    let doctor = place.run(&["doctor"]);
    assert_eq!(doctor.status.code(), Some(1));
    assert!(text(&doctor.stdout).contains(&ends), "the doctor finds it");
    // By itself, what is left is sound.
    std::fs::remove_file(&heads).expect("it goes");
    done(&place.run(&["audit", "verify"]));
}

#[test]
fn the_doctor_finds_what_is_broken() {
    let place = Place::migrated();
    let add = ["user", "add", "a@example.org", "--role", "admin"];
    done(&place.run_typing(&add, PASSWORD));
    assert_eq!(done(&place.run(&["doctor"])), "Every invariant holds.\n");
    place.tamper("UPDATE audit_events SET action = 'x' WHERE seq = 1");
    let output = place.run(&["doctor"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 1, "the finding");
    assert!(text(&output.stderr).starts_with("evenhand: 1 invariants are broken"));
}
