//! What a queue tells of an application.

use diesel::prelude::*;

use crate::domain::application::Status;
use crate::domain::review::ConflictKind;
use crate::domain::round::RoundState;
use crate::domain::{ApplicationId, Moment, OrganisationId, RoundId, Translated};

/// An application in a queue, with how far its review is.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct QueueRow {
    pub application: ApplicationId,
    pub reference: String,
    pub title: String,
    pub organisation: OrganisationId,
    pub status: Status,
    pub round_id: RoundId,
    pub round: Translated,
    pub due_at: Moment,
    pub round_state: RoundState,
    /// `None` until the reviewer has declared.
    pub declared: Option<ConflictKind>,
    /// `None` until the review is begun.
    pub saved_at: Option<Moment>,
    /// `None` until the review is sent.
    pub submitted_at: Option<Moment>,
}
