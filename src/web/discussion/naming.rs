//! What people are called in a discussion: staff by their names; reviewers by name or
//! by letter, as the phase says. Staff always read the names, with the letter beside
//! where reviewers know nothing else.

use crate::actions::discussion::Readers;
use crate::domain::discussion::Voice;
use crate::domain::{AccountId, Message};
use crate::i18n::Locale;
use crate::web::review::letter;
use crate::web::ui::Choice;

/// For whom people are named.
#[derive(Clone, Copy)]
pub struct Naming<'a> {
    pub t: Locale,
    pub me: AccountId,
    /// Whether the reader came through the door of staff.
    pub as_staff: bool,
    /// Whether reviewers see each other's names.
    pub named: bool,
    pub readers: &'a Readers,
}

impl Naming<'_> {
    /// What somebody is called, who takes part as staff or as a reviewer.
    pub fn called(&self, account: AccountId, from_staff: bool, name: &str) -> String {
        if from_staff {
            return name.to_owned();
        }
        let letter = self.letter(account);
        match (self.as_staff, self.named) {
            (true, true) | (false, true) => name.to_owned(),
            (true, false) => {
                let both = Message::new("discussion-name-letter")
                    .with("name", name)
                    .with("letter", letter);
                self.t.tell(&both)
            }
            (false, false) if account == self.me => {
                self.t.with("discussion-you-letter", "letter", letter)
            }
            (false, false) => letter,
        }
    }

    /// "Reviewer B"; nobody in particular without a place.
    fn letter(&self, account: AccountId) -> String {
        match self.readers.voice(account) {
            Some(Voice::Reviewer(place)) => letter(self.t, place),
            _ => self.t.say("discussion-a-reviewer"),
        }
    }

    /// Whose attention can be drawn: everybody who may read it but the reader.
    pub fn choices(&self, chosen: &[String]) -> Vec<Choice> {
        let people = self.readers.people.iter();
        let others = people.filter(|(voice, one)| {
            let as_staff = matches!(voice, Voice::Staff(_));
            !(one.recipient.id == self.me && as_staff == self.as_staff)
        });
        let choice = |(voice, one): &(Voice, crate::store::discussion::Panelist)| {
            let from_staff = matches!(voice, Voice::Staff(_));
            Choice {
                value: voice.code(),
                label: self.called(one.recipient.id, from_staff, &one.name),
                hint: from_staff.then(|| self.t.say("discussion-staff")),
                chosen: chosen.contains(&voice.code()),
            }
        };
        others.map(choice).collect()
    }
}
