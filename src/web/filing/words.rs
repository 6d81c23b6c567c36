//! How an application came to be filed, in words.

use crate::domain::Message;
use crate::domain::filing::Channel;
use crate::i18n::Locale;
use crate::store::filing::FilingRow;

/// "Ada Levi filed it for the organisation, by phone on 2 November 2026".
pub fn told(t: Locale, row: &FilingRow) -> String {
    let key = match row.filing.channel {
        Channel::Letter => "filed-by-letter",
        Channel::Phone => "filed-by-phone",
        Channel::Email => "filed-by-email",
        Channel::Visit => "filed-by-visit",
    };
    let message = Message::new(key)
        .with("name", row.filer.as_str())
        .with("day", t.day(row.filing.day));
    t.tell(&message)
}

/// The name of a channel in the list of them.
pub fn channel(t: Locale, channel: Channel) -> String {
    t.say(match channel {
        Channel::Letter => "filing-letter",
        Channel::Phone => "filing-phone",
        Channel::Email => "filing-email",
        Channel::Visit => "filing-visit",
    })
}
