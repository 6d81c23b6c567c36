//! Who may ask referees about an application, and what is done with a question. That an
//! admin has no conflict is shown by the application being within their reach.

use super::application::undecided;
use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::referee::RefereeState;
use crate::domain::{AccountId, ApplicationId, Message, RefereeId};

/// May ask referees about one application.
#[derive(Debug)]
pub struct MayAskReferee {
    application: ApplicationId,
    by: AccountId,
}

impl MayAskReferee {
    /// An admin may, from submission until the decision is released.
    pub fn on(
        actor: &Actor,
        (application, status): (ApplicationId, Status),
    ) -> Result<Self, Hindrance> {
        undecided(actor, status)?;
        Ok(Self {
            application,
            by: actor.id,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who asks.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// A question that was not answered can be sent again or taken back.
    pub fn again(
        &self,
        referee: RefereeId,
        state: RefereeState,
    ) -> Result<MayMoveReferee, Hindrance> {
        match state {
            RefereeState::Asked => Ok(MayMoveReferee { referee }),
            RefereeState::Answered | RefereeState::Withdrawn => {
                Err(Hindrance::Stale(Message::new("stale-referee")))
            }
        }
    }
}

/// May send one question again, take it back, or answer it.
#[derive(Debug)]
pub struct MayMoveReferee {
    referee: RefereeId,
}

impl MayMoveReferee {
    /// Whoever holds the link may answer as long as it can be used.
    pub fn answer(referee: RefereeId) -> Self {
        Self { referee }
    }

    /// The question it was issued for.
    pub fn referee(&self) -> RefereeId {
        self.referee
    }
}
