//! Making an account by a link that was mailed for something else: to join an
//! organisation, to answer as a sponsor. The link stays open: what it asks is
//! answered once they signed in and read it.

use super::{Refusal, invitation, people, sponsorship};
use crate::domain::account::Email;
use crate::domain::{Language, Message, Moment};
use crate::store::{Reader, StoreError, Tx};

/// What the letter asks whoever opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    /// To join an organisation.
    Membership,
    /// To be the fiscal sponsor of an application.
    Sponsorship,
}

/// To whom the letter with a link was sent, while the link works.
fn addressee(
    reader: &mut Reader,
    letter: Letter,
    secret: &str,
    now: Moment,
) -> Result<Option<String>, StoreError> {
    Ok(match letter {
        Letter::Membership => invitation::invited(reader, secret, now)?.map(|row| row.email),
        Letter::Sponsorship => sponsorship::asked(reader, secret, now)?.map(|row| row.email),
    })
}

/// Makes an account for whoever opened the letter.
pub fn join_by_link(
    tx: &mut Tx,
    (letter, secret): (Letter, &str),
    who: (&str, &Email),
    hash: &str,
    place: (Language, &str),
) -> Result<(), Refusal> {
    let now = tx.now();
    let found = addressee(tx, letter, secret, now)?;
    let email = found.ok_or_else(|| Refusal::Stale(Message::new("error-link-used")))?;
    people::join_as_applicant(tx, &email, who, hash, place)
}
