//! Deciding on one application: propose, sign off, drop.

pub use super::decision_case::{Case, case};
use super::deviation::{self, Order};
use super::{Refusal, diligence_ahead, list_screening};
use crate::domain::decision::{
    Decision, Outcome, Proposal, ProposalDraft, RoundFacts, check_proposal, read_deviation,
};
use crate::domain::{ApplicationId, DecisionId, Message, Money, Problems};
use crate::policy::decision::{Matter, MayDrop, MayPropose, MaySign};
use crate::policy::{Actor, Reach};
use crate::store::decision::Counted;
use crate::store::{Reader, StoreError, Tx, audit, decision, quorum, term};

/// The list of reasons for a decline.
pub const DECLINE_REASONS: &str = "decline_reason";

/// What is left of the budget for a decision on this application, in minor units of the
/// round's currency: below 0 where others take more than there is. Nobody is told, not
/// even by a refusal, what those got that are kept from them.
pub fn left(
    reader: &mut Reader,
    reach: Reach,
    case: &Case,
    counted: Counted,
) -> Result<i64, StoreError> {
    let of = (case.round.id, case.application.id);
    let others = decision::taken_by_others(reader, reach, of, counted)?;
    let former = decision::kept_by_awards(reader, case.application.id)?;
    let taken = others.saturating_add(former);
    Ok(case.round.budget_minor.saturating_sub(taken))
}

/// What a proposal on this application is checked against.
pub fn facts(reader: &mut Reader, reach: Reach, case: &Case) -> Result<RoundFacts, StoreError> {
    let terms = term::all(reader)?;
    let codes = |list: &str| {
        let own = terms.iter().filter(|term| term.list == list);
        own.map(|term| term.code.clone()).collect()
    };
    let panel = quorum::panel(reader, &case.application)?.into_iter();
    let left_minor = left(reader, reach, case, Counted::All)?;
    Ok(RoundFacts {
        left_minor,
        currency: case.round.currency,
        requested_minor: case.application.requested_minor.unwrap_or(0),
        budget_minor: case.round.budget_minor,
        funding_types: codes("funding_type"),
        legal_verified: case.matter.legal_verified,
        decline_reasons: codes(DECLINE_REASONS),
        panel: panel.map(|(id, _)| id).collect(),
        quorum: quorum::least(reader, case.round.id)?,
    })
}

/// A proposal as typed, with why it deviates from the ranking.
pub type Typed<'a> = (&'a ProposalDraft, &'a str);

/// Proposes a decision. `over` is the own proposal that the form was opened on;
/// sending the same proposal again changes nothing.
pub fn propose(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    typed: Typed,
    over: Option<DecisionId>,
) -> Result<(), Refusal> {
    let now = tx.now();
    let case = case(tx, Reach::staff(actor), id, now)?.ok_or(Refusal::NotFound)?;
    // Whoever may not is told so before a whole round is read.
    MayPropose::on(actor, &case.matter)?;
    let order = deviation::order(tx, Reach::staff(actor), case.round.clone())?;
    propose_in(tx, actor, (&case, &order), typed, over)
}

/// The same for a case of a round whose order is known.
pub(super) fn propose_in(
    tx: &mut Tx,
    actor: &Actor,
    (case, order): (&Case, &Order),
    typed: Typed,
    over: Option<DecisionId>,
) -> Result<(), Refusal> {
    let may = MayPropose::on(actor, &case.matter)?;
    let facts = facts(tx, Reach::staff(actor), case)?;
    let (proposal, deviation) = check(typed, &facts, (case, order))?;
    if proposal.outcome == Outcome::Award && case.matter.stopped {
        return Err(Refusal::field("outcome", Message::new("error-on-hold")));
    }
    let open = case.matter.open();
    if open.is_some_and(|open| says(open, &proposal) && open.deviation == deviation) {
        return Ok(());
    }
    if open.is_some_and(|open| Some(open.id) != over) {
        return Err(Refusal::Stale(Message::new("stale-proposed-twice")));
    }
    let made = decision::propose(tx, &may, &proposal, deviation.as_deref())?;
    if let Some(old) = open {
        audit(
            tx,
            "drop_decision",
            ("decision", old.id.as_str()),
            "proposed",
            "dropped",
        )?;
    }
    let (object, after) = (("decision", made.as_str()), summary(&proposal));
    audit(tx, "propose_decision", object, "", &after)?;
    let over = |one: &Money| one.minor > facts.left_minor;
    if let Some(amount) = proposal.amount.filter(over) {
        // What is left is not told: who reads the log may not see all that others take.
        let amount = format!("{} {}", amount.currency.code(), amount.decimal());
        audit(tx, "exceed_budget", object, "", &amount)?;
    }
    Ok(())
}

