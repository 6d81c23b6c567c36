//! Settings: defaults, then `evenhand.toml` in the data folder, then the
//! environment (`EVENHAND_…`, `DATABASE_URL`), then flags.

mod environment;
mod keys;
mod signing_in;

use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

use crate::domain::publication::Funder;
use crate::files::{Bucket, Scanner, Storage};
use crate::store::DatabaseUrl;

pub use signing_in::DemoAccount;

/// Every setting, with its default; the README's table describes them.
/// A setting that is not here is refused: it may be one that somebody misspelt.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Folder of the database, files and mail.
    pub data: PathBuf,
    /// `sqlite:PATH` or `postgres://…`; empty for SQLite in the data folder.
    pub database_url: String,
    /// `postgres://…` of a replica that exports and the dashboard read; empty for none.
    pub database_read_url: String,
    /// Seconds that the replica may be behind; further, the database itself is read.
    pub database_read_lag_seconds: u32,
    /// Address and port to serve on; port 0 picks a free one.
    pub listen: String,
    /// Address that people type, used in mail; empty for `http://` + `listen`.
    pub public_url: String,
    /// `smtp://user:password@host:587`; empty writes mail to `DATA/mail`.
    pub smtp_url: String,
    /// Sender of all mail.
    pub mail_from: String,
    /// Argon2id memory in KiB (OWASP: at least 19456 with 2 passes).
    pub argon2_memory_kib: u32,
    pub argon2_passes: u32,
    /// Passwords hashed at the same time; the others wait.
    pub argon2_at_once: usize,
    /// Minutes without a request after which a session ends; at least one, as the two below.
    pub session_idle_minutes: i64,
    /// Hours after which a session ends in any case.
    pub session_hours: i64,
    /// Minutes for which a proof of who it is (password, code, passkey, sign-in at the
    /// provider) counts before exports, files, account details, payment files and roles;
    /// then it is asked for again.
    pub proof_minutes: i64,
    /// Failed sign-ins per address, and tries per network address, in 15 minutes.
    pub sign_in_tries: i32,
    /// Roles that have to sign in with a second step, by their codes with commas
    /// between; `none` for none. Everybody else may have one.
    pub second_factor: String,
    /// Address of a provider at which staff may sign in (OpenID Connect); empty for none.
    pub openid_issuer: String,
    /// What the provider calls this site, and the secret that it gave it: in a file, or here.
    pub openid_client_id: String,
    pub openid_client_secret_file: String,
    pub openid_client_secret: Secret,
    /// What people call the provider; empty for its host.
    pub openid_label: String,
    /// Domains of addresses that are let in by it, with commas between; empty for any.
    pub openid_domains: String,
    /// Whether addresses count of which the provider doesn’t say whether they are verified:
    /// where whoever runs this site runs it too, and it gives them out itself.
    pub openid_own_addresses: bool,
    /// Whether a second step at the provider counts as one here.
    pub openid_second_step: bool,
    /// Whether people are written to when somebody signs in to their account with a
    /// browser that they had not used before.
    pub sign_in_letters: bool,
    /// Header with the client's address, set by a proxy in front; empty for none.
    pub proxy_header: String,
    /// Networks of proxies whose header is believed, with commas between.
    pub trusted_proxies: String,
    /// Header with the id of the request, set by a proxy in front; empty for none.
    pub request_id_header: String,
    /// Address and port on which Prometheus reads what is measured; empty for none.
    pub metrics_listen: String,
    /// Time zone of public dates for people who have not chosen one.
    pub time_zone: String,
    /// Connections for reading (and, on PostgreSQL, as many for writing).
    pub database_connections: u32,
    /// Folder of uploaded files, or `s3://BUCKET/PREFIX`; empty for `DATA/files`.
    pub files: String,
    /// Milliseconds within which the head of a request must have come, a form, and something
    /// of an answer be taken; what takes longer is given up.
    pub head_ms: u64,
    pub body_ms: u64,
    pub answer_ms: u64,
    /// Milliseconds for which a line waits for its next request; 0 ends it with the answer.
    pub keep_alive_ms: u64,
    /// Most bytes of the head of a request: its address, of up to 64 KiB where lists choose
    /// many applications, and headers.
    pub head_most_bytes: usize,
    /// Connections served at the same time; the others wait.
    pub connections_most: usize,
    /// Most bytes of a file that somebody uploads.
    pub file_most_bytes: u64,
    /// Most files of one application.
    pub files_most: u32,
    /// Socket of clamd: a path or `host:port`; empty for no scanner.
    pub clamd: String,
    /// File of the master keys that open what is kept sealed; empty for `DATA/master.key`.
    pub master_key_file: String,
    /// The master keys themselves, in place of a file; the last one seals.
    pub master_key: Secret,
    /// Program that prints the master keys, with its arguments, in place of both.
    pub master_key_command: String,
    /// Folder of daily backups; empty for none.
    pub backup_folder: String,
    /// Hour from which on the backup of a day is written, 0 to 23, in `time_zone`.
    pub backup_hour: u8,
    /// How many daily backups stay; at least one.
    pub backup_keep: u32,
    /// Public keys of age that backups are encrypted for, with spaces between; empty for
    /// backups in clear.
    pub backup_to: String,
    /// Address that is sent the end of the audit log each day; empty for nobody.
    pub audit_head_to: String,
    /// Who publishes awards: name, identifier such as `GB-CHC-1090095`, what stands
    /// before every identifier of a grant (`360G-…`), DAC purpose code of its work.
    pub funder_name: String,
    pub funder_identifier: String,
    pub funder_prefix: String,
    pub funder_sector: String,
    /// Whether anybody may read public rounds as CommonGrants opportunities.
    pub common_grants: bool,
    /// `text` or `json`.
    pub log_format: String,
    /// Sign-ins that the demonstration offers, with an inbox page. Set by
    /// `evenhand demo` only; no file or variable can.
    #[serde(skip)]
    pub demo_accounts: Vec<DemoAccount>,
}

