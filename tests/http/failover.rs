//! A PostgreSQL that dies under the load of two processes, and its standby that takes over.
//! This runs alone and last: nothing more can be asked of that PostgreSQL.

use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use evenhand::store::vault::Vault;
use evenhand::store::{Database, DatabaseUrl};

use crate::story::make_organisation;
use crate::support::{Node, PUBLIC, Person, option};
use crate::whole::{done, run};

/// Names the standby of the PostgreSQL that the tests run on.
const STANDBY: &str = "EVENHAND_TEST_FAILOVER";
const PRIMARY: &str = "EVENHAND_TEST_DATABASE";
/// Who write while it dies, by turns at one process and the other.
const PEOPLE: [&str; 4] = ["Rana Haddad", "Noor Khalil", "Dana Levi", "Sami Odeh"];

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

/// Signs up at one process and the other by turns.
fn join(nodes: &[Node; 2], database: &Database) -> Vec<Person> {
    let join = |(at, name): (usize, &&str)| {
        let address = nodes[at % 2].address.clone();
        let person = Person::new(address, database.clone()).named(name);
        person.sign_up();
        person.confirm();
        person.sign_in();
        person
    };
    PEOPLE.iter().enumerate().map(join).collect()
}

/// Writes one thing after the other until one is not acknowledged; tells of each that is.
fn write((at, person): (usize, Person), told: Sender<(usize, String)>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        for n in 0.. {
            let name = format!("Office {at} {n:03}");
            assert_eq!(make_organisation(&person, &name).status, 200);
            told.send((at, name)).expect("somebody counts");
        }
    })
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
    let (hosts, name) = ([host(&primary), host(&standby)], "evenhand_failover");
    let hosts = hosts.join(",");
    let place = format!("{who}@{hosts}/{name}?target_session_attrs=read-write&connect_timeout=3");
    let url = DatabaseUrl::Postgres(place);
    let data = tempfile::tempdir().expect("a folder");
    // The same folder: they share the master key.
    let nodes = [(), ()].map(|()| {
        let settings = [("EVENHAND_PUBLIC_URL", PUBLIC)];
        Node::start(data.path(), &url, &settings)
    });
    let vault = Vault::of_file(&data.path().join("master.key")).expect("the key");
    let database = Database::open(&url, 2).expect("it opens");
    let database = database.with_vault(vault);
    let people = join(&nodes, &database);
    // Afterwards each is answered by the other process.
    let other = |(at, person): (usize, &Person)| person.led_to(&nodes[(at + 1) % 2].address);
    let again: Vec<Person> = people.iter().enumerate().map(other).collect();

    let (told, heard) = mpsc::channel();
    let writing = people.into_iter().enumerate();
    let writing: Vec<_> = writing.map(|one| write(one, told.clone())).collect();
    drop(told);
    let mut acknowledged: Vec<(usize, String)> = heard.iter().take(20).collect();
    kill(&mut first);
    for one in writing {
        assert!(one.join().is_err(), "nothing is acknowledged any more");
    }
    acknowledged.extend(heard.iter());
    let promoted = second.batch_execute("SELECT pg_promote()");
    promoted.expect("the standby takes over");
    for (at, person) in again.iter().enumerate() {
        until_ready(person);
        let list = person.get("/organisations").text();
        for (_, name) in acknowledged.iter().filter(|(by, _)| *by == at) {
            assert!(list.contains(name), "{name}: {list}");
        }
        let name = format!("The last office {at}");
        make_organisation(person, &name);
        assert!(person.get("/organisations").text().contains(&name));
    }
    let healthy = done(&run(data.path(), &option(&url), &["doctor"]));
    assert_eq!(healthy, "Every invariant holds.\n");
}
