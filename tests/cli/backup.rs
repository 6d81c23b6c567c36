//! Backups: written, proven and brought back; what is damaged or in the way changes nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use evenhand::exchange::backup::{
    DATABASE, Files, LAYOUT, MANIFEST, Manifest, Pack, Part, Recipients,
};
use tempfile::TempDir;

use crate::place::{PASSWORD, Place, done, refusal};
use crate::serving::Serving;

/// An installation with people, and a folder for backups of it.
pub struct Kept {
    pub place: Place,
    folder: TempDir,
}

impl Kept {
    pub fn new() -> Self {
        let place = Place::migrated();
        for email in ["a@example.org", "b@example.org"] {
            let add = ["user", "add", email, "--role", "reviewer"];
            done(&place.run_typing(&add, PASSWORD));
        }
        let folder = tempfile::tempdir().expect("a folder");
        Self { place, folder }
    }

    /// A place in that folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A backup of it, which is not encrypted.
    pub fn written(&self) -> PathBuf {
        let file = self.file("sound");
        done(&on(&self.place, "backup", &file, &[]));
        file
    }

    fn people(&self) -> String {
        done(&self.place.run(&["user", "list"]))
    }
}

/// Runs a command on a file.
pub fn on(place: &Place, command: &str, file: &Path, more: &[&str]) -> Output {
    let file = file.to_str().expect("UTF-8");
    let words: Vec<&str> = [command, file].iter().chain(more).copied().collect();
    place.run(&words)
}

/// The installation is not there, nor anything of one.
pub fn nothing_in(place: &Place) {
    for name in [DATABASE, "files"] {
        assert!(!place.path().join(name).exists(), "{name}");
    }
}

#[test]
fn what_was_backed_up_comes_back() {
    let kept = Kept::new();
    let file = kept.file("one");
    let said = done(&on(&kept.place, "backup", &file, &[]));
    assert!(said.contains("the database"), "{said}");
    assert!(said.contains("It is not encrypted"), "{said}");
    assert!(said.contains("The master key is not in it"), "{said}");
    let line = refusal(&on(&kept.place, "backup", &file, &[]), 2);
    assert!(line.contains("is there already"), "{line}");

    let other = Place::new();
    let said = done(&on(&other, "verify", &file, &[]));
    assert!(said.contains("The audit log is whole: 2 events."), "{said}");
    nothing_in(&other);
    done(&on(&other, "restore", &file, &[]));
    assert_eq!(done(&other.run(&["user", "list"])), kept.people());
    assert_eq!(
        done(&other.run(&["doctor", "--deep"])),
        "Every invariant holds.\n"
    );
    let line = refusal(&on(&other, "restore", &file, &[]), 2);
    assert!(line.contains("holds an installation"), "{line}");

    // Elsewhere than in the folder of the settings.
    let third = tempfile::tempdir().expect("a folder");
    let into = third.path().join("new");
    let into = into.to_str().expect("UTF-8");
    done(&on(&kept.place, "restore", &file, &["--into", into]));
    assert!(Path::new(into).join(DATABASE).exists());
}

#[test]
fn only_the_owner_of_the_key_opens_it() {
    let kept = Kept::new();
    let key = |name: &str| {
        let secret = Identity::generate();
        let path = kept.file(name);
        fs::write(&path, secret.to_string().expose_secret()).expect("a key");
        let path = path.to_str().expect("UTF-8").to_owned();
        (secret.to_public().to_string(), path)
    };
    let ((public, own), (_, other)) = (key("own.key"), key("other.key"));
    let file = kept.file("sealed");
    let line = refusal(&on(&kept.place, "backup", &file, &["--to", "age1x"]), 2);
    assert!(line.contains("no public key of age"), "{line}");
    done(&on(&kept.place, "backup", &file, &["--to", &public]));
    let bytes = fs::read(&file).expect("a backup");
    assert!(bytes.starts_with(b"age-encryption.org/v1"));

    let place = Place::new();
    for command in ["verify", "restore"] {
        let line = refusal(&on(&place, command, &file, &[]), 2);
        assert!(line.contains("--identity"), "{line}");
        let with = ["--identity", other.as_str()];
        let line = refusal(&on(&place, command, &file, &with), 2);
        assert!(line.contains("encrypted for another one"), "{line}");
        nothing_in(&place);
    }
    let with = ["--identity", own.as_str()];
    done(&on(&place, "verify", &file, &with));
    done(&on(&place, "restore", &file, &with));
    assert_eq!(done(&place.run(&["user", "list"])), kept.people());
}