/// A setting that no log shows.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("var"),
            database_url: String::new(),
            database_read_url: String::new(),
            database_read_lag_seconds: 10,
            listen: "127.0.0.1:8080".to_owned(),
            public_url: String::new(),
            smtp_url: String::new(),
            mail_from: "Evenhand <no-reply@localhost>".to_owned(),
            argon2_memory_kib: 19_456,
            argon2_passes: 2,
            argon2_at_once: 2,
            session_idle_minutes: 8 * 60,
            session_hours: 7 * 24,
            proof_minutes: 30,
            sign_in_tries: 10,
            second_factor: "admin,auditor,reviewer".to_owned(),
            openid_issuer: String::new(),
            openid_client_id: String::new(),
            openid_client_secret_file: String::new(),
            openid_client_secret: Secret::default(),
            openid_label: String::new(),
            openid_domains: String::new(),
            openid_own_addresses: false,
            openid_second_step: false,
            sign_in_letters: true,
            proxy_header: String::new(),
            trusted_proxies: "127.0.0.0/8, ::1".to_owned(),
            request_id_header: String::new(),
            metrics_listen: String::new(),
            time_zone: "Asia/Jerusalem".to_owned(),
            database_connections: 8,
            files: String::new(),
            head_ms: 10_000,
            body_ms: 60_000,
            answer_ms: 60_000,
            keep_alive_ms: 5_000,
            head_most_bytes: 80 * 1024,
            connections_most: 2_000,
            file_most_bytes: 10 * 1024 * 1024,
            files_most: 10,
            clamd: String::new(),
            master_key_file: String::new(),
            master_key: Secret::default(),
            master_key_command: String::new(),
            backup_folder: String::new(),
            backup_hour: 2,
            backup_keep: 14,
            backup_to: String::new(),
            audit_head_to: String::new(),
            funder_name: String::new(),
            funder_identifier: String::new(),
            funder_prefix: String::new(),
            funder_sector: "15160".to_owned(),
            common_grants: false,
            log_format: "text".to_owned(),
            demo_accounts: Vec::new(),
        }
    }
}

