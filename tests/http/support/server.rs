//! The real program, served in this process on a port of its own, with a clock
//! that stands still until the story moves it.

use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use actix_web::dev::ServerHandle;
use evenhand::actions::{people, seal};
use evenhand::clock::Clock;
use evenhand::config::Config;
use evenhand::domain::account::{Email, Role};
use evenhand::domain::{Language, Moment};
use evenhand::files::{Expected, Storage, missing};
use evenhand::policy::account::MayManagePeople;
use evenhand::store::attachment;
use evenhand::store::outbox::{self, OutboxRow};
use evenhand::store::{Database, DatabaseUrl, Reader, Stamp, StoreError};
use evenhand::web::{self, Site};

use super::actor::Person;
use super::database::{TestDatabase, check_invariants};

/// When every story begins: 2026-11-02 09:00 UTC.
pub const START: Moment = Moment::from_micros(1_793_610_000_000_000);

/// Where people reach the site as far as mail says. Nothing answers there: links
/// in letters come from the configuration, never from a request.
pub const PUBLIC: &str = "http://grants.test";

/// A running site. Ends, with its database checked, when it is dropped.
pub struct TestSite {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    /// Where what is measured is read, if a setting says so.
    pub metrics: Option<String>,
    pub clock: Clock,
    pub database: Database,
    storage: Storage,
    server: ServerHandle,
    thread: Option<JoinHandle<()>>,
    // Last, so that the pools above are closed when it is dropped.
    kept: Arc<TestDatabase>,
}

impl TestSite {
    /// A site with a freshly installed database.
    pub fn start() -> Self {
        Self::start_with(|_| {})
    }

    /// The same with other settings. A `public_url` with port 0 gets the site's own.
    pub fn start_with(settings: impl FnOnce(&mut Config)) -> Self {
        Self::serve(Arc::new(TestDatabase::new()), Clock::held(START), settings)
    }

    /// A second server on the same database and clock, with other settings: what
    /// a restart or another process would be.
    pub fn again_with(&self, settings: impl FnOnce(&mut Config)) -> Self {
        Self::serve(self.kept.clone(), self.clock.clone(), settings)
    }

    /// Another process on the same database, on a machine whose clock differs by so much.
    pub fn again_at(&self, minutes: i64) -> Self {
        let clock = Clock::held(self.clock.now().plus_minutes(minutes));
        Self::serve(self.kept.clone(), clock, |_| {})
    }

    fn serve(kept: Arc<TestDatabase>, clock: Clock, settings: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config {
            data: kept.folder.path().to_owned(),
            // The cheapest that argon2 takes: stories sign in often.
            argon2_memory_kib: 64,
            argon2_passes: 1,
            argon2_at_once: 4,
            database_connections: 3,
            // Stories about it ask for it.
            second_factor: "none".to_owned(),
            proof_minutes: 10_000_000,
            sign_in_letters: false,
            ..Config::default()
        };
        settings(&mut config);
        let connections = config.database_connections;
        let vault = config.vault().expect("the master keys are read");
        let database = Database::open(&kept.url, connections).expect("the database opens");
        let database = database.with_vault(vault);
        seal::ready_to_serve(&database).expect("the first key is made");
        let storage = config.storage();
        let metrics = config.metrics_listen.clone();
        let bound = web::bind("127.0.0.1:0")
            .expect("a port is free")
            .without_signals()
            .with_metrics(&metrics)
            .expect("its own port is free");
        let metrics = bound.metrics_address().map(|own| format!("http://{own}"));
        let own = bound.address().expect("the port is known");
        let address = format!("http://{own}");
        if let Some(host) = config.public_url.strip_suffix(":0") {
            config.public_url = format!("{host}:{}", own.port());
        }
        let site = Site::new(config, database.clone(), clock.clone(), PUBLIC.to_owned());
        let (started, server) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let serving = bound.run(site, 1, move |handle| {
                started.send(handle).expect("the story waits");
            });
            actix_web::rt::System::new()
                .block_on(serving)
                .expect("the server serves");
        });
        let server = server.recv().expect("the server starts");
        Self {
            address,
            metrics,
            clock,
            database,
            storage,
            server,
            thread: Some(thread),
            kept,
        }
    }

    /// The site's data folder.
    pub fn folder(&self) -> &std::path::Path {
        self.kept.folder.path()
    }

    /// Where the site's database is, for what only the database can tell.
    pub fn url(&self) -> &DatabaseUrl {
        &self.kept.url
    }

    /// Somebody who has not signed in.
    pub fn visitor(&self) -> Person {
        Person::new(self.address.clone(), self.database.clone())
    }

    /// Somebody who signed up, confirmed their address and signed in.
    pub fn applicant(&self, name: &str) -> Person {
        let person = self.visitor().named(name);
        person.sign_up();
        person.confirm();
        person.sign_in();
        person
    }

    /// The first admin, joined by the link that the server prints at its first start.
    pub fn first_admin(&self, name: &str) -> Person {
        let made = self.database.write(self.stamp(), people::first_admin_link);
        let secret = made
            .expect("the link is made")
            .expect("there is no admin yet");
        let person = self.visitor().named(name);
        person.join(&format!("/invitations/{secret}"));
        person.sign_in();
        person
    }

    /// Adds a confirmed account without the walk through the pages, for stories
    /// that need many. Nobody signs in with it.
    pub fn add_account(&self, email: &str, name: &str) {
        let may = MayManagePeople::operator();
        let email = Email::parse(email).expect("an address");
        let place = (Language::English, "UTC");
        let who = (name, &email);
        let added = self.database.write(self.stamp(), |tx| {
            people::add_person(tx, &may, who, "", place, Role::Applicant)
        });
        added.expect("the account is added");
    }

    /// Moves the clock forward.
    pub fn pass_minutes(&self, minutes: i64) {
        self.clock.set(self.clock.now().plus_minutes(minutes));
    }

    /// Moves the clock forward by days of 24 hours.
    pub fn pass_days(&self, days: i64) {
        self.clock.set(self.clock.now().plus_days(days));
    }

    /// Every letter that was posted, oldest first.
    pub fn letters(&self) -> Vec<OutboxRow> {
        let mut letters = self.read(|reader| outbox::latest(reader, 10_000));
        letters.reverse();
        letters
    }

    /// The letters to an address, oldest first.
    pub fn letters_to(&self, email: &str) -> Vec<OutboxRow> {
        self.letters()
            .into_iter()
            .filter(|letter| letter.recipient == email)
            .collect()
    }

    /// Reads what no page shows, for checks only: people act through pages.
    pub fn read<T>(&self, work: impl FnOnce(&mut Reader) -> Result<T, StoreError>) -> T {
        self.database.read(work).expect("the database is read")
    }

    /// Who the test is when it must write what only the operator can.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            now: self.clock.now(),
            actor: None,
            request: "tests".to_owned(),
        }
    }
}

impl Drop for TestSite {
    fn drop(&mut self) {
        // The command is on its way when the call returns; the future only waits.
        drop(self.server.stop(false));
        let ended = self.thread.take().map(JoinHandle::join);
        if std::thread::panicking() {
            return;
        }
        assert!(matches!(ended, Some(Ok(()))), "the server ended well");
        check_invariants(&self.database);
        let rows = self.read(attachment::contents);
        let expected = rows.into_iter().map(|row| Expected {
            key: row.key,
            size: row.size,
            sha256: row.sha256,
            content: row.content,
        });
        let expected: Vec<Expected> = expected.collect();
        let lost = missing(&self.storage, &expected, true);
        assert_eq!(lost, [], "every document is there as it was taken");
    }
}