/// Writes a backup as this program would not.
fn forged(file: &Path, migration: &str, parts: &[(&str, &[u8])]) {
    let out = fs::File::create(file).expect("a file");
    let mut pack = Pack::new(out, &Recipients::default(), 0).expect("it begins");
    let mut database: Option<Part> = None;
    for (name, bytes) in parts {
        let part = pack.add(name, bytes.len() as u64, *bytes).expect("added");
        if *name == DATABASE {
            database = Some(part);
        }
    }
    let manifest = Manifest {
        layout: LAYOUT,
        release: "9".to_owned(),
        migration: migration.to_owned(),
        written_at: String::new(),
        database,
        audit_end: None,
        files: Files::of(std::iter::empty()),
        unsound: Vec::new(),
    };
    let text = serde_json::to_vec(&manifest).expect("JSON");
    pack.add(MANIFEST, text.len() as u64, &text[..])
        .expect("added");
    pack.finish().expect("it ends");
}

#[test]
fn a_backup_of_a_newer_release_is_refused_whole() {
    let kept = Kept::new();
    kept.place
        .tamper("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000001'); PRAGMA wal_checkpoint(TRUNCATE)");
    let database = fs::read(kept.place.path().join(DATABASE)).expect("a database");
    // Also where only the database in it knows.
    for (name, told) in [("newer", "29990101000001"), ("silent", "1")] {
        let file = kept.file(name);
        forged(&file, told, &[(DATABASE, &database[..])]);
        let place = Place::new();
        let line = refusal(&on(&place, "restore", &file, &[]), 1);
        assert!(line.contains("a newer release (29990101000001)"), "{line}");
        nothing_in(&place);
    }
}

#[test]
fn a_name_that_leads_elsewhere_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("hostile");
    let key = "abcd0123456789abcdef0123456789ab";
    for name in ["files/ab/cd/evil", "evil", "master.key", key] {
        forged(&file, "1", &[(name, &b"x"[..])]);
        let place = Place::new();
        let line = refusal(&on(&place, "restore", &file, &[]), 1);
        assert!(line.contains("which no backup has there"), "{line}");
        nothing_in(&place);
    }
}

#[test]
fn a_broken_audit_log_comes_back_and_is_told() {
    let kept = Kept::new();
    kept.place
        .tamper("UPDATE audit_events SET action = 'x' WHERE seq = 1");
    let file = kept.written();
    let place = Place::new();
    for command in ["verify", "restore"] {
        let output = on(&place, command, &file, &[]);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("broken at event 1 already"), "{said}");
    }
    assert_eq!(done(&place.run(&["user", "list"])), kept.people());
}

#[test]
fn nothing_is_left_when_the_room_runs_out_or_the_program_is_killed() {
    let kept = Kept::new();
    let file = kept.file("late");
    // A limit of the machine on how long a file may grow: refused, or the end of the program.
    for ignored in ["trap '' XFSZ;", ""] {
        let words = format!("{ignored} ulimit -f 64; exec \"$@\"");
        let mut command = Command::new("/bin/sh");
        command.env_clear().args(["-c", &words, "sh"]);
        command.arg(env!("CARGO_BIN_EXE_evenhand"));
        command.arg("--data").arg(kept.place.path());
        let output = command.arg("backup").arg(&file).output().expect("it runs");
        assert!(!output.status.success());
        assert_eq!(
            fs::read_dir(kept.folder.path()).expect("a folder").count(),
            0
        );
    }
    done(&on(&kept.place, "backup", &file, &[]));
    done(&on(&kept.place, "verify", &file, &[]));
    let under_way = kept.place.path().join(".backup");
    let left = fs::read_dir(under_way).expect("a folder").count();
    assert_eq!(left, 0, "no copy in clear stays beside the data");
}

