//! Files in a bucket, over HTTP at a server that checks signatures: several processes share
//! it, copies come out of it and go into it, and while it is away nothing is half done.

mod server;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::files::{PDF, add, added, begun, left, papers, part, rows, story_with};
use crate::story::Story;
use crate::support::{Node, Person, TestSite, on_postgres, option};
use crate::whole::{done, refused};
use server::{Bucket, Mood};

/// A story whose files lie in the bucket.
fn story_in(files: &str) -> Story {
    story_with(|config| files.clone_into(&mut config.files))
}

/// Another process of the story on another machine: with a data folder of its own and the
/// same key.
fn beside(story: &Story, files: &str) -> (TempDir, TestSite) {
    let data = tempfile::tempdir().expect("a folder");
    let key = story.site.folder().join("master.key");
    let site = story.site.again_with(|config| {
        data.path().clone_into(&mut config.data);
        files.clone_into(&mut config.files);
        config.master_key_file = key.to_string_lossy().into_owned();
    });
    (data, site)
}

/// Runs a command of an installation whose files lie there.
fn run(data: &Path, files: &str, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().env("EVENHAND_FILES", files);
    command.arg("--data").arg(data).args(words);
    command.output().expect("the program runs")
}

#[test]
fn what_came_to_one_process_is_read_and_removed_at_another() {
    let bucket = Bucket::start();
    let files = bucket.place("evenhand");
    let story = story_in(&files);
    let (_data, second) = beside(&story, &files);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let there = rana.led_to(&second.address);
    let file = added(&rana, &papers(&place), "statute.pdf", PDF);
    assert_eq!(there.get(&file).body, PDF);
    assert_eq!(left(&story.site), [""; 0], "no machine keeps any");
    let objects = bucket.objects("evenhand");
    assert_eq!(objects.len(), 1);
    assert!(!holds(&objects[0].1, b"%PDF"), "it is sealed");
    let removal = format!("{file}/removal");
    let after = there.submit(&there.get(&removal), &removal, &[]);
    assert_eq!(after.notice(), "The file is removed.");
    assert_eq!(bucket.objects("evenhand"), []);
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|some| some == part)
}

#[test]
fn parts_may_come_to_several_processes_with_one_bucket() {
    let bucket = Bucket::start();
    let files = bucket.place("evenhand");
    let story = story_in(&files);
    let (_data, second) = beside(&story, &files);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let there = rana.led_to(&second.address);
    let (to, _) = begun(&rana, &place, "a.pdf", PDF.len());
    assert_eq!(part(&rana, &to, 0, &PDF[..10]).0, 200);
    let on_its_way = bucket.objects("evenhand");
    assert_eq!(on_its_way.len(), 1);
    assert!(!holds(&on_its_way[0].1, b"%PDF"), "it is sealed");
    assert_eq!(begun(&there, &place, "a.pdf", PDF.len()), (to.clone(), 10));
    // The answer was lost: the same part again is not added twice.
    let (status, told) = part(&there, &to, 0, &PDF[..10]);
    assert_eq!((status, &told["offset"]), (409, &10.into()));
    let (status, told) = part(&there, &to, 10, &PDF[10..]);
    assert_eq!((status, &told["done"]), (200, &true.into()));
    let list = rana.get(&papers(&place));
    let file = list.attributes("#there th a", "href")[0].clone();
    assert_eq!(rana.get(&file).body, PDF);
    assert_eq!(
        bucket.objects("evenhand").len(),
        1,
        "what came in parts is gone"
    );
    assert_eq!(left(&story.site), [""; 0]);
}

/// Adds a file while that can't be: told so with advice, and nothing is there.
fn adds_in_vain(person: &Person, place: &str) {
    let refused = add(person, place, &[("more.pdf", "application/pdf", PDF)]);
    assert_eq!(refused.status, 503);
    assert!(refused.text().contains("Please try again later"));
    assert_eq!(refused.header("retry-after"), Some("60"));
}

