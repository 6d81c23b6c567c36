//! Rounds: when applications may come in, and how late is too late.

use super::application::Status;
use super::{Currency, FormId, Moment, Money, ProgrammeId, RoundId, RubricId, Translated};

/// Whether staff have opened the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoundState {
    /// Being prepared; invisible to the public.
    Draft,
    /// Public; takes applications between its opening and its deadline.
    Open,
    /// Ended by staff; public pages remain, nothing can be sent, reviews are final.
    Closed,
}

impl RoundState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Open, Self::Closed];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Until when a round takes applications, and by when they are reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Until a day of the whole round; another is the last for reviews.
    On {
        closes_at: Moment,
        reviews_due_at: Moment,
    },
    /// At any time, until staff set a day or close the round. Every application goes
    /// its own way.
    Rolling {
        /// Days from sending an application to its reviews, from 1.
        review_days: i32,
    },
}

impl Closing {
    /// The deadline for applications, if there is one.
    pub fn closes_at(self) -> Option<Moment> {
        match self {
            Self::On { closes_at, .. } => Some(closes_at),
            Self::Rolling { .. } => None,
        }
    }

    /// When the reviews of an application are due that was sent at an instant.
    pub fn reviews_due(self, sent_at: Moment) -> Moment {
        match self {
            Self::On { reviews_due_at, .. } => reviews_due_at,
            Self::Rolling { review_days } => sent_at.plus_days(review_days.into()),
        }
    }
}

/// A dated opening of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    pub id: RoundId,
    pub programme_id: ProgrammeId,
    pub rubric_id: RubricId,
    pub form_id: FormId,
    /// Its name in URLs: small letters, digits and hyphens.
    pub slug: String,
    pub title: Translated,
    pub purpose: Translated,
    pub currency: Currency,
    pub budget_minor: i64,
    /// Smallest and largest request.
    pub least_minor: i64,
    pub most_minor: i64,
    pub opens_at: Moment,
    pub closing: Closing,
    /// Minutes after the deadline in which a submission counts, marked late.
    pub grace_minutes: i32,
    /// IANA name of the zone in which staff think of the dates.
    pub time_zone: String,
    /// Days from submission to decision that the programme promises.
    pub turnaround_days: i32,
    /// Whether a second admin must sign each decision.
    pub sign_off: bool,
    /// Whether it decides on applications one by one, within days; then two people always
    /// decide.
    pub emergency: bool,
    pub state: RoundState,
    pub created_at: Moment,
}

/// Whether a submission at some instant counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    NotYet,
    Open,
    /// Within the grace period: counts, marked late.
    Late,
    Over,
}

impl Round {
    /// The window at an instant. The deadline itself is still in time; the last
    /// instant of grace is still late. Without a deadline nothing is late.
    pub fn window(&self, now: Moment) -> Window {
        match self.state {
            RoundState::Draft => Window::NotYet,
            RoundState::Closed => Window::Over,
            RoundState::Open if now < self.opens_at => Window::NotYet,
            RoundState::Open => self.window_of(self.closing.closes_at(), now),
        }
    }

    fn window_of(&self, closes_at: Option<Moment>, now: Moment) -> Window {
        let Some(close) = closes_at.filter(|close| now > *close) else {
            return Window::Open;
        };
        let grace = close.plus_minutes(self.grace_minutes.into());
        if now <= grace {
            Window::Late
        } else {
            Window::Over
        }
    }

    /// The whole budget.
    pub fn budget(&self) -> Money {
        Money::new(self.budget_minor, self.currency)
    }

    /// Smallest request.
    pub fn least(&self) -> Money {
        Money::new(self.least_minor, self.currency)
    }

    /// Largest request.
    pub fn most(&self) -> Money {
        Money::new(self.most_minor, self.currency)
    }

    /// Statuses in which an application holds its organisation's one place. Without a
    /// closing day, one whose outcome was told makes room for the next.
    pub fn holding(&self) -> Vec<Status> {
        let rolling = self.closing.closes_at().is_none();
        let makes_room = |status: &Status| rolling && *status == Status::Decided;
        let standing = Status::STANDING.into_iter();
        standing.filter(|status| !makes_room(status)).collect()
    }

    /// Whether reviewers may still submit or revise.
    pub fn takes_reviews(&self) -> bool {
        self.state != RoundState::Closed
    }
}
