//! What stands around the data of a running installation: its settings, who may read its
//! files, clock, disk, mail, and whether the program answers. Each finding says what to do.

use std::path::Path;

use super::lines::{host, is_here, is_plain_database, is_plain_mail};
use super::{copies, nodes, proxy, running};
use crate::cli::Failure;
use crate::clock::Clock;
use crate::config::Config;
use crate::files::Unready;
use crate::mail;
use crate::store::{Database, latest_events, outbox};

/// Free space below which there is something to do.
const LEAST_FREE: u64 = 1 << 30;
/// Minutes after which a letter that has not left is late.
const LATE_MINUTES: i64 = 60;

/// Everything that an operator should look at.
pub fn findings(config: &Config, database: &Database) -> Result<Vec<String>, Failure> {
    let mut found = settings(config);
    found.extend(readers(config));
    found.extend(disks(config));
    found.extend(files(config));
    found.extend(clock(database)?);
    found.extend(nodes::findings(config, database)?);
    found.extend(letters(config, database)?);
    found.extend(running::answers(&config.listen, config.is_https()));
    found.extend(proxy::passed_over(config));
    found.extend(running::people_come(&config.public_url));
    Ok(found)
}

/// A folder that takes no files; of a bucket the invariants tell.
fn files(config: &Config) -> Option<String> {
    let storage = config.storage();
    match storage.check() {
        Err(Unready::Settings(told) | Unready::Away(told)) if !storage.is_bucket() => Some(told),
        _ => None,
    }
}

/// What the settings leave open.
fn settings(config: &Config) -> Vec<String> {
    let told = network(config).into_iter().chain(services(config));
    let told = told.chain(proxy::settings(config));
    let told = told.chain(copies::settings(config));
    let found = told.filter(|(is_so, _)| *is_so);
    found.map(|(_, words)| words.to_owned()).collect()
}