#[test]
fn while_the_bucket_is_away_nothing_is_half_kept_and_then_all_goes_on() {
    let bucket = Bucket::start();
    let files = bucket.place("evenhand");
    let story = story_in(&files);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file = added(&rana, &papers(&place), "statute.pdf", PDF);
    bucket.is(Mood::Away);
    adds_in_vain(&rana, &papers(&place));
    assert_eq!(rana.get(&file).status, 503);
    assert_eq!(rana.get(&papers(&place)).status, 200, "pages go on");
    assert_eq!((left(&story.site), rows(&story.site)), (Vec::new(), (1, 0)));
    // What is taken off meanwhile is off; its content goes with the next sweep.
    let removal = format!("{file}/removal");
    let after = rana.submit(&rana.get(&removal), &removal, &[]);
    assert_eq!(after.notice(), "The file is removed.");
    bucket.is(Mood::Well);
    let file = added(&rana, &papers(&place), "more.pdf", PDF);
    assert_eq!(rana.get(&file).body, PDF);
    assert_eq!(rows(&story.site), (1, 0));
}

#[test]
fn a_bucket_that_says_nothing_is_not_waited_for_long() {
    let bucket = Bucket::start();
    let files = format!("{}&timeout=1s", bucket.place("evenhand"));
    let story = story_in(&files);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    bucket.is(Mood::Silent);
    adds_in_vain(&rana, &papers(&place));
    assert_eq!((left(&story.site), rows(&story.site)), (Vec::new(), (0, 0)));
    bucket.is(Mood::Well);
    assert_eq!(bucket.objects("evenhand"), []);
}

#[test]
fn settings_that_open_no_bucket_are_told_with_what_to_do() {
    let (bucket, data) = (Bucket::start(), tempfile::tempdir().expect("a folder"));
    let serve = ["--listen", "127.0.0.1:0"];
    let wrong = bucket.place_for("evenhand", "of-somebody-else");
    let said = refused(&run(data.path(), &wrong, &serve));
    assert!(said.contains("check AWS_ACCESS_KEY_ID"), "{said}");
    assert!(
        !said.contains("of-somebody-else"),
        "the key stays untold: {said}"
    );
    let said = refused(&run(data.path(), "s3://grants?colour=red", &serve));
    assert!(said.contains("\"colour\" is no setting"), "{said}");
    assert_eq!(bucket.objects("evenhand"), []);
}

#[test]
fn without_its_bucket_the_program_starts_and_says_so() {
    let (bucket, site) = (Bucket::start(), TestSite::start());
    let files = bucket.place("evenhand");
    bucket.is(Mood::Away);
    let settings = [("EVENHAND_FILES", files.as_str())];
    let node = Node::start(site.folder(), site.url(), &settings);
    let visitor = site.visitor().led_to(&node.address);
    assert_eq!(visitor.get("/sign-in").status, 200);
    let url = option(site.url());
    let asked = ["--database", url.as_str(), "doctor"];
    let found = run(site.folder(), &files, &asked);
    let said = String::from_utf8_lossy(&found.stdout).into_owned();
    let said = said + &String::from_utf8_lossy(&found.stderr);
    assert!(
        said.contains("s3://grants/evenhand does not answer"),
        "{said}"
    );
    assert!(!said.contains("secret_access_key"), "{said}");
}

#[test]
fn backups_and_copies_come_out_of_a_bucket_and_go_into_one() {
    if on_postgres() {
        return;
    }
    let bucket = Bucket::start();
    let files = bucket.place("evenhand");
    let story = story_in(&files);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    added(&rana, &papers(&place), "statute.pdf", PDF);
    let kept = bucket.objects("evenhand");
    let url = option(story.site.url());
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let text = |name: &str| at(name).to_string_lossy().into_owned();
    let here = |words: &[&str]| {
        let words = [&["--database", url.as_str()][..], words].concat();
        run(story.site.folder(), &files, &words)
    };

    let backup = text("backup");
    done(&here(&["backup", &backup]));
    assert_eq!(bucket.objects("evenhand"), kept, "no mark stays");
    let restored = bucket.place("restored");
    let restore = ["restore", backup.as_str()];
    done(&run(&at("back"), &restored, &restore));
    assert_eq!(bucket.objects("restored"), kept);
    // Not beside other files, whatever the folder.
    let said = refused(&run(&at("again"), &restored, &restore));
    assert!(said.contains("holds files already"), "{said}");
    assert_eq!(bucket.objects("restored"), kept);

    done(&here(&["export-all", "--out", &text("copy")]));
    let imported = bucket.place("imported");
    fs::create_dir(at("other")).expect("a folder");
    done(&run(
        &at("other"),
        &imported,
        &["import-all", &text("copy")],
    ));
    assert_eq!(bucket.objects("imported"), kept);
}