/// Reads a proposal and why it deviates, or says everything that is wrong.
fn check(
    (draft, deviation): Typed,
    facts: &RoundFacts,
    (case, order): (&Case, &Order),
) -> Result<(Proposal, Option<String>), Problems> {
    let outcome = Outcome::from_code(&draft.outcome);
    let deviates = outcome.is_some_and(|outcome| order.deviates(case.application.id, outcome));
    let mut problems = Problems::default();
    let proposal = match check_proposal(draft, facts) {
        Ok(proposal) => Some(proposal),
        Err(found) => {
            problems = found;
            None
        }
    };
    let deviation = problems.take("deviation", read_deviation(deviates, deviation));
    proposal.zip(deviation).ok_or(problems)
}

/// Whether a decision already says exactly this.
fn says(decision: &Decision, proposal: &Proposal) -> bool {
    decision.outcome == proposal.outcome
        && decision.amount == proposal.amount
        && decision.funding_type == proposal.funding_type
        && decision.conditions == proposal.conditions
        && decision.rationale == proposal.rationale
        && decision.feedback == proposal.feedback
        && decision.waiver == proposal.waiver
        && decision.over_budget == proposal.over_budget
        && decision.reason == proposal.reason
        && decision.present == proposal.present
}

/// Outcome and amount for the audit log.
fn summary(proposal: &Proposal) -> String {
    let outcome = proposal.outcome.code();
    match proposal.amount {
        Some(money) => format!("{outcome} {} {}", money.currency.code(), money.decimal()),
        None => outcome.to_owned(),
    }
}

/// The case of an application whose open decision is the one that the person has read.
fn read_case(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    read: DecisionId,
) -> Result<Case, Refusal> {
    let now = tx.now();
    let case = case(tx, Reach::staff(actor), id, now)?.ok_or(Refusal::NotFound)?;
    same(&case.matter, read)?;
    Ok(case)
}

/// Signs off the decision that the signer has read. The reasons say why an award goes
/// ahead although the screening of its names, or due diligence, left something open.
pub fn sign(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    read: DecisionId,
    reasons: (&str, &str),
) -> Result<(), Refusal> {
    let case = read_case(tx, actor, id, read)?;
    let missing = diligence_ahead::missing(tx, actor, &case)?;
    sign_in(tx, actor, (&case, missing), reasons)
}

/// The same for a case whose open decision is the one that the signer has read, and of
/// whose due diligence so much is missing.
pub(super) fn sign_in(
    tx: &mut Tx,
    actor: &Actor,
    (case, missing): (&Case, usize),
    (list_reason, diligence_reason): (&str, &str),
) -> Result<(), Refusal> {
    let may = MaySign::on(actor, &case.matter)?;
    list_screening::settled_or_reasoned(tx, actor, case, list_reason)?;
    diligence_ahead::done_or_reasoned(tx, actor, (case, missing), diligence_reason)?;
    decision::sign(tx, &may)?;
    let object = ("decision", may.decision());
    audit(
        tx,
        "sign_decision",
        (object.0, object.1.as_str()),
        "proposed",
        "signed",
    )?;
    Ok(())
}

/// Keeps why an award goes ahead, in a round where nobody signs off; what was said
/// before stands where nothing else is said.
pub fn go_ahead(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    read: DecisionId,
    (list_reason, diligence_reason): (&str, &str),
) -> Result<(), Refusal> {
    let case = read_case(tx, actor, id, read)?;
    let said = |reason: &str| !reason.trim().is_empty();
    if said(list_reason) || !list_screening::was_acknowledged(tx, actor, &case)? {
        list_screening::settled_or_reasoned(tx, actor, &case, list_reason)?;
    }
    let missing = diligence_ahead::missing(tx, actor, &case)?;
    if said(diligence_reason) || !diligence_ahead::was_reasoned(tx, (&case, missing))? {
        diligence_ahead::done_or_reasoned(tx, actor, (&case, missing), diligence_reason)?;
    }
    Ok(())
}

/// Takes back a decision that the applicant hasn't seen.
pub fn drop(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    read: DecisionId,
) -> Result<(), Refusal> {
    let case = read_case(tx, actor, id, read)?;
    let may = MayDrop::on(actor, &case.matter)?;
    let before = case.matter.open().map_or("", |open| open.stage().code());
    decision::drop(tx, &may)?;
    let dropped = may.decision();
    audit(
        tx,
        "drop_decision",
        ("decision", dropped.as_str()),
        before,
        "dropped",
    )?;
    Ok(())
}

/// Only what the person has read is signed, dropped or released: not what
/// replaced it meanwhile.
pub(super) fn same(matter: &Matter, read: DecisionId) -> Result<(), Refusal> {
    match matter.open() {
        Some(open) if open.id == read => Ok(()),
        Some(_) => Err(Refusal::Stale(Message::new("stale-replaced"))),
        None => Err(Refusal::Stale(Message::new("stale-dropped"))),
    }
}
