//! The worker that sends what stands in the outbox: by SMTP, or as files in
//! `DATA/mail` when no server is configured. A letter that can't leave is tried
//! again, later each time; none is lost. Of several processes on one database each
//! sends what no other has in hand.

use std::path::PathBuf;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::store::outbox::{self, OutboxRow};
use crate::store::{Stamp, StoreError};
use crate::web::Site;

/// Letters taken from the outbox at once.
const BATCH: usize = 20;
/// Looks at the outbox at least this often, for letters of other processes.
const IDLE: Duration = Duration::from_secs(15);
/// Longest wait before a failed letter is tried again, in minutes.
const LONGEST_WAIT: i64 = 6 * 60;

/// A way out for letters.
enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// A file a letter, called by its id: a letter that is written again after the
    /// program was killed takes its own place.
    Folder(PathBuf),
}

impl Transport {
    /// The way that the configuration names; the error is one sentence.
    fn open(smtp_url: &str, folder: PathBuf) -> Result<Self, String> {
        if smtp_url.is_empty() {
            std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
            return Ok(Self::Folder(folder));
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp_url)
            .map_err(|e| format!("smtp_url: {e}"))?;
        Ok(Self::Smtp(
            builder.timeout(Some(Duration::from_secs(30))).build(),
        ))
    }

    async fn send(&self, id: &str, letter: Message) -> Result<(), String> {
        match self {
            Self::Smtp(smtp) => smtp
                .send(letter)
                .await
                .map(|_| ())
                .map_err(|e| e.to_string()),
            Self::Folder(folder) => {
                let file = folder.join(format!("{id}.eml"));
                tokio::fs::write(file, letter.formatted())
                    .await
                    .map_err(|e| e.to_string())
            }
        }
    }
}

/// Checks the mail settings before the server starts.
pub fn check(site: &Site) -> Result<(), String> {
    Transport::open(&site.config.smtp_url, site.config.data.join("mail"))?;
    mailbox(&site.config.mail_from).map(|_| ())
}

/// Asks the mail server of the settings whether it is there; says nothing where there is
/// none. The error holds no address.
pub fn reach(smtp_url: &str) -> Result<(), String> {
    if smtp_url.is_empty() {
        return Ok(());
    }
    let Transport::Smtp(smtp) = Transport::open(smtp_url, PathBuf::new())? else {
        return Ok(());
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| e.to_string())?;
    match runtime.block_on(smtp.test_connection()) {
        Ok(true) => Ok(()),
        Ok(false) => Err("it does not answer".to_owned()),
        Err(problem) => Err(without_addresses(&problem.to_string())),
    }
}

fn mailbox(text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|_| {
        "mail_from must be an address such as Evenhand <no-reply@example.org>".to_owned()
    })
}

/// Sends letters until the task is dropped.
pub async fn run(site: Site) {
    let Ok(transport) = Transport::open(&site.config.smtp_url, site.config.data.join("mail"))
    else {
        return;
    };
    loop {
        match send_due(&site, &transport).await {
            Ok(Looked::More) => {}
            Ok(Looked::All) => wait(&site).await,
            Err(problem) => {
                tracing::warn!(%problem, "the outbox can't be read");
                tokio::time::sleep(IDLE).await;
            }
        }
    }
}

async fn wait(site: &Site) {
    // Woken by a write of this process, else by the clock.
    let _ = tokio::time::timeout(IDLE, site.mail.notified()).await;
}

/// What a look at the outbox leaves.
#[derive(Debug, PartialEq, Eq)]
enum Looked {
    /// As many were due as are taken at once, whoever sent them: there may be more.
    More,
    All,
}

async fn send_due(site: &Site, transport: &Transport) -> Result<Looked, StoreError> {
    let now = site.clock.now();
    let due = blocking({
        let database = site.database.clone();
        move || database.read(|reader| outbox::due(reader, now, BATCH as i64))
    })
    .await?;
    let looked = if due.len() < BATCH {
        Looked::All
    } else {
        Looked::More
    };
    for row in due {
        let id = row.id.clone();
        if take(site, &id).await? {
            let sent = match message(&site.config.mail_from, &row) {
                Ok(letter) => transport.send(&id, letter).await,
                Err(problem) => Err(problem),
            };
            note(site, row, sent).await?;
        }
        let_go(site, id).await?;
    }
    Ok(looked)
}

/// Takes a letter in hand, unless another process has it or has sent it just now.
async fn take(site: &Site, id: &str) -> Result<bool, StoreError> {
    let (database, id, now) = (site.database.clone(), id.to_owned(), site.clock.now());
    blocking(move || {
        let taken = database.locks().hold(&in_hand(&id))?;
        // Asked after it is in hand: what others noted of it stands there now.
        Ok(taken && database.read(|reader| outbox::is_due(reader, &id, now))?)
    })
    .await
}

