//! Letters in the recipient's language: a reason, a link, never content.

use crate::domain::account::Email;
use crate::domain::letter::LetterText;
use crate::domain::reminder::Numbers;
use crate::domain::{Language, Message};
use crate::exchange::audit_log::HeadLine;
use crate::i18n::Locale;
use crate::store::assignment::ReviewerRow;
use crate::store::legal_status::Keeper;
use crate::store::outbox::{self, Letter};
use crate::store::reminder::Remindable;
use crate::store::{StoreError, Tx, account};

/// Puts such a letter in the outbox, in the transaction of what it tells of.
pub fn post(
    tx: &mut Tx,
    language: Language,
    recipient: &str,
    words: (&str, &str),
    link: &str,
) -> Result<(), StoreError> {
    outbox::post(tx, &with_link(language, recipient, words, link))
}

/// Puts the morning's letter in the outbox: how many news there are, and a link.
pub fn post_digest(
    tx: &mut Tx,
    language: Language,
    recipient: &str,
    n: usize,
    link: &str,
) -> Result<(), StoreError> {
    let t = Locale::of(language);
    let body = Message::new("mail-digest-body")
        .with("n", i64::try_from(n).unwrap_or(i64::MAX))
        .with("link", link);
    let letter = letter(t, recipient, t.say("mail-digest-subject"), t.tell(&body));
    outbox::post(tx, &letter)
}

/// That somebody signed in with a browser that they had not used before; what kind of
/// device it is, as far as it says so.
pub fn post_new_browser(
    tx: &mut Tx,
    (language, recipient): (Language, &str),
    device: Option<&Message>,
    link: &str,
) -> Result<(), StoreError> {
    let t = Locale::of(language);
    let device = device.map_or_else(|| t.say("device-unknown"), |device| t.tell(device));
    let body = Message::new("mail-browser-body")
        .with("device", device)
        .with("link", link);
    let letter = letter(t, recipient, t.say("mail-browser-subject"), t.tell(&body));
    outbox::post(tx, &letter)
}

/// That there are so many new applications to review.
pub fn assigned(language: Language, recipient: &str, n: usize, link: &str) -> Letter {
    let t = Locale::of(language);
    let body = Message::new("mail-assigned-body")
        .with("n", i64::try_from(n).unwrap_or(i64::MAX))
        .with("link", link);
    letter(t, recipient, t.say("mail-assigned-subject"), t.tell(&body))
}

/// That so many reviews were brought in a reviewer's name.
pub fn post_imported(
    tx: &mut Tx,
    reviewer: &ReviewerRow,
    n: usize,
    link: &str,
) -> Result<(), StoreError> {
    let t = Locale::of(reviewer.language);
    let body = Message::new("mail-imported-body")
        .with("n", i64::try_from(n).unwrap_or(i64::MAX))
        .with("link", link);
    let subject = t.say("mail-imported-subject");
    let letter = letter(t, &reviewer.email, subject, t.tell(&body));
    outbox::post(tx, &letter)
}

/// What waits for a reviewer: numbers, the way there, and how to have no more of
/// these letters.
pub fn post_reminder(
    tx: &mut Tx,
    one: &Remindable,
    numbers: &Numbers,
    site: &str,
) -> Result<(), StoreError> {
    let t = Locale::of(one.language);
    let mut lines = vec![t.count("mail-reminder-open", numbers.open)];
    if numbers.overdue > 0 {
        lines.push(t.count("mail-reminder-overdue", numbers.overdue));
    }
    if let Some(days) = numbers.next_in {
        let days = usize::try_from(days).unwrap_or(0);
        lines.push(match days {
            0 => t.say("mail-reminder-today"),
            days => t.count("mail-reminder-next", days),
        });
    }
    let link = format!("{site}/reviews");
    let account = format!("{site}/account");
    let body = [
        lines.join(" "),
        t.with("mail-reminder-link", "link", link),
        t.with("mail-reminder-mute", "link", account),
    ];
    let subject = t.say("mail-reminder-subject");
    outbox::post(tx, &letter(t, &one.email, subject, body.join("\n\n")))
}

