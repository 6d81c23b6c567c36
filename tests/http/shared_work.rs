//! What several processes on one database do between them: the schedules are one's alone,
//! and each sends the letters that no other has in hand. A SQLite file has one process.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use evenhand::actions::audit_log::heads_file;
use evenhand::clock::Clock;
use evenhand::domain::notice::NoticeKind;
use evenhand::store::outbox;
use evenhand::store::{LEAD, Stamp, Tx, notice};
use tempfile::TempDir;

use crate::nodes::{news, post_news, until};
use crate::review::panel::Panel;
use crate::reviewed::id_of;
use crate::support::{Node, TestSite, on_postgres};

/// Whom the end of the audit log is sent to.
const WATCHER: &str = "watcher@example.org";
/// So long nobody may do what another one does.
const A_WHILE: Duration = Duration::from_secs(5);
/// All but one of the letters that a process lists at once.
const IN_HAND: usize = 19;
/// With a rest after each, these would take five minutes.
const FREE: usize = 20;

/// A process on the database of a site, with folders that tell what it did.
struct Worker {
    node: Node,
    folder: TempDir,
}

impl Worker {
    fn start(site: &TestSite) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let text = |path: PathBuf| path.to_string_lossy().into_owned();
        let key = text(site.folder().join("master.key"));
        let backups = text(folder.path().join("backups"));
        let settings = [
            ("EVENHAND_MASTER_KEY_FILE", key.as_str()),
            ("EVENHAND_BACKUP_FOLDER", backups.as_str()),
            ("EVENHAND_BACKUP_HOUR", "0"),
            ("EVENHAND_AUDIT_HEAD_TO", WATCHER),
        ];
        let data = folder.path().join("data");
        fs::create_dir(&data).expect("it is made");
        let node = Node::start(&data, site.url(), &settings);
        Self { node, folder }
    }

    /// How many backups it wrote, and how many ends of the audit log.
    fn wrote(&self) -> (usize, usize) {
        let names = fs::read_dir(self.folder.path().join("backups"));
        let names = names.into_iter().flatten().filter_map(Result::ok);
        let backups = names.filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.starts_with("evenhand-") && name.ends_with(".backup")
        });
        let heads = fs::read_to_string(heads_file(&self.folder.path().join("data")));
        (
            backups.count(),
            heads.map_or(0, |text| text.lines().count()),
        )
    }
}

#[test]
fn schedules_are_run_by_one_process_and_by_the_other_when_that_one_is_killed() {
    if !on_postgres() {
        return;
    }
    let site = TestSite::start();
    site.first_admin("Ada Levi");
    let told = || site.letters_to(WATCHER).len();
    let mut first = Worker::start(&site);
    until("the first one leads", || first.wrote() == (1, 1));
    let second = Worker::start(&site);
    let began = Instant::now();
    while began.elapsed() < A_WHILE {
        assert_eq!(second.wrote(), (0, 0), "the other one leads already");
        std::thread::yield_now();
    }
    assert_eq!((first.wrote(), told()), ((1, 1), 1));
    first.node.kill();
    until("the other one takes over", || second.wrote() == (1, 1));
    assert_eq!((first.wrote(), told()), ((1, 1), 2));
}

#[test]
fn who_serves_and_does_not_lead_runs_no_schedule_until_the_lead_is_free() {
    if !on_postgres() {
        return;
    }
    let panel = Panel::new();
    let site = &panel.site;
    // Whatever the hour, a morning has come since.
    let stamp = Stamp {
        now: Clock::Machine.now().plus_days(-2),
        ..site.stamp()
    };
    let reader = "reader@example.org";
    let waits = site.database.write(stamp, |tx: &mut Tx| {
        let noor = id_of(tx, &panel.noor.email)?;
        notice::insert(tx, noor, panel.application, NoticeKind::Message, false)?;
        outbox::post(tx, &news(reader.to_owned()))
    });
    waits.expect("a notice and a letter wait");
    let mornings = || {
        let letters = site.letters_to(&panel.noor.email).into_iter();
        let mornings = letters.filter(|letter| letter.subject == "News since yesterday");
        mornings.count()
    };
    let locks = site.database.locks();
    assert!(locks.hold(LEAD).expect("it is told"));
    let worker = Worker::start(site);
    // Letters are no schedule: with this one what runs beside the server has begun.
    until("a letter leaves", || {
        site.letters_to(reader)[0].sent_at.is_some()
    });
    let began = Instant::now();
    while began.elapsed() < A_WHILE {
        assert_eq!((worker.wrote(), mornings()), ((0, 0), 0));
        std::thread::yield_now();
    }
    locks.let_go(LEAD).expect("it is let go");
    until("it takes the lead", || {
        (worker.wrote(), mornings()) == ((1, 1), 1)
    });
}

#[test]
fn whoever_finds_most_letters_in_other_hands_goes_on_with_the_rest() {
    if !on_postgres() {
        return;
    }
    let site = TestSite::start();
    post_news(&site, IN_HAND + FREE);
    let left = || {
        let letters = site.letters().into_iter();
        let left = letters.filter(|letter| letter.sent_at.is_none());
        let mut left: Vec<String> = left.map(|letter| letter.id).collect();
        left.sort();
        left
    };
    // Those that are listed first: every list is full, and holds one that is free.
    let in_hand = left()[..IN_HAND].to_vec();
    for id in &in_hand {
        let held = site.database.locks().hold(&format!("letter/{id}"));
        assert!(held.expect("it is told"));
    }
    let _worker = Worker::start(&site);
    // A letter about the audit log may be listed as well, and leaves too.
    until("what is free leaves", || left() == in_hand);
}