/// Variables that begin as settings do: the folder, which a flag names, and what
/// the tests need.
const NOT_SETTINGS: [&str; 7] = [
    "data",
    "test_database",
    "test_hostile",
    "test_standby",
    "test_failover",
    "test_former",
    "chromedriver",
];

/// The words of a problem without the lines that draw where it is.
fn without_picture(problem: &figment::Error) -> String {
    let text = problem.to_string();
    let drawn = |line: &&str| {
        !line
            .trim_start_matches([' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
            .starts_with('|')
    };
    text.lines().filter(drawn).collect::<Vec<_>>().join(" ")
}

impl Config {
    /// Reads file and environment for a data folder; the error is one sentence.
    pub fn load(data: &Path) -> Result<Self, String> {
        let defaults = Self {
            data: data.to_owned(),
            ..Self::default()
        };
        let settings = Figment::from(Serialized::defaults(defaults))
            .merge(Toml::file(data.join("evenhand.toml")));
        let config: Self = environment::merged(settings)
            .merge(Env::raw().only(&["DATABASE_URL", "DATABASE_READ_URL"]))
            .extract()
            .map_err(|problem| format!("configuration: {}", without_picture(&problem)))?;
        Scanner::parse(&config.clamd)?;
        config.second_factor_roles()?;
        config.openid()?;
        if let Some(limit) = config.limit_of_nothing() {
            return Err(format!("configuration: {limit} must be at least 1"));
        }
        let zone = &config.time_zone;
        if !crate::domain::moment::is_time_zone(zone) {
            let wrong = "is not a time zone such as Asia/Hebron";
            return Err(format!("configuration: {zone:?} {wrong}"));
        }
        Ok(config)
    }

    /// A limit that lets nothing through, or that the server takes for none.
    fn limit_of_nothing(&self) -> Option<&'static str> {
        let limits = [
            ("head_ms", self.head_ms == 0),
            ("body_ms", self.body_ms == 0),
            ("answer_ms", self.answer_ms == 0),
            ("head_most_bytes", self.head_most_bytes == 0),
            ("connections_most", self.connections_most == 0),
            ("session_idle_minutes", self.session_idle_minutes < 1),
            ("session_hours", self.session_hours < 1),
            ("proof_minutes", self.proof_minutes < 1),
        ];
        let named = |(limit, is_nothing): (&'static str, bool)| is_nothing.then_some(limit);
        limits.into_iter().find_map(named)
    }

    /// The database that the settings name.
    pub fn database(&self) -> Result<DatabaseUrl, String> {
        match self.database_url.as_str() {
            "" => Ok(DatabaseUrl::in_folder(&self.data)),
            url => DatabaseUrl::parse(url),
        }
    }

    /// The replica that the settings name.
    pub fn replica(&self) -> Result<Option<DatabaseUrl>, String> {
        match self.database_read_url.as_str() {
            "" => Ok(None),
            url => match (self.database()?, DatabaseUrl::parse(url)?) {
                (DatabaseUrl::Postgres(_), read @ DatabaseUrl::Postgres(_)) => Ok(Some(read)),
                _ => Err(
                    "database_read_url names a replica of a PostgreSQL, and none other \
                          has one"
                        .to_owned(),
                ),
            },
        }
    }

    /// Where uploaded files lie.
    pub fn storage(&self) -> Storage {
        match (self.files.as_str(), self.files.strip_prefix("s3://")) {
            ("", _) => Storage::in_folder(&self.data),
            (_, Some(place)) => Storage::in_bucket(&self.data, Bucket::s3(place)),
            (folder, None) => Storage::at(PathBuf::from(folder)),
        }
    }

    /// Who publishes awards; nothing while it is not named well enough.
    pub fn funder(&self) -> Option<Funder> {
        let funder = Funder {
            name: self.funder_name.clone(),
            identifier: self.funder_identifier.clone(),
            prefix: self.funder_prefix.clone(),
            sector: self.funder_sector.clone(),
        };
        funder.is_named().then_some(funder)
    }

    /// Whether people reach the server over TLS: cookies are then locked to it.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

#[cfg(test)]
mod tests;
