//! A review phase as staff type it.

use super::{NEEDED_MOST, Others, Phase, Scope};
use crate::domain::numerals::parse_whole;
use crate::domain::wording::Typed;
use crate::domain::{Message, Moment, PhaseId, Problems, RoundId, Translated};

/// Most characters of a phase's name.
pub const NAME_MOST: usize = 80;

/// The posted texts of a phase; names are those of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhaseText {
    pub name: Typed,
    pub scope: String,
    pub needed: String,
    pub others: String,
    pub reviewer_names: bool,
    pub applicant_names: bool,
    pub discussion: bool,
    pub revision: bool,
    pub opens_at: String,
    /// May be empty.
    pub closes_at: String,
}

/// A phase whose fields are right and agree with each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseDraft {
    pub name: Translated,
    pub scope: Scope,
    pub needed: u8,
    pub others: Others,
    pub reviewer_names: bool,
    pub applicant_names: bool,
    pub discussion: bool,
    pub revision: bool,
    pub opens_at: Moment,
    pub closes_at: Option<Moment>,
}

impl PhaseText {
    /// A kept phase, to be typed over; times are wall clock of the zone.
    pub fn of(phase: &Phase, zone: &str) -> Self {
        let local = |at: Moment| at.local_text(zone);
        Self {
            name: Typed::of(&phase.name),
            scope: phase.scope.code().to_owned(),
            needed: phase.needed.to_string(),
            others: phase.others.code().to_owned(),
            reviewer_names: phase.reviewer_names,
            applicant_names: phase.applicant_names,
            discussion: phase.discussion,
            revision: phase.revision,
            opens_at: local(phase.opens_at),
            closes_at: phase.closes_at.map(local).unwrap_or_default(),
        }
    }

    /// Reads every field; problems carry the posted names.
    pub fn read(&self, zone: &str) -> Result<PhaseDraft, Problems> {
        let mut problems = Problems::default();
        let name = self.name.line(&mut problems, "name", NAME_MOST);
        let illegal = || Message::new("error-choice");
        let scope = Scope::from_code(&self.scope).ok_or_else(illegal);
        let scope = problems.take("scope", scope);
        let needed = problems.take("needed", needed(&self.needed));
        let others = Others::from_code(&self.others).ok_or_else(illegal);
        let others = problems.take("others", others);
        let opens_at = Moment::parse_local(&self.opens_at, zone);
        let opens_at = problems.take("opens_at", opens_at);
        let closes_at = match self.closes_at.trim() {
            "" => None,
            typed => problems.take("closes_at", Moment::parse_local(typed, zone)),
        };
        if opens_at
            .zip(closes_at)
            .is_some_and(|(open, close)| close <= open)
        {
            problems.add("closes_at", Message::new("error-closes-opens"));
        }
        let (Some(scope), Some(needed), Some(others), Some(opens_at), true) =
            (scope, needed, others, opens_at, problems.is_empty())
        else {
            return Err(problems);
        };
        Ok(PhaseDraft {
            name,
            scope,
            needed,
            others,
            reviewer_names: self.reviewer_names,
            applicant_names: self.applicant_names,
            discussion: self.discussion,
            revision: self.revision,
            opens_at,
            closes_at,
        })
    }
}

fn needed(text: &str) -> Result<u8, Message> {
    let number = parse_whole(text).ok_or_else(|| Message::new("error-number"))?;
    let fit = u8::try_from(number).ok();
    let fit = fit.filter(|number| (1..=NEEDED_MOST).contains(number));
    fit.ok_or_else(|| {
        Message::new("error-number-range")
            .with("least", 1)
            .with("most", i64::from(NEEDED_MOST))
    })
}

impl PhaseDraft {
    /// The phase of a round with these values; its place comes of [`in_order`].
    pub fn phase(self, id: PhaseId, round: RoundId) -> Phase {
        Phase {
            id,
            round,
            position: 0,
            name: self.name,
            scope: self.scope,
            needed: self.needed,
            others: self.others,
            reviewer_names: self.reviewer_names,
            applicant_names: self.applicant_names,
            discussion: self.discussion,
            revision: self.revision,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
        }
    }
}