async fn let_go(site: &Site, id: String) -> Result<(), StoreError> {
    let database = site.database.clone();
    blocking(move || database.locks().let_go(&in_hand(&id))).await
}

/// Under this name a process has a letter in hand.
fn in_hand(id: &str) -> String {
    format!("letter/{id}")
}

/// The letter as it is sent; what was typed adds no header to it. One that can't be opened
/// now does not leave empty.
fn message(from: &str, row: &OutboxRow) -> Result<Message, String> {
    if let Some(problem) = row.unopened {
        return Err(problem.to_string());
    }
    let to: Mailbox = row
        .recipient
        .parse()
        .map_err(|_| "not an address".to_owned())?;
    Message::builder()
        .from(mailbox(from)?)
        .to(to)
        .subject(row.subject.replace(['\r', '\n'], " "))
        .message_id(Some(format!("<{}@evenhand>", row.id)))
        .header(ContentType::TEXT_PLAIN)
        .body(row.body.clone())
        .map_err(|e| e.to_string())
}

/// Minutes until a letter is tried again that could not leave so many times before.
fn pause(attempts: i32) -> i64 {
    (1_i64 << attempts.clamp(0, 10)).min(LONGEST_WAIT)
}

async fn note(site: &Site, row: OutboxRow, sent: Result<(), String>) -> Result<(), StoreError> {
    let now = site.clock.now();
    let stamp = Stamp {
        now,
        actor: None,
        request: "mail".to_owned(),
    };
    let minutes = pause(row.attempts);
    let database = site.database.clone();
    blocking(move || {
        database.write(stamp, |tx| match &sent {
            Ok(()) => outbox::mark_sent(tx, &row.id),
            Err(problem) => {
                let said = without_addresses(problem);
                tracing::warn!(letter = %row.id, problem = said, "a letter could not be sent");
                outbox::mark_failed(tx, &row.id, problem, now.plus_minutes(minutes))
            }
        })
    })
    .await
}

/// What went wrong without the addresses that mail servers repeat: a log holds none.
fn without_addresses(problem: &str) -> String {
    let words = problem.split_whitespace();
    let words = words.map(|word| if word.contains('@') { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|e| StoreError::Unreachable(e.to_string()))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Moment;
    use crate::store::vault::VaultError;

    #[test]
    fn neither_subject_nor_address_adds_a_header() {
        let letter = |recipient: &str, subject: &str| {
            let row = OutboxRow {
                id: "1".to_owned(),
                recipient: recipient.to_owned(),
                subject: subject.to_owned(),
                body: "Hello.".to_owned(),
                created_at: Moment::parse_local("2026-12-01 17:00", "UTC").unwrap(),
                attempts: 0,
                sent_at: None,
                unopened: None,
            };
            message("Evenhand <no-reply@example.org>", &row)
        };
        let hidden = "\r\nBcc: eve@example.org";
        let sent = letter("rana@example.org", &format!("News{hidden}")).unwrap();
        let text = String::from_utf8(sent.formatted()).unwrap();
        assert!(text.contains("Subject: News"), "{text}");
        assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
        assert!(letter(&format!("rana@example.org{hidden}"), "News").is_err());
        assert!(letter("rana@example.org, eve@example.org", "News").is_err());
    }

    #[test]
    fn a_letter_that_cannot_be_opened_does_not_leave_empty() {
        let row = OutboxRow {
            id: "1".to_owned(),
            recipient: "rana@example.org".to_owned(),
            subject: String::new(),
            body: String::new(),
            created_at: Moment::from_micros(0),
            attempts: 0,
            sent_at: None,
            unopened: Some(VaultError::NoKey),
        };
        let told = message("Evenhand <no-reply@example.org>", &row).unwrap_err();
        assert!(told.contains("there is no master key"), "{told}");
    }

    #[test]
    fn a_letter_is_tried_again_ever_later_and_never_given_up() {
        let pauses: Vec<i64> = (0..2_000).map(pause).collect();
        assert_eq!(pauses[..6], [1, 2, 4, 8, 16, 32], "in the first hour");
        assert!(pauses.is_sorted());
        assert_eq!(pauses.last(), Some(&LONGEST_WAIT));
    }

    #[test]
    fn a_log_holds_no_address() {
        let said = "permanent error (550): 5.1.1 <rana@example.org>: no such user";
        assert_eq!(
            without_addresses(said),
            "permanent error (550): 5.1.1 … no such user"
        );
    }
}
