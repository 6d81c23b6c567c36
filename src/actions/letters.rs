//! Letters in the recipient's language: a reason, a link, never content.

use crate::domain::{Language, Message};
use crate::i18n::Locale;
use crate::store::outbox::{self, Letter};
use crate::store::{StoreError, Tx};

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

/// That there are so many new applications to review.
pub fn assigned(language: Language, recipient: &str, n: usize, link: &str) -> Letter {
    let t = Locale::of(language);
    let body = Message::new("mail-assigned-body")
        .with("n", i64::try_from(n).unwrap_or(i64::MAX))
        .with("link", link);
    letter(t, recipient, t.say("mail-assigned-subject"), t.tell(&body))
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
