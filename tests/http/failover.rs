//! A PostgreSQL that dies under load, and its standby that takes over. This runs alone
//! and last: nothing more can be asked of that PostgreSQL.

use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use evenhand::store::{Database, DatabaseUrl};

use crate::story::make_organisation;
use crate::support::{Node, PUBLIC, Person, option};
use crate::whole::{done, run};

/// Names the standby of the PostgreSQL that the tests run on.
const STANDBY: &str = "EVENHAND_TEST_FAILOVER";
const PRIMARY: &str = "EVENHAND_TEST_DATABASE";

/// `127.0.0.1:5432` of a URL.
fn host(url: &str) -> &str {
    let rest = url.rsplit('@').next().expect("somebody at a host");
    rest.split('/').next().expect("a host")
}

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = Text)]
    data_directory: String,
}

/// Ends a PostgreSQL as a loss of power does.
fn kill(primary: &mut PgConnection) {
    let asked = diesel::sql_query("SELECT current_setting('data_directory') AS data_directory");
    let place: Place = asked.get_result(primary).expect("it tells");
    let file = Path::new(&place.data_directory).join("postmaster.pid");
    let told = std::fs::read_to_string(file).expect("it runs");
    let id = told.lines().next().and_then(|line| line.parse().ok());
    // SAFETY: a signal to the server that this test is given to end.
    let sent = unsafe { libc::kill(id.expect("an id"), libc::SIGQUIT) };
    assert_eq!(sent, 0);
}

fn until_ready(person: &Person) {
    let began = Instant::now();
    while person.get_once("/readyz").status != 200 {
        assert!(began.elapsed() < Duration::from_secs(60), "it heals");
    }
}

#[test]
fn a_database_that_dies_takes_nothing_along_that_was_acknowledged() {
    let standby = std::env::var(STANDBY).ok();
    let Some(standby) = standby.filter(|url| !url.is_empty()) else {
        return;
    };
    let primary = std::env::var(PRIMARY).expect("the primary of the standby");
    let open = |url: &str| PgConnection::establish(url).expect("PostgreSQL answers");
    let (mut first, mut second) = (open(&primary), open(&standby));
    for words in [
        "CREATE DATABASE evenhand_failover",
        // From now on a commit waits for the standby.
        "ALTER SYSTEM SET synchronous_standby_names = '*'",
        "SELECT pg_reload_conf()",
    ] {
        first.batch_execute(words).expect("the primary does it");
    }
    let (who, _) = primary.split_once('@').expect("somebody");
    let (hosts, name) = (
        [host(&primary), host(&standby)].join(","),
        "evenhand_failover",
    );
    let which = "target_session_attrs=read-write&connect_timeout=3";
    let url = DatabaseUrl::Postgres(format!("{who}@{hosts}/{name}?{which}"));
    let data = tempfile::tempdir().expect("a folder");
    let node = Node::start(data.path(), &url, &[("EVENHAND_PUBLIC_URL", PUBLIC)]);
    let database = Database::open(&url, 2).expect("it opens");
    let rana = Person::new(node.address.clone(), database).named("Rana Haddad");
    rana.sign_up();
    rana.confirm();
    rana.sign_in();

    let again = rana.led_to(&node.address);
    let (told, heard) = mpsc::channel();
    let writing = std::thread::spawn(move || {
        for n in 0.. {
            let name = format!("Office {n:03}");
            assert_eq!(make_organisation(&rana, &name).status, 200);
            told.send(name).expect("somebody counts");
        }
    });
    let mut acknowledged: Vec<String> = heard.iter().take(5).collect();
    kill(&mut first);
    assert!(writing.join().is_err(), "nothing is acknowledged any more");
    acknowledged.extend(heard.iter());
    let promoted = second.batch_execute("SELECT pg_promote()");
    promoted.expect("the standby takes over");

    until_ready(&again);
    let list = again.get("/organisations");
    for name in &acknowledged {
        assert!(list.text().contains(name), "{name}");
    }
    make_organisation(&again, "The last office");
    let list = again.get("/organisations");
    assert!(list.text().contains("The last office"));
    let healthy = done(&run(data.path(), &option(&url), &["doctor"]));
    assert_eq!(healthy, "Every invariant holds.\n");
}
