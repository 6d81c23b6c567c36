//! Who may write rubrics, and which round may take which version.

use super::Actor;
use crate::domain::account::Role;
use crate::domain::round::{Round, RoundState};
use crate::domain::{AccountId, Message, ProgrammeId, RoundId, RubricId};

/// May write, publish and import the rubrics of programmes.
#[derive(Debug)]
pub struct MayEditRubrics {
    by: AccountId,
}

/// May let a round use a version of its programme's rubric.
#[derive(Debug)]
pub struct MayPinRubric {
    round: RoundId,
    rubric: RubricId,
}

impl MayEditRubrics {
    /// Admins may.
    pub fn by(actor: &Actor) -> Result<Self, Message> {
        if actor.is(Role::Admin) {
            Ok(Self { by: actor.id })
        } else {
            Err(Message::new("denied-admin"))
        }
    }

    /// The operator at the command line may, in the name of an account.
    pub fn operator(by: AccountId) -> Self {
        Self { by }
    }

    /// Who writes.
    pub fn account(&self) -> AccountId {
        self.by
    }

    /// A round may take another version as long as nobody has begun to review in it.
    /// `begun` is whether somebody has, `rubric` a version with the programme that it
    /// is of.
    pub fn pin(
        &self,
        round: &Round,
        begun: bool,
        rubric: (RubricId, ProgrammeId),
    ) -> Result<MayPinRubric, Message> {
        match why_pinned(round, begun) {
            Some(reason) => Err(reason),
            None => self.replace(round, rubric),
        }
    }

    /// Reviewing has begun, and an admin has seen what another version does to the
    /// reviews: until the round is closed, it may take it nevertheless.
    pub fn replace(
        &self,
        round: &Round,
        (rubric, of): (RubricId, ProgrammeId),
    ) -> Result<MayPinRubric, Message> {
        if round.state == RoundState::Closed {
            return Err(Message::new("stale-round-ended"));
        }
        if of != round.programme_id {
            return Err(Message::new("error-choice"));
        }
        Ok(MayPinRubric {
            round: round.id,
            rubric,
        })
    }
}

/// Why a round keeps the version that it uses; nothing while it can change.
pub fn why_pinned(round: &Round, begun: bool) -> Option<Message> {
    match round.state {
        RoundState::Closed => Some(Message::new("stale-round-ended")),
        RoundState::Draft | RoundState::Open if begun => Some(Message::new("rubric-round-begun")),
        RoundState::Draft | RoundState::Open => None,
    }
}

impl MayPinRubric {
    /// The round.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// The version.
    pub fn rubric(&self) -> RubricId {
        self.rubric
    }
}
