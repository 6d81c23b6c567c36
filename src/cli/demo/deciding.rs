//! What follows decisions in the demonstration: an applicant who asks to look again, a
//! quorum, words of the programme's own in a letter.

use super::hands::Owner;
use super::seed::{ROUND, Seeder};
use super::story::{Panel, SITE};
use crate::actions::{appeal, decision_letters, quorum};
use crate::cli::Failure;
use crate::domain::Language;
use crate::domain::decision::Outcome;
use crate::store::{Reader, StoreError, programme, round};

const QUORUM: &str = "2";

const APPEAL: &str = "The panel writes that others pay for most of the tour. The letter of 3 November \
    from our largest supporter, which we sent with the answer to your question, says that they have \
    withdrawn. Please look at it again with that letter.";

const SUBJECT: &str = "Your application [reference]: our answer";
const BODY: &str = "To [organisation],\n\n\
    Thank you for your request “[title]”. We read every page of it, and we can’t fund it in [round].\n\n\
    The reason: [reason].\n\n\
    The panel adds: [feedback]\n\n\
    Our door stays open: apply again at any time, or ask us to look at the decision again: [link]";

/// Tells it.
pub fn tell(seeder: &Seeder, panel: &Panel, cast: &[Owner]) -> Result<(), Failure> {
    let Some(admin) = panel.admins.first() else {
        return Ok(());
    };
    let slug = seeder.database.read(programme_of)?;
    let which = (Outcome::Decline, Language::English);
    seeder.act(Some(admin), 30, |tx| {
        decision_letters::set_text(tx, admin, &slug, which, (SUBJECT, BODY))
    })?;
    seeder.act(Some(admin), 26, |tx| quorum::set(tx, admin, ROUND, QUORUM))?;
    let declined = cast.iter().find(|one| {
        let decision = one.content.decision.as_ref();
        decision.is_some_and(|decision| decision.outcome == Outcome::Decline.code())
    });
    let Some(owner) = declined else {
        return Ok(());
    };
    seeder.act(Some(&owner.person), 9, |tx| {
        appeal::raise(tx, &owner.person, owner.told.application, APPEAL, SITE)
    })
}

/// The name in URLs of the programme of the round.
fn programme_of(reader: &mut Reader) -> Result<String, StoreError> {
    let round = round::by_slug(reader, ROUND)?;
    let programme = match round {
        Some(round) => programme::by_id(reader, round.programme_id)?,
        None => None,
    };
    Ok(programme.map(|one| one.slug).unwrap_or_default())
}
