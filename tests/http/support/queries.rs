//! What a site asks of its database: every statement with data in it, by the
//! database it went to. Connections are watched from before they are made.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, Once};

use diesel::connection::{
    Instrumentation, InstrumentationEvent, get_default_instrumentation, set_default_instrumentation,
};
use evenhand::store::DatabaseUrl;

static ASKED: Mutex<BTreeMap<String, Vec<String>>> = Mutex::new(BTreeMap::new());

fn asked() -> MutexGuard<'static, BTreeMap<String, Vec<String>>> {
    ASKED.lock().expect("nobody panics with it")
}

/// The address of a database, without what the program adds to it for patience.
fn without_patience(url: &str) -> &str {
    url.split_once('?').map_or(url, |(place, _)| place)
}

/// Watches one connection.
struct Watch(String);

impl Instrumentation for Watch {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartEstablishConnection { url, .. } => {
                without_patience(url).clone_into(&mut self.0);
            }
            InstrumentationEvent::StartQuery { query, .. } => {
                if let Some(asked) = asked().get_mut(&self.0) {
                    asked.push(query.to_string());
                }
            }
            _ => {}
        }
    }
}

/// Watches every connection that is made from now on in this process.
pub fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        assert!(get_default_instrumentation().is_none());
        set_default_instrumentation(|| Some(Box::new(Watch(String::new()))))
            .expect("connections are watched");
    });
}

/// The statements that some work asks of a database, without those that only
/// open, keep or bound a connection and its transactions.
pub fn of(url: &DatabaseUrl, work: impl FnOnce()) -> Vec<String> {
    let mut told = all(url, work);
    let verbs = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "];
    told.retain(|one| {
        verbs.iter().any(|verb| one.starts_with(verb)) && !one.starts_with("SELECT 1")
    });
    told
}

/// How many statements some work asks of a database, without those for keys of what is
/// sealed: a page asks for none where nothing is. So many of them would be a loop.
pub fn number(url: &DatabaseUrl, work: impl FnOnce()) -> usize {
    const LOOP: usize = 15;
    let asked = of(url, work);
    assert!(!asked.is_empty(), "the database is watched");
    let keys = |one: &&String| one.contains("organisation_keys");
    let keys: Vec<&String> = asked.iter().filter(keys).collect();
    assert!(keys.len() < LOOP, "{keys:#?}");
    asked.len() - keys.len()
}

/// Everything that goes to a database while some work is done.
pub fn all(url: &DatabaseUrl, work: impl FnOnce()) -> Vec<String> {
    let key = match url {
        DatabaseUrl::Postgres(url) | DatabaseUrl::Sqlite(url) => without_patience(url).to_owned(),
    };
    asked().insert(key.clone(), Vec::new());
    work();
    asked().remove(&key).expect("it was watched")
}
