//! Who may write forms, and which round may take which version.

use super::{Actor, Reach};
use crate::domain::account::Role;
use crate::domain::round::{Round, RoundState};
use crate::domain::{AccountId, FormId, Message, ProgrammeId, RoundId};

/// May write, publish and import the forms of programmes.
#[derive(Debug)]
pub struct MayEditForms {
    by: AccountId,
    reach: Reach,
}

/// May let a round use a version of its programme's form.
#[derive(Debug)]
pub struct MayPinForm {
    round: RoundId,
    form: FormId,
}

impl MayEditForms {
    /// Admins may.
    pub fn by(actor: &Actor) -> Result<Self, Message> {
        if actor.is(Role::Admin) {
            Ok(Self {
                by: actor.id,
                reach: Reach::staff(actor),
            })
        } else {
            Err(Message::new("denied-admin"))
        }
    }

    /// The operator at the command line may, in the name of an account.
    pub fn operator(by: AccountId) -> Self {
        Self {
            by,
            reach: Reach::operator(),
        }
    }

    /// Who writes.
    pub fn account(&self) -> AccountId {
        self.by
    }

    /// The applications that count for whether a round keeps its version. What is
    /// hidden from who writes pins nothing, for a refusal would tell of it; it
    /// keeps the version it was begun on in any case.
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// A round may change its form until somebody has sent an application: those
    /// who are compared with each other answered the same questions. `sent` is
    /// whether somebody has, `form` a version with the programme that it is of.
    pub fn pin(
        &self,
        round: &Round,
        sent: bool,
        (form, of): (FormId, ProgrammeId),
    ) -> Result<MayPinForm, Message> {
        if let Some(reason) = why_pinned(round, sent) {
            return Err(reason);
        }
        if of != round.programme_id {
            return Err(Message::new("error-choice"));
        }
        Ok(MayPinForm {
            round: round.id,
            form,
        })
    }
}

/// Why a round keeps the version that it uses; nothing while it can change.
pub fn why_pinned(round: &Round, sent: bool) -> Option<Message> {
    match round.state {
        RoundState::Closed => Some(Message::new("stale-round-ended")),
        RoundState::Draft | RoundState::Open if sent => Some(Message::new("form-round-sent")),
        RoundState::Draft | RoundState::Open => None,
    }
}

impl MayPinForm {
    /// The round.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// The version.
    pub fn form(&self) -> FormId {
        self.form
    }
}