#[test]
fn files_that_lie_elsewhere_come_back_where_the_settings_say() {
    const SDN: &str =
        "17,\"OLIVE, Amin\",\"individual\",\"AAA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
    let kept = Kept::new();
    let add = ["user", "add", "ada@example.org", "--role", "admin"];
    done(&kept.place.run_typing(&add, PASSWORD));
    let named = |name: &str| kept.file(name).to_str().expect("UTF-8").to_owned();
    let (sdn, alt, file) = (named("sdn.csv"), named("alt.csv"), named("one"));
    fs::write(&sdn, SDN).expect("a list");
    fs::write(&alt, "17,1,\"aka\",\"ZAYTUN, Amin\",-0- \n").expect("a list");
    let with = |place: &Place, folder: &str, words: &[&str]| {
        let mut command = place.command(words);
        let command = command.env("EVENHAND_FILES", kept.file(folder));
        command.output().expect("the program runs")
    };
    let mut load = vec!["watch-list", "load", sdn.as_str(), alt.as_str()];
    load.extend(["--list", "ofac", "--by", "ada@example.org"]);
    load.extend(["--dated", "2026-03-09"]);
    done(&with(&kept.place, "here", &load));
    let said = done(&with(&kept.place, "here", &["backup", &file]));
    assert!(said.contains(" and 2 files."), "{said}");

    let other = Place::new();
    done(&with(&other, "there", &["restore", &file]));
    done(&with(&other, "there", &["doctor", "--deep"]));
    assert!(!other.path().join("files").exists());
    let line = refusal(&with(&Place::new(), "there", &["restore", &file]), 2);
    assert!(line.contains("holds an installation"), "{line}");
}

/// Waits for something that the server does by itself.
fn wait_until(what: &str, mut happened: impl FnMut() -> bool) {
    let began = Instant::now();
    while !happened() {
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::yield_now();
    }
}

#[test]
fn the_server_writes_a_backup_each_day_and_keeps_the_last_ones() {
    let kept = Kept::new();
    let folder = kept.folder.path();
    let settings = |more: &str| {
        let folder = folder.to_str().expect("UTF-8");
        let lines = format!("backup_folder = \"{folder}\"\nbackup_keep = 2\n{more}\n");
        let file = kept.place.path().join("evenhand.toml");
        fs::write(file, lines).expect("settings");
    };
    settings("backup_hour = 24");
    let line = refusal(&kept.place.run(&["--listen", "127.0.0.1:0", "serve"]), 2);
    assert!(line.contains("backup_hour is from 0 to 23"), "{line}");
    settings("backup_to = \"age1x\"");
    let line = refusal(&kept.place.run(&["--listen", "127.0.0.1:0", "serve"]), 2);
    assert!(line.contains("no public key of age"), "{line}");

    settings("backup_hour = 0");
    let doctor = kept.place.run(&["doctor"]);
    assert_eq!(doctor.status.code(), Some(1));
    let said = String::from_utf8_lossy(&doctor.stderr).into_owned();
    assert!(said.contains("there is no backup in"), "{said}");
    let named = |name: &str| folder.join(name);
    let first = named("evenhand-2020-01-01.backup");
    let second = named("evenhand-2020-01-02.backup");
    let left = named(".evenhand-backup-left");
    for file in [&first, &second, &left] {
        fs::write(file, "x").expect("written");
    }
    let doctor = kept.place.run(&["doctor"]);
    assert_eq!(doctor.status.code(), Some(1));
    let said = String::from_utf8_lossy(&doctor.stderr).into_owned();
    assert!(said.contains("days old"), "{said}");

    let serving = Serving::start(&kept.place);
    wait_until("a backup takes the place of the oldest", || !first.exists());
    drop(serving);
    assert!(second.exists() && !left.exists());
    let said = done(&kept.place.run(&["doctor"]));
    let file = said.trim_end().rsplit(": ").next().expect("a file");
    done(&on(&kept.place, "verify", Path::new(file), &[]));
}
