//! Letters in the recipient's language: a reason, a link, never content.

use crate::domain::Language;
use crate::i18n::Locale;
use crate::store::outbox::Letter;

/// A letter whose subject and body are messages; the body has the argument `link`.
pub fn with_link(
    language: Language,
    recipient: &str,
    (subject, body): (&str, &str),
    link: &str,
) -> Letter {
    let t = Locale::of(language);
    let body = [t.with(body, "link", link), t.say("mail-footer")].join("\n\n");
    // Isolates keep screens right; in plain mail they would break the link.
    let plain = |text: String| text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    Letter {
        recipient: recipient.to_owned(),
        subject: plain(t.say(subject)),
        body: plain(body),
    }
}
