//! Due diligence in the demonstration: steps with a second look, a concern, referees of
//! whom one has answered, an organisation on hold, and one under a code name.

use super::hands::{self, Owner};
use super::seed::Seeder;
use super::story::{Panel, SITE};
use crate::actions::due_diligence::{self, TypedConcern};
use crate::actions::{code_name, hold, referee};
use crate::cli::Failure;
use crate::domain::ApplicationId;
use crate::domain::due_diligence::Step;
use crate::domain::hold::HoldDraft;
use crate::domain::referee::RefereeDraft;
use crate::policy::Actor;

/// Whose application is looked at closely.
const EXAMINED: &str = "bashar.harf@apply.example";
/// Whose organisation is on hold.
const HELD: &str = "hani.nab@apply.example";
/// Whose organisation asked for a code name.
const CONFIDENTIAL: &str = "fairuz.sura@apply.example";

const STEPS: [(Step, &str); 2] = [
    (
        Step::Accounts,
        "Accounts of the last two years read, with the auditor’s letters.",
    ),
    (Step::Bank, "Letter of the bank of this month."),
];

/// Name, address, language, and what was answered.
const REFEREES: [(&str, &str, &str, &str); 2] = [
    (
        "Dr. Suha Aker",
        "s.aker@referees.example",
        "en",
        "I have worked with their editors since 2017. They correct what is wrong, and pay on time.",
    ),
    ("Yonatan Peled", "y.peled@referees.example", "he", ""),
];

/// Tells it.
pub fn tell(seeder: &Seeder, panel: &Panel, cast: &[Owner]) -> Result<(), Failure> {
    let [first, second, ..] = panel.admins.as_slice() else {
        return Ok(());
    };
    let find = |email: &str| cast.iter().find(|one| one.content.email == email);
    if let Some(owner) = find(EXAMINED) {
        examine(seeder, (first, second), owner.told.application)?;
    }
    if let Some(owner) = find(CONFIDENTIAL) {
        seeder.act(Some(second), 21, |tx| {
            code_name::conceal_for(tx, second, owner.told.organisation)
        })?;
    }
    let Some(owner) = find(HELD) else {
        return Ok(());
    };
    let draft = HoldDraft {
        reason: "The new accounts are with the auditor; the old ones have expired.".to_owned(),
        review_on: seeder.now.plus_days(12).day(seeder.zone()).iso(),
    };
    seeder.act(Some(second), 20, |tx| {
        hold::place(tx, second, owner.told.organisation, &draft)
    })
}

fn examine(
    seeder: &Seeder,
    (first, second): (&Actor, &Actor),
    id: ApplicationId,
) -> Result<(), Failure> {
    for (step, note) in STEPS {
        seeder.act(Some(first), 27, |tx| {
            due_diligence::take_step(tx, first, (id, step), ("verified", note))
        })?;
    }
    seeder.act(Some(second), 25, |tx| {
        due_diligence::look_again(tx, second, (id, Step::Accounts))
    })?;
    let concern = TypedConcern {
        words: "The company’s account was closed in October. Which bank receives the grant?"
            .to_owned(),
        to: second.id.to_string(),
        lifts: true,
    };
    seeder.act(Some(first), 24, |tx| {
        due_diligence::raise(tx, first, id, &concern, SITE)
    })?;
    for (name, email, language, answer) in REFEREES {
        let draft = RefereeDraft {
            name: name.to_owned(),
            email: email.to_owned(),
            language: language.to_owned(),
        };
        seeder.act(Some(first), 46, |tx| {
            referee::ask(tx, first, id, &draft, SITE)
        })?;
        if !answer.is_empty() {
            let secret = hands::secret(seeder, email)?;
            seeder.act(None, 23, |tx| {
                referee::answer(tx, &secret, ("recommends", answer))
            })?;
        }
    }
    Ok(())
}