/// How many papers of organisations have expired and soon will, and where they are
/// listed.
pub fn post_expiring(
    tx: &mut Tx,
    one: &Keeper,
    (expired, soon, holds): (i64, i64, i64),
    site: &str,
) -> Result<(), StoreError> {
    let t = Locale::of(one.language);
    let count = |n: i64| usize::try_from(n).unwrap_or(0);
    let mut lines = Vec::new();
    if expired > 0 {
        lines.push(t.count("mail-expiring-expired", count(expired)));
    }
    if soon > 0 {
        lines.push(t.count("mail-expiring-soon", count(soon)));
    }
    let see = |place: &str| {
        t.with(
            "mail-expiring-link",
            "link",
            format!("{site}/admin/{place}"),
        )
    };
    let subject = t.say(match lines.is_empty() {
        true => "mail-holds-subject",
        false => "mail-expiring-subject",
    });
    let mut body = Vec::new();
    if !lines.is_empty() {
        body.extend([lines.join(" "), see("documents")]);
    }
    if holds > 0 {
        body.extend([t.count("mail-holds", count(holds)), see("holds")]);
    }
    body.push(t.with("mail-reminder-mute", "link", format!("{site}/account")));
    outbox::post(tx, &letter(t, &one.email, subject, body.join("\n\n")))
}

/// A letter whose subject and body are messages; the body has the argument `link`.
pub fn with_link(
    language: Language,
    recipient: &str,
    (subject, body): (&str, &str),
    link: &str,
) -> Letter {
    let t = Locale::of(language);
    letter(t, recipient, t.say(subject), t.with(body, "link", link))
}

/// A letter that a programme wrote, with the link to where it is read.
pub fn written(language: Language, recipient: &str, text: &LetterText, link: &str) -> Letter {
    let t = Locale::of(language);
    let body = if text.body.contains(link) {
        text.body.clone()
    } else {
        format!("{}\n\n{link}", text.body)
    };
    letter(t, recipient, text.subject.clone(), body)
}

/// The end of the audit log on a day, in the language of whoever has that address.
pub fn post_head(tx: &mut Tx, recipient: &str, head: &HeadLine) -> Result<(), StoreError> {
    let known = match Email::parse(recipient) {
        Ok(email) => account::by_email(tx, &email)?,
        Err(_) => None,
    };
    let t = Locale::of(known.map(|row| row.language).unwrap_or_default());
    let body = Message::new("mail-head-body")
        .with("seq", head.seq)
        .with("hash", head.hash.as_str());
    let subject = t.with("mail-head-subject", "day", head.day.as_str());
    let letter = letter(t, recipient, subject, t.tell(&body));
    outbox::post(tx, &letter)
}

/// The receipt of an application: its reference and a link, nothing of its content.
pub fn receipt(language: Language, recipient: &str, reference: &str, link: &str) -> Letter {
    let t = Locale::of(language);
    let body = Message::new("mail-receipt-body")
        .with("reference", reference)
        .with("link", link);
    letter(t, recipient, t.say("mail-receipt-subject"), t.tell(&body))
}

/// The receipt of an answer to a clarification.
pub fn answer_receipt(language: Language, recipient: &str, reference: &str, link: &str) -> Letter {
    let t = Locale::of(language);
    let body = Message::new("mail-answer-receipt-body")
        .with("reference", reference)
        .with("link", link);
    let subject = t.say("mail-answer-receipt-subject");
    letter(t, recipient, subject, t.tell(&body))
}

fn letter(t: Locale, recipient: &str, subject: String, body: String) -> Letter {
    let body = [body, t.say("mail-footer")].join("\n\n");
    // Isolates keep screens right; in plain mail they would break the link.
    let plain = |text: String| text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    Letter {
        recipient: recipient.to_owned(),
        subject: plain(subject),
        body: plain(body),
    }
}
