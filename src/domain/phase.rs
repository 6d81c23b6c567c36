//! Review phases: stretches of a round's reviewing with rules of their own, who
//! reviews what, who sees what, from when to when. Knows no person and no
//! application; what follows for one of them, `policy::review` says.

mod draft;

pub use draft::{NAME_MOST, PhaseDraft, PhaseText};

use super::round::Round;
use super::{Message, Moment, PhaseId, Problems, RoundId, Translated};

/// Most reviews that an application can need.
pub const NEEDED_MOST: u8 = 20;
/// Most phases of a round.
pub const PHASES_MOST: usize = 12;

/// Which applications a reviewer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Those that they are assigned.
    Assigned,
    /// Every one under review that they have no conflict with.
    All,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 2] = [Self::Assigned, Self::All];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::All => "all",
        }
    }

    /// The scope of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// When a reviewer sees what others said of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Others {
    Never,
    /// Once their own review is sent.
    AfterOwn,
    Always,
}

impl Others {
    /// Every answer, from the most hidden.
    pub const ALL: [Self; 3] = [Self::Never, Self::AfterOwn, Self::Always];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterOwn => "after_own",
            Self::Always => "always",
        }
    }

    /// The answer of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// A stretch of a round's reviewing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    pub id: PhaseId,
    pub round: RoundId,
    /// 1 for the first of the round, by opening.
    pub position: i32,
    /// Empty for the phase that a round begins with.
    pub name: Translated,
    pub scope: Scope,
    /// Reviews that an application needs before it is deliberated, 1 to
    /// [`NEEDED_MOST`].
    pub needed: u8,
    pub others: Others,
    /// Whether reviewers see each other's names; otherwise letters.
    pub reviewer_names: bool,
    /// Whether reviewers see who applies.
    pub applicant_names: bool,
    /// Whether reviewers may discuss.
    pub discussion: bool,
    /// Whether a submitted review may be changed.
    pub revision: bool,
    pub opens_at: Moment,
    /// Without one it lasts until the next phase opens or the round is closed.
    pub closes_at: Option<Moment>,
}

/// How an instant stands to a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    NotYet,
    Open,
    /// Nothing may be written any more; what is read stays as it was.
    Over,
}

impl Phase {
    /// The phase that a round begins with: those who are assigned review, see
    /// others' reviews after their own, and are told apart by letters. An
    /// application waits for everybody it was assigned to and for no more.
    pub fn first(id: PhaseId, round: &Round) -> Self {
        Self {
            id,
            round: round.id,
            position: 1,
            name: Translated::default(),
            scope: Scope::Assigned,
            needed: 1,
            others: Others::AfterOwn,
            reviewer_names: false,
            applicant_names: true,
            discussion: true,
            revision: true,
            opens_at: round.opens_at,
            closes_at: None,
        }
    }

    /// When its reviews are due: by the round's date, and before it closes.
    pub fn due(&self, of_round: Moment) -> Moment {
        self.closes_at.map_or(of_round, |close| close.min(of_round))
    }

    /// How an instant stands to it; the close itself is still in time.
    pub fn stand(&self, now: Moment) -> Stand {
        if now < self.opens_at {
            Stand::NotYet
        } else if self.closes_at.is_some_and(|close| now > close) {
            Stand::Over
        } else {
            Stand::Open
        }
    }
}

/// The phase whose rules hold at an instant: the last that opened, or before all
/// of them the first. `phases` are a round's, by opening.
pub fn in_force(phases: &[Phase], now: Moment) -> Option<&Phase> {
    let opened = phases.iter().rev().find(|phase| phase.opens_at <= now);
    opened.or(phases.first())
}

/// Puts phases in the order of their opening and numbers them.
#[must_use]
pub fn in_order(mut phases: Vec<Phase>) -> Vec<Phase> {
    phases.sort_by_key(|phase| (phase.opens_at, phase.id));
    for (position, phase) in (1..).zip(&mut phases) {
        phase.position = position;
    }
    phases
}

/// What is wrong with a round's phases, by opening: fields `opens_at` and
/// `closes_at` of the phase `about`, else of none.
pub fn check_schedule(round_opens: Moment, phases: &[Phase], about: PhaseId) -> Problems {
    let mut problems = Problems::default();
    let mut add = |phase: &Phase, field: &str, key: &'static str| {
        let field = if phase.id == about { field } else { "" };
        problems.add(field, Message::new(key));
    };
    if let Some(first) = phases.first().filter(|first| first.opens_at < round_opens) {
        add(first, "opens_at", "error-phase-before-round");
    }
    for pair in phases.windows(2) {
        let [earlier, later] = pair else { continue };
        if earlier.opens_at == later.opens_at {
            let at = if earlier.id == about { earlier } else { later };
            add(at, "opens_at", "error-phase-same-opening");
        } else if earlier
            .closes_at
            .is_some_and(|close| close > later.opens_at)
        {
            let (at, field) = match earlier.id == about {
                true => (earlier, "closes_at"),
                false => (later, "opens_at"),
            };
            add(at, field, "error-phase-overlap");
        }
    }
    problems
}

/// Something that a change of phases lets reviewers see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// Others' reviews, to those who have sent their own.
    OthersAfterOwn,
    /// Others' reviews, to everybody who may read.
    OthersAlways,
    /// Who wrote which review.
    Reviewers,
    /// Who applies.
    Applicants,
    /// Applications that a reviewer was not assigned.
    Applications,
    /// What reviewers say to each other.
    Discussion,
}

/// What the rules that hold after a change show and those before it hid.
pub fn reveals(before: &Phase, after: &Phase) -> Vec<Reveal> {
    let others = match after.others {
        Others::AfterOwn => Reveal::OthersAfterOwn,
        Others::Always | Others::Never => Reveal::OthersAlways,
    };
    let opened = |before: bool, after: bool| after && !before;
    let found = [
        (after.others > before.others, others),
        (
            opened(before.reviewer_names, after.reviewer_names),
            Reveal::Reviewers,
        ),
        (
            opened(before.applicant_names, after.applicant_names),
            Reveal::Applicants,
        ),
        (
            opened(before.scope == Scope::All, after.scope == Scope::All),
            Reveal::Applications,
        ),
        (
            opened(before.discussion, after.discussion),
            Reveal::Discussion,
        ),
    ];
    let found = found.into_iter().filter(|(shown, _)| *shown);
    found.map(|(_, reveal)| reveal).collect()
}

#[cfg(test)]
mod tests;
