//! PostgreSQL that is stopped at once and started again while people act: what clients see
//! of it is that every connection is cut. SQLite has no server that could be.

use std::thread;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use evenhand::store::DatabaseUrl;

use crate::checks;
use crate::diary::Diary;
use crate::program::Program;
use crate::storm::Scene;
use crate::story::{ANSWERS, CERTIFIED};
use crate::support::{Page, Person};

/// How often it is cut.
const CUTS: usize = 10;

fn cut(url: &str) {
    let mut connection = PgConnection::establish(url).expect("PostgreSQL answers");
    let words = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid()";
    connection.batch_execute(words).expect("all are cut");
}

/// What is answered in the end: whoever is told to wait tries again, as people do.
fn insist(ask: impl Fn() -> Page) -> Page {
    for _ in 0..1_000 {
        let answer = ask();
        if answer.status != 503 {
            return answer;
        }
        // It says so in words, not as a bare code.
        assert!(!answer.heading().is_empty(), "{}", answer.path);
    }
    panic!("nobody is answered any more")
}

/// Answers every section and sends; whatever has no answer is done once more.
fn applies(person: &Person, place: &str, diary: &Diary) {
    let _work = diary.at_work();
    for (section, fields) in ANSWERS {
        let at = format!("{place}/sections/{section}");
        let given = [fields, &[("then", "list")][..]].concat();
        let page = insist(|| person.get(&at));
        let saved = insist(|| person.submit_once(&page, &at, &given));
        assert_eq!(saved.status, 303, "{at}: {}", saved.text());
        diary.note("save_section", &format!("{place} {section}"));
    }
    let check = insist(|| person.get(&format!("{place}/check")));
    let to = format!("{place}/submission");
    let sent = insist(|| person.submit_once(&check, &to, &CERTIFIED));
    assert_eq!(sent.status, 303, "{}", sent.text());
    diary.note("submit", place);
}

#[test]
fn a_postgresql_that_is_restarted_loses_nothing_and_does_nothing_twice() {
    let scene = Scene::new();
    let DatabaseUrl::Postgres(url) = scene.round.site.url() else {
        return;
    };
    let program = Program::start(&scene.place());
    let (diary, people) = (Diary::default(), scene.drafts.len());
    let here = scene.drafts.iter();
    let here = here.map(|(person, place)| (scene.at(&program, person), place));
    let here: Vec<(Person, &String)> = here.collect();
    thread::scope(|scope| {
        let diary = &diary;
        let mut acting = Vec::new();
        for (person, place) in &here {
            acting.push(scope.spawn(move || applies(person, place, diary)));
        }
        for n in 1..=CUTS {
            diary.wait_until(n * 3, people);
            cut(url);
        }
        for one in acting {
            one.join().expect("everybody comes to their end");
        }
    });
    assert_eq!(diary.of("submit").len(), people);
    assert_eq!(checks::compare(&scene, &program, &diary), [""; 0]);
}