/// Whether it is so, and what to say then.
pub(super) type Told = (bool, &'static str);

/// Who reaches the program, and by which way.
fn network(config: &Config) -> [Told; 6] {
    let https = config.is_https();
    let listens_here = is_here(host(&config.listen));
    [
        (
            config.public_url.is_empty() && !listens_here,
            "public_url is not set: letters link to the address that the program listens on; \
             set it to what people type",
        ),
        (
            !https && !listens_here,
            "people do not come by https: passwords cross the network in clear; put a proxy \
             with TLS in front and set public_url to its https address",
        ),
        (
            https && !listens_here,
            "listen is open to the network: who reaches it goes around TLS; listen on \
             127.0.0.1, or let the firewall pass the proxy only",
        ),
        (
            https && config.proxy_header.is_empty(),
            "proxy_header is not set: everybody seems to come from the proxy, and who guesses \
             passwords slows all; set it to a header that the proxy overwrites",
        ),
        (
            !https && !config.proxy_header.is_empty(),
            "proxy_header is set, but public_url is not https: without a proxy in front that \
             overwrites it, anybody can send the header; take it away",
        ),
        (
            !config.metrics_listen.is_empty() && !is_here(host(&config.metrics_listen)),
            "metrics_listen is open to the network: it asks for no password; listen on \
             127.0.0.1 or on a network of the operators alone",
        ),
    ]
}

/// What the program relies on.
fn services(config: &Config) -> [Told; 7] {
    let asked_of = config.second_factor_roles();
    [
        (
            asked_of.is_ok_and(|roles| roles.is_empty()),
            "second_factor asks nobody for a code: whoever guesses a password of the staff is in; \
             set it to admin,auditor,reviewer",
        ),
        (
            config.smtp_url.is_empty(),
            "smtp_url is not set: letters are written to files, and nobody gets them",
        ),
        (
            is_plain_mail(&config.smtp_url),
            "smtp_url is not encrypted: letters and the password cross the network in clear; \
             use smtps:// or add ?tls=required",
        ),
        (
            is_plain_database(&config.database_url),
            "database_url does not insist on TLS: the line to the database may be in clear; build \
             with --features tls and set its sslmode to verify-full",
        ),
        (
            is_plain_database(&config.database_read_url),
            "database_read_url does not insist on TLS: the line to the replica may be in clear; \
             build with --features tls and set its sslmode to verify-full",
        ),
        (
            config.argon2_memory_kib < 19_456 || config.argon2_passes < 2,
            "password hashes are cheaper than OWASP advises: set argon2_memory_kib to 19456 \
             and argon2_passes to 2, or more",
        ),
        (
            config.clamd.is_empty(),
            "clamd is not set: files are handed out as not scanned for viruses",
        ),
    ]
}

/// What others on this machine may enter or read; a master key that they may read opens
/// nothing anyway.
#[cfg(unix)]
fn readers(config: &Config) -> Vec<String> {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| {
        let known = std::fs::metadata(path).ok()?;
        Some(known.permissions().mode())
    };
    let mut found = Vec::new();
    if mode(&config.data).is_some_and(|mode| mode & 0o007 != 0) {
        found.push(format!(
            "everybody on this machine may enter {}: chmod 700 it",
            config.data.display()
        ));
    }
    let secret = Path::new(&config.openid_client_secret_file);
    if mode(secret).is_some_and(|mode| mode & 0o077 != 0) {
        found.push(format!("others may read {}: chmod 600", secret.display()));
    }
    found
}

#[cfg(not(unix))]
fn readers(_: &Config) -> Vec<String> {
    Vec::new()
}

/// How full the disks are on which data and files lie.
fn disks(config: &Config) -> Vec<String> {
    let files = config.storage();
    let elsewhere = !config.files.is_empty() && !files.is_bucket();
    let elsewhere = elsewhere.then(|| files.folder());
    let folders = [Some(config.data.as_path()), elsewhere];
    folders.into_iter().flatten().filter_map(full).collect()
}

#[cfg(unix)]
fn full(folder: &Path) -> Option<String> {
    let known = rustix::fs::statvfs(folder).ok()?;
    let free = known.f_bavail.saturating_mul(known.f_frsize);
    (free < LEAST_FREE).then(|| {
        let megabytes = free >> 20;
        format!(
            "{} has {megabytes} MB left: give it more before nothing can be written any more",
            folder.display()
        )
    })
}

#[cfg(not(unix))]
fn full(_: &Path) -> Option<String> {
    None
}

/// Whether the clock stands before what is on record.
fn clock(database: &Database) -> Result<Option<String>, Failure> {
    let last = database.read(|reader| latest_events(reader, None, 1))?;
    let now = Clock::Machine.now();
    let later = last.first().filter(|event| event.at > now);
    Ok(later.map(|event| {
        format!(
            "the clock says {}, but the log goes on to {}: set the clock by the network \
             (timedatectl); deadlines go by it",
            now.rfc3339(),
            event.at.rfc3339()
        )
    }))
}

/// Whether letters leave, and the mail server answers.
fn letters(config: &Config, database: &Database) -> Result<Vec<String>, Failure> {
    let waiting = database.read(outbox::waiting)?;
    let late = Clock::Machine.now().plus_minutes(-LATE_MINUTES);
    let mut found = Vec::new();
    if let Some(oldest) = waiting.oldest.filter(|oldest| *oldest < late) {
        found.push(format!(
            "{} letters have not left, the oldest since {}: the log says why; they are tried \
             again by themselves",
            waiting.letters,
            oldest.rfc3339()
        ));
    }
    if let Err(problem) = mail::reach(&config.smtp_url) {
        found.push(format!(
            "the mail server can’t be used ({problem}): check smtp_url and the server"
        ));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(change: impl FnOnce(&mut Config)) -> String {
        let mut config = Config {
            smtp_url: "smtps://u:p@mail.example".to_owned(),
            clamd: "/run/clamd".to_owned(),
            backup_folder: "/mnt/backups".to_owned(),
            backup_to: "age1".to_owned(),
            audit_head_to: "watch@elsewhere.example".to_owned(),
            master_key_file: "/mnt/keys/master.key".to_owned(),
            ..Config::default()
        };
        change(&mut config);
        let words = settings(&config);
        let first = words
            .iter()
            .map(|one| one.split(':').next().unwrap_or_default());
        first.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn nothing_is_said_of_an_installation_behind_a_proxy() {
        let found = told(|config| {
            "https://grants.example".clone_into(&mut config.public_url);
            "x-forwarded-for".clone_into(&mut config.proxy_header);
        });
        assert_eq!(found, "");
    }

    #[test]
    fn what_is_open_is_said_with_what_to_do() {
        let open = |config: &mut Config| "0.0.0.0:80".clone_into(&mut config.listen);
        assert_eq!(
            told(open),
            "public_url is not set; people do not come by https"
        );
        assert_eq!(
            told(|config| "https://grants.example".clone_into(&mut config.public_url)),
            "proxy_header is not set"
        );
        assert_eq!(
            told(|config| "forwarded".clone_into(&mut config.proxy_header)),
            "proxy_header is set, but public_url is not https"
        );
        assert_eq!(
            told(|config| "[2001:db8::1]:9000".clone_into(&mut config.metrics_listen)),
            "metrics_listen is open to the network"
        );
        let far = "postgres:///grants?host=far.example&sslmode=prefer";
        let far = |config: &mut Config| {
            far.clone_into(&mut config.database_url);
            far.clone_into(&mut config.database_read_url);
        };
        assert_eq!(
            told(far),
            "database_url does not insist on TLS; database_read_url does not insist on TLS"
        );
        assert_eq!(
            told(|config| config.argon2_passes = 1),
            "password hashes are cheaper than OWASP advises"
        );
    }
}
