//! Decisions on applications: proposed by one admin, signed by another,
//! released to the applicant. Knows no budget; see [`portfolio`](super::portfolio).

use std::collections::BTreeMap;
use std::ops::Deref;

use super::numerals::many_lines;
use super::{AccountId, ApplicationId, DecisionId, Message, Moment, Money};

mod proposal;

pub use proposal::{Proposal, ProposalDraft, RoundFacts, TEXT_MOST, check_proposal};

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    Award,
    /// To be funded if money is left.
    Reserve,
    Decline,
    /// Back to review.
    ReferBack,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Award, Self::Reserve, Self::Decline, Self::ReferBack];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Award => "award",
            Self::Reserve => "reserve",
            Self::Decline => "decline",
            Self::ReferBack => "refer_back",
        }
    }

    /// The outcome of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// How far a decision has come; derived from who did what, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    Proposed,
    Signed,
    /// Seen by the applicant; final.
    Released,
    /// Taken back before release; final.
    Dropped,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 4] = [Self::Proposed, Self::Signed, Self::Released, Self::Dropped];

    /// Code in filters and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Signed => "signed",
            Self::Released => "released",
            Self::Dropped => "dropped",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// A demand put on an award, and why it has to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition {
    pub text: String,
    pub reason: String,
}

/// One decision on one application, without a word that somebody wrote in it: what
/// rankings, boards, lists and budgets go by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    pub id: DecisionId,
    pub application: ApplicationId,
    /// Counts the decisions on this application from 1.
    pub number: i32,
    pub outcome: Outcome,
    /// More than nothing for an award, absent for everything else.
    pub amount: Option<Money>,
    /// Code of the list `funding_type`; only for an award.
    pub funding_type: Option<String>,
    /// Code of the list `decline_reason`; only for a decline.
    pub reason: Option<String>,
    /// The released decision that it corrects.
    pub corrects: Option<DecisionId>,
    /// What went back to the budget of the award that it opened, in minor units.
    pub freed_minor: i64,
    /// What earlier awards on this application keep of the budget, in minor units of the
    /// round's currency: they were agreed to, and were not given back in full.
    pub former_minor: i64,
    pub proposed_by: AccountId,
    pub proposed_at: Moment,
    /// Who signed off, and when; likewise below.
    pub signed: Option<(AccountId, Moment)>,
    pub released: Option<(AccountId, Moment)>,
    pub dropped: Option<(AccountId, Moment)>,
}

/// One decision on one application, whole: its [`Ruling`] is read as its own, and so it
/// goes wherever a ruling is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub ruling: Ruling,
    /// Only on an award.
    pub conditions: Vec<Condition>,
    /// Why; stays internal.
    pub rationale: String,
    /// What the applicant is told after release; may be empty.
    pub feedback: String,
    /// Why an award is right without verified legal status.
    pub waiver: Option<String>,
    /// Why an award is right though the budget of the round does not hold it.
    pub over_budget: Option<String>,
    /// Why it deviates from the ranking; kept where it was said, though the ranking may
    /// have moved since.
    pub deviation: Option<String>,
    /// Who of the panel took part.
    pub present: Vec<AccountId>,
}

impl Deref for Decision {
    type Target = Ruling;

    fn deref(&self) -> &Ruling {
        &self.ruling
    }
}

impl Ruling {
    /// How far it has come.
    pub fn stage(&self) -> Stage {
        match (self.dropped, self.released, self.signed) {
            (Some(_), _, _) => Stage::Dropped,
            (None, Some(_), _) => Stage::Released,
            (None, None, Some(_)) => Stage::Signed,
            (None, None, None) => Stage::Proposed,
        }
    }

    /// The money that its application takes from the budget now, in minor units of the
    /// round's currency: an award's amount from its proposal on, unless it is dropped,
    /// without what was given back, and with what earlier awards keep. Nothing rather
    /// than 0: an award of which all went back is none.
    pub fn committed_minor(&self) -> Option<i64> {
        if self.stage() == Stage::Dropped {
            return None;
        }
        let own = self.amount.filter(|_| self.outcome == Outcome::Award);
        let own = own.map_or(0, |money| money.minor - self.freed_minor);
        let all = own.saturating_add(self.former_minor);
        (all > 0).then_some(all)
    }

    /// The same with what was written in it, of decisions that were read after it; nothing
    /// where another took its place meanwhile.
    pub fn whole_in<'a>(
        &self,
        read: &'a BTreeMap<ApplicationId, Decision>,
    ) -> Option<&'a Decision> {
        let found = read.get(&self.application);
        found.filter(|whole| whole.id == self.id)
    }
}

/// Reads why a decision deviates from the ranking; only one that does needs it.
pub fn read_deviation(deviates: bool, text: &str) -> Result<Option<String>, Message> {
    let text = many_lines(text);
    if text.chars().count() > TEXT_MOST {
        return Err(Message::new("error-too-long").with("most", TEXT_MOST as i64));
    }
    match text.is_empty() {
        true if deviates => Err(Message::new("error-deviation")),
        true => Ok(None),
        false => Ok(Some(text)),
    }
}

/// Why a decision may not be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignRefusal {
    /// The round has no sign-off.
    NotNeeded,
    /// It is already past its proposal.
    NotProposed(Stage),
    /// Whoever proposed it cannot sign it.
    Proposer,
}

/// Whether a person may sign: where the round asks for it, only what is
/// proposed, and never the proposer.
pub fn may_sign(
    decision: &Ruling,
    signer: AccountId,
    sign_off_required: bool,
) -> Result<(), SignRefusal> {
    match decision.stage() {
        _ if !sign_off_required => Err(SignRefusal::NotNeeded),
        stage @ (Stage::Signed | Stage::Released | Stage::Dropped) => {
            Err(SignRefusal::NotProposed(stage))
        }
        Stage::Proposed if decision.proposed_by == signer => Err(SignRefusal::Proposer),
        Stage::Proposed => Ok(()),
    }
}

/// Why a decision may not be released.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReleaseRefusal {
    /// A second admin has to sign first.
    NotSigned,
    /// It was released or dropped before.
    Final(Stage),
}

/// Whether it may be released: once signed, or as proposed in a round without
/// sign-off.
pub fn may_release(decision: &Ruling, sign_off_required: bool) -> Result<(), ReleaseRefusal> {
    match decision.stage() {
        stage @ (Stage::Released | Stage::Dropped) => Err(ReleaseRefusal::Final(stage)),
        Stage::Proposed if sign_off_required => Err(ReleaseRefusal::NotSigned),
        Stage::Proposed | Stage::Signed => Ok(()),
    }
}

#[cfg(test)]
mod tests;
