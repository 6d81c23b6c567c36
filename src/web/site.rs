//! What every request shares: settings, pools, clock, password hasher.

use std::sync::Arc;

use tokio::sync::{Notify, Semaphore};

use crate::actions::passkey::Place;
use crate::actions::password::Hasher;
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::file::Limits;
use crate::files::{Scanner, Storage};
use crate::openid::Provider;
use crate::store::Database;
use crate::web::meeting::Audience;
use crate::web::metrics::Metrics;
use crate::web::proxy::Proxies;
use crate::web::url;
use crate::web::writing::Writing;

/// The running installation. Cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

/// The parts of a [`Site`].
pub struct Inner {
    pub config: Config,
    pub database: Database,
    pub clock: Clock,
    pub hasher: Hasher,
    /// Bounds how many passwords are hashed at once: each costs memory and time.
    pub hashing: Semaphore,
    /// Where uploaded files lie, and what may lie there.
    pub storage: Storage,
    pub file_limits: Limits,
    pub scanner: Option<Scanner>,
    /// Bounds how many files are looked into at once: pictures cost memory.
    pub inspecting: Semaphore,
    /// Bounds how many whole rounds are read at once: each holds a connection for long,
    /// and memory until its page is made.
    pub surveying: Arc<Semaphore>,
    /// Whether what people send can be kept at present.
    pub writing: Writing,
    /// The site as passkeys know it; nothing where browsers know none.
    pub passkeys: Option<Place>,
    /// Rung when a letter may be waiting in the outbox.
    pub mail: Notify,
    /// Who listens to which meeting in this process.
    pub audience: Audience,
    /// Whose word about a client's address is taken.
    pub proxies: Proxies,
    /// The provider at which staff may sign in.
    pub openid: Option<Provider>,
    /// What is measured from the start on.
    pub metrics: Arc<Metrics>,
    /// Public address without a slash at its end.
    pub address: String,
}

impl Site {
    /// Puts an installation together; `address` is where people reach it.
    pub fn new(config: Config, database: Database, clock: Clock, address: String) -> Self {
        let hasher = Hasher::new(config.argon2_memory_kib, config.argon2_passes);
        let hashing = Semaphore::new(config.argon2_at_once.max(1));
        // The other half of the connections is left to short reads.
        let rounds = usize::try_from(config.database_connections / 2).unwrap_or(1);
        let surveying = Arc::new(Semaphore::new(rounds.max(1)));
        let mail = Notify::new();
        let storage = config.storage();
        let metrics = Arc::new(Metrics::default());
        let database = database.watched(metrics.watch());
        let file_limits = Limits {
            bytes: config.file_most_bytes,
            files: config.files_most,
        };
        // A setting that can't be read scans nothing, so that nothing is taken unscanned.
        let unread = |_| Some(Scanner::Network(config.clamd.clone()));
        let scanner = Scanner::parse(&config.clamd).unwrap_or_else(unread);
        // Nor is anybody believed.
        let proxies = Proxies::parse(&config.trusted_proxies).unwrap_or_default();
        let passkeys = Place::of(&config.public_url);
        let address = address.trim_end_matches('/').to_owned();
        let openid = provider(&config, &address).unwrap_or_else(|problem| {
            tracing::error!(problem, "nobody signs in at the provider");
            None
        });
        Self(Arc::new(Inner {
            config,
            database,
            clock,
            hasher,
            hashing,
            storage,
            file_limits,
            scanner,
            inspecting: Semaphore::new(2),
            surveying,
            writing: Writing::default(),
            passkeys,
            mail,
            audience: Audience::default(),
            proxies,
            openid,
            metrics,
            address,
        }))
    }
}

/// The provider of these settings, which people come back from to this site.
fn provider(config: &Config, address: &str) -> Result<Option<Provider>, String> {
    let [back, out] = [url::OPENID_BACK, url::OPENID_LEFT].map(|way| format!("{address}{way}"));
    let provider = |settings| Provider::new(settings, (back, out));
    config.openid()?.map(provider).transpose()
}

impl std::ops::Deref for Site {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}
