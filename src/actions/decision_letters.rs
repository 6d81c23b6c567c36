//! The letters that tell outcomes: written from the programme's words, in the
//! recipient's language, the same for the preview as for the release; and changing
//! those words.

use super::decide::DECLINE_REASONS;
use super::{Refusal, letters};
use crate::domain::decision::{Decision, Outcome};
use crate::domain::letter::{self, LetterText, Placeholder};
use crate::domain::organisation::Organisation;
use crate::domain::programme::Programme;
use crate::domain::round::Round;
use crate::domain::{Language, Message};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::policy::decision::MayRelease;
use crate::policy::letter::MaySetLetters;
use crate::store::application::ApplicationRow;
use crate::store::letter::{Addressee, Texts};
use crate::store::outbox::{self, Letter};
use crate::store::term::{self, Term};
use crate::store::{Reader, StoreError, Tx, audit, letter as store, programme};

/// What the letters of a round are written from.
pub struct Wording {
    pub programme: Programme,
    round: Round,
    texts: Texts,
    /// Whether mail holds the whole letter; else it holds a link.
    pub whole: bool,
    terms: Vec<Term>,
}

/// What a letter tells of.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub application: &'a ApplicationRow,
    pub organisation: &'a Organisation,
    pub decision: &'a Decision,
}

/// A letter to one person, with the mail that goes out.
pub struct Written {
    pub to: Addressee,
    pub text: LetterText,
    pub mail: Letter,
}

/// The words of a letter that no programme changed.
pub fn standard(language: Language, outcome: Outcome) -> Option<LetterText> {
    let t = Locale::of(language);
    let (subject, body) = match outcome {
        Outcome::Award => ("letter-award-subject", "letter-award-body"),
        Outcome::Reserve => ("letter-reserve-subject", "letter-reserve-body"),
        Outcome::Decline => ("letter-decline-subject", "letter-decline-body"),
        Outcome::ReferBack => return None,
    };
    Some(LetterText {
        subject: t.say(subject),
        body: t.say(body),
    })
}

impl Wording {
    /// Reads it for a round.
    pub fn of(reader: &mut Reader, round: &Round) -> Result<Self, StoreError> {
        let programme = programme::by_id(reader, round.programme_id)?;
        let missing = || StoreError::Damaged("a programme is missing".to_owned());
        Ok(Self {
            programme: programme.ok_or_else(missing)?,
            texts: store::texts(reader, round.programme_id)?,
            whole: store::goes_whole(reader, round.programme_id)?,
            terms: term::all(reader)?,
            round: round.clone(),
        })
    }

    /// The letter to one person; none about a referral back.
    pub fn write(&self, about: About, to: &Addressee, site: &str) -> Option<Written> {
        let outcome = about.decision.outcome;
        let standard = standard(to.language, outcome)?;
        let own = self.texts.get(&(outcome.code(), to.language.code()));
        let text = own.map_or(&standard, |(_, text)| text);
        let link = format!("{site}/applications/{}", about.application.id);
        let values = Values {
            t: Locale::of(to.language),
            wording: self,
            about,
        };
        let text = text.filled(|one| values.value(one, &link));
        let mail = if self.whole {
            letters::written(to.language, &to.email, &text, &link)
        } else {
            let words = ("mail-decided-subject", "mail-decided-body");
            letters::with_link(to.language, &to.email, words, &link)
        };
        Some(Written {
            to: to.clone(),
            text,
            mail,
        })
    }

    /// Keeps and posts the letters of a decision in the transaction of its release.
    pub(super) fn send(
        &self,
        tx: &mut Tx,
        may: &MayRelease,
        (about, to): (About, &[Addressee]),
        site: &str,
    ) -> Result<(), StoreError> {
        for one in to {
            if let Some(written) = self.write(about, one, site) {
                store::keep(tx, may, (one.account, one.language), &written.text)?;
                outbox::post(tx, &written.mail)?;
            }
        }
        Ok(())
    }
}

/// What stands behind the placeholders of one letter.
struct Values<'a> {
    t: Locale,
    wording: &'a Wording,
    about: About<'a>,
}

impl Values<'_> {
    fn value(&self, one: Placeholder, link: &str) -> String {
        let (t, decision) = (self.t, self.about.decision);
        let language = t.language();
        match one {
            Placeholder::Organisation => self.about.organisation.name(language).to_owned(),
            Placeholder::Title => self.about.application.title.clone(),
            Placeholder::Reference => self.about.application.reference.clone(),
            Placeholder::Round => self.wording.round.title.get(language).to_owned(),
            Placeholder::Programme => self.wording.programme.name.get(language).to_owned(),
            Placeholder::Amount => decision
                .amount
                .map(|money| t.money(money))
                .unwrap_or_default(),
            Placeholder::FundingType => self.term("funding_type", decision.funding_type.as_deref()),
            Placeholder::Conditions => conditions(decision),
            Placeholder::Reason => self.term(DECLINE_REASONS, decision.reason.as_deref()),
            Placeholder::Feedback => decision.feedback.clone(),
            Placeholder::Link => link.to_owned(),
        }
    }

    fn term(&self, list: &str, code: Option<&str>) -> String {
        let mut terms = self.wording.terms.iter();
        let found = terms.find(|term| term.list == list && Some(term.code.as_str()) == code);
        found
            .map_or("", |term| term.label.get(self.t.language()))
            .to_owned()
    }
}

fn conditions(decision: &Decision) -> String {
    let numbered = decision.conditions.iter().enumerate();
    let lines = numbered.map(|(n, one)| format!("{}. {}", n + 1, one.text));
    lines.collect::<Vec<_>>().join("\n")
}

/// Writes a programme's own words for one outcome in one language, as a new version.
/// The same words again change nothing.
pub fn set_text(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    (outcome, language): (Outcome, Language),
    (subject, body): (&str, &str),
) -> Result<(), Refusal> {
    let programme = programme::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetLetters::of(actor, programme.id)?;
    let text = letter::read(subject, body)?;
    let standard = standard(language, outcome).ok_or(Refusal::NotFound)?;
    let own = store::texts(tx, programme.id)?.remove(&(outcome.code(), language.code()));
    let (version, before) = own.map_or((0, standard), |(version, text)| (version, text));
    if before == text {
        return Ok(());
    }
    store::add_text(tx, &may, (outcome, language, version + 1), &text)?;
    let what = format!("{} {}", outcome.code(), language.code());
    let after = format!("{what} {}", version + 1);
    let object = ("programme", programme.id.as_str());
    audit(tx, "set_letter", object, &what, &after)?;
    Ok(())
}

/// Says whether mail holds whole letters: `whole` or `link`.
pub fn set_way(tx: &mut Tx, actor: &Actor, slug: &str, way: &str) -> Result<(), Refusal> {
    let programme = programme::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetLetters::of(actor, programme.id)?;
    let whole = match way {
        "whole" => true,
        "link" => false,
        _ => return Err(Refusal::field("way", Message::new("error-choice"))),
    };
    let before = store::goes_whole(tx, programme.id)?;
    if before == whole {
        return Ok(());
    }
    store::set_way(tx, &may, whole)?;
    let object = ("programme", programme.id.as_str());
    let word = |whole: bool| if whole { "whole" } else { "link" };
    audit(tx, "set_letter_way", object, word(before), word(whole))?;
    Ok(())
}
