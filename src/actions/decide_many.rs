//! Deciding on many applications at once: the same proposal for each, or the signature
//! under each. All or none; what stops it is said with the reference.

use super::decide::{self, Typed, case};
use super::decision_case::{Case, cases};
use super::{Refusal, deviation, diligence_ahead};
use crate::domain::decision::Outcome;
use crate::domain::{ApplicationId, DecisionId, Message, Money, Problem, Problems};
use crate::policy::{Actor, Reach};
use crate::store::{Tx, round};

/// Proposes the same for these applications of a round; an award gives each what it
/// asks for. What deviates from the ranking goes by the ranking before any of them, and
/// the reason is kept with those that do.
pub fn propose(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    (ids, (draft, deviation)): (&[ApplicationId], Typed),
) -> Result<(), Refusal> {
    let now = tx.now();
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let order = deviation::order(tx, Reach::staff(actor), round)?;
    let outcome = Outcome::from_code(&draft.outcome);
    for id in ids {
        let case = case(tx, Reach::staff(actor), *id, now)?.ok_or(Refusal::NotFound)?;
        if case.round.slug != slug {
            return Err(Refusal::NotFound);
        }
        let mut draft = draft.clone();
        let award = outcome == Some(Outcome::Award);
        if let Some(minor) = case.application.requested_minor.filter(|_| award) {
            draft.amount = Money::new(minor, case.round.currency).decimal();
        }
        // The reason of some is not the reason of all.
        let deviates = outcome.is_some_and(|outcome| order.deviates(*id, outcome));
        let typed = (&draft, if deviates { deviation } else { "" });
        let done = decide::propose_in(tx, actor, (&case, &order), typed, None);
        done.map_err(|refusal| at(&case.application.reference, refusal))?;
    }
    Ok(())
}

/// Signs off these decisions of a round, each as it was read.
pub fn sign(tx: &mut Tx, actor: &Actor, slug: &str, ids: &[DecisionId]) -> Result<(), Refusal> {
    let found = cases(tx, actor, slug, ids)?;
    let all: Vec<&Case> = found.iter().map(|(_, case)| case).collect();
    let missing = diligence_ahead::missing_of(tx, actor, &all)?;
    for (id, case) in &found {
        let missing = missing.get(&case.application.id).copied().unwrap_or(0);
        let read = decide::same(&case.matter, *id);
        let done = read.and_then(|()| decide::sign_in(tx, actor, (case, missing), ("", "")));
        done.map_err(|refusal| at(&case.application.reference, refusal))?;
    }
    Ok(())
}

/// The refusal with the application that it is about, as a problem of the whole form;
/// what is wrong with a field stays with it.
fn at(reference: &str, refusal: Refusal) -> Refusal {
    let about = |key: &'static str| Message::new(key).with("reference", reference);
    let whole = |key: &'static str| Refusal::Invalid(Problems::one("", about(key)));
    match refusal {
        Refusal::Invalid(problems) if problems.0.iter().any(is_not_asked) => {
            whole("error-many-alone")
        }
        Refusal::Invalid(mut problems) => {
            problems.add("", about("error-many-at"));
            Refusal::Invalid(problems)
        }
        Refusal::Stale(_) => whole("error-many-stale"),
        Refusal::Denied(_) => whole("error-many-denied"),
        other => other,
    }
}

/// Whether it is about a field that the form for many does not have, or about somebody
/// who can take part for others of them only.
fn is_not_asked(problem: &Problem) -> bool {
    match problem.field.as_str() {
        "present" => problem.message.key == "error-choice",
        field => ["amount", "list_reason", "diligence_reason", "over_budget"].contains(&field),
    }
}
