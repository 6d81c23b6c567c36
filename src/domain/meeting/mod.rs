//! Panel meetings: a round's applications looked at one after the other, one in front
//! of everybody at a time. Knows no person's rights; `policy::meeting` says who is
//! asked to leave.

mod order;
mod text;

pub use order::{Step, Way, moved, next_to, rearranged, widest_first};
pub use text::{MeetingDraft, MeetingText, NOTE_MOST, TITLE_MOST, read_note};

use super::{AccountId, ApplicationId, MeetingId, Message, Moment, RoundId};

/// Most applications of one meeting.
pub const ITEMS_MOST: usize = 300;

/// How far a meeting has come; derived from who did what, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    Planned,
    Open,
    /// Over; what it agreed on is read and no longer changed.
    Closed,
}

impl Stage {
    /// Every stage, in the order of a life.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Open, Self::Closed];

    /// Code in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// What can be done with a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// The whole running order is proposed anew.
    Propose,
    /// It gets another title or time.
    Replan,
    /// An application is added, taken out or moved.
    Arrange,
    Open,
    /// An application is put in front of everybody.
    Call,
    /// What was agreed is written down.
    Note,
    Close,
}

impl Event {
    /// Every event.
    pub const ALL: [Self; 7] = [
        Self::Propose,
        Self::Replan,
        Self::Arrange,
        Self::Open,
        Self::Call,
        Self::Note,
        Self::Close,
    ];
}

/// The whole state machine; the refusal says what stands in the way. An order is
/// proposed only before the meeting, so that nothing is upset in it; notes end with
/// it, so that what everybody agreed to stays.
pub fn transition(stage: Stage, event: Event) -> Result<Stage, Message> {
    use Event as E;
    use Stage as S;
    match (stage, event) {
        (S::Planned, E::Propose | E::Replan | E::Arrange) => Ok(S::Planned),
        (S::Planned, E::Open) => Ok(S::Open),
        (S::Open, E::Arrange | E::Call | E::Note) => Ok(S::Open),
        (S::Open, E::Close) => Ok(S::Closed),
        (S::Planned, E::Call | E::Note | E::Close) => Err(Message::new("stale-meeting-planned")),
        (S::Open, E::Propose | E::Replan | E::Open) => Err(Message::new("stale-meeting-open")),
        (
            S::Closed,
            E::Propose | E::Replan | E::Arrange | E::Open | E::Call | E::Note | E::Close,
        ) => Err(Message::new("stale-meeting-closed")),
    }
}

/// Who did something, and when.
pub type Act = (AccountId, Moment);

/// A meeting about applications of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub id: MeetingId,
    pub round: RoundId,
    pub title: String,
    pub planned_at: Moment,
    pub made: Act,
    pub opened: Option<Act>,
    pub closed: Option<Act>,
}

impl Meeting {
    /// How far it has come.
    pub fn stage(&self) -> Stage {
        match (self.opened, self.closed) {
            (_, Some(_)) => Stage::Closed,
            (Some(_), None) => Stage::Open,
            (None, None) => Stage::Planned,
        }
    }
}

/// An application in the running order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub application: ApplicationId,
    /// Counts every application, so nobody is shown it.
    pub position: i32,
    /// What was agreed; may be empty.
    pub note: String,
    pub noted: Option<Act>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_pairs_are_as_a_meeting_goes() {
        let pairs = Stage::ALL
            .into_iter()
            .flat_map(|stage| Event::ALL.map(|event| (stage, event)));
        let possible: Vec<_> = pairs
            .filter_map(|(stage, event)| Some((stage, event, transition(stage, event).ok()?)))
            .collect();
        use Stage::*;
        assert_eq!(
            possible,
            [
                (Planned, Event::Propose, Planned),
                (Planned, Event::Replan, Planned),
                (Planned, Event::Arrange, Planned),
                (Planned, Event::Open, Open),
                (Open, Event::Arrange, Open),
                (Open, Event::Call, Open),
                (Open, Event::Note, Open),
                (Open, Event::Close, Closed),
            ]
        );
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let told = |stage, event| transition(stage, event).map_err(|message| message.key);
        assert_eq!(
            told(Stage::Planned, Event::Close),
            Err("stale-meeting-planned")
        );
        assert_eq!(told(Stage::Open, Event::Open), Err("stale-meeting-open"));
        for event in Event::ALL {
            assert_eq!(told(Stage::Closed, event), Err("stale-meeting-closed"));
        }
    }
}
