//! Legal status: which papers of an organisation are asked for, which of them staff
//! have seen and found in order, until when they hold, and what that comes to. Knows
//! no application: a fiscal sponsor is looked at in the same way.

mod document;
mod needs;
mod pathway;

pub use document::{DocumentDraft, NewDocument, Seen, read_document};
pub use needs::{Need, Needs, read_needs};
pub use pathway::{NewPathway, PathwayDraft, PathwayItem, UsPathway, read_pathway};

use super::check::CheckOutcome;
use super::moment::Day;

/// A kind of paper that funders ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// The certificate of the register.
    Registration,
    Statutes,
    Accounts,
    /// Names and roles of the board.
    Board,
    /// Of the bank, that the account is the organisation's.
    Bank,
    /// Israel: the yearly certificate of proper management (nihul takin).
    ProperManagement,
    /// Israel: that papers were handed in, for bodies too new for that certificate.
    SubmittedPapers,
    /// Israel: donations above the sum that must be listed.
    Donations,
    /// Israel: donations of foreign states.
    ForeignDonations,
    Safeguarding,
    /// Against fraud, and for procurement.
    AntiFraud,
    /// That no money goes to anybody under sanctions.
    Sanctions,
}

impl DocumentKind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 12] = [
        Self::Registration,
        Self::Statutes,
        Self::Accounts,
        Self::Board,
        Self::Bank,
        Self::ProperManagement,
        Self::SubmittedPapers,
        Self::Donations,
        Self::ForeignDonations,
        Self::Safeguarding,
        Self::AntiFraud,
        Self::Sanctions,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Statutes => "statutes",
            Self::Accounts => "accounts",
            Self::Board => "board",
            Self::Bank => "bank",
            Self::ProperManagement => "proper_management",
            Self::SubmittedPapers => "submitted_papers",
            Self::Donations => "donations",
            Self::ForeignDonations => "foreign_donations",
            Self::Safeguarding => "safeguarding",
            Self::AntiFraud => "anti_fraud",
            Self::Sanctions => "sanctions",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What is on record of a paper, as far as its standing goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub kind: DocumentKind,
    pub outcome: CheckOutcome,
    /// The last day on which it holds.
    pub expires_on: Option<Day>,
}

/// Where one kind of paper stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperState {
    Missing,
    /// It came; nobody has looked at it yet.
    Received,
    Verified,
    /// Somebody looked, and it is not in order.
    NotVerified,
    /// It was verified, and its last day is over.
    Expired,
}

/// Where a kind of paper stands, by the latest that is on record.
pub fn state(held: Option<&Held>, today: Day) -> PaperState {
    let Some(held) = held else {
        return PaperState::Missing;
    };
    match held.outcome {
        CheckOutcome::Received => PaperState::Received,
        CheckOutcome::NotVerified => PaperState::NotVerified,
        CheckOutcome::Verified if held.expires_on.is_some_and(|last| last < today) => {
            PaperState::Expired
        }
        CheckOutcome::Verified => PaperState::Verified,
    }
}

/// What the papers of one organisation come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Every paper that the gate needs is verified and holds.
    Verified,
    /// One was looked at and is not in order, or does not hold any more.
    NotVerified,
    /// Something is still to come or to be looked at.
    Open,
    /// A legal form that has no papers of its own: only a fiscal sponsor can have them.
    NoForm,
}

/// What the latest papers of each kind come to on a day.
pub fn standing(needs: &Needs, latest: &[Held], today: Day) -> Standing {
    let state_of = |kind| state(latest.iter().find(|held| held.kind == kind), today);
    let states: Vec<PaperState> = needs.needed().map(state_of).collect();
    let bad = |state: &PaperState| matches!(state, PaperState::NotVerified | PaperState::Expired);
    match states.as_slice() {
        [] => Standing::NoForm,
        all if all.iter().all(|state| *state == PaperState::Verified) => Standing::Verified,
        all if all.iter().any(bad) => Standing::NotVerified,
        _ => Standing::Open,
    }
}

/// What counts for an application: the organisation's own papers, or those of the
/// fiscal sponsor that consented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backing {
    pub own: Standing,
    pub sponsor: Option<Standing>,
}

impl Backing {
    /// Whether an award needs no waiver.
    pub fn is_verified(self) -> bool {
        [Some(self.own), self.sponsor].contains(&Some(Standing::Verified))
    }

    /// What to show as one word: the better of the two.
    pub fn best(self) -> Standing {
        match (self.own, self.sponsor) {
            (_, Some(Standing::Verified)) => Standing::Verified,
            (Standing::NoForm, Some(sponsor)) => sponsor,
            (own, _) => own,
        }
    }
}

#[cfg(test)]
mod tests;
