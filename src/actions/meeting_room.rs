//! A meeting as one person in it sees it: the running order as far as it is within
//! their reach, and what is in front of everybody, unless they have to leave.

use std::collections::{BTreeMap, BTreeSet};

use super::front_scores::{Scores, of_reviewer, of_staff};
use crate::domain::meeting::{Item, Meeting, Stage, Way, next_to};
use crate::domain::organisation::Organisation;
use crate::domain::phase::{Phase, Scope, in_force};
use crate::domain::review::ConflictKind;
use crate::domain::round::{Round, RoundState};
use crate::domain::{ApplicationId, MeetingId, Message, Moment, OrganisationId};
use crate::policy::meeting::{Seat, attends, seat};
use crate::policy::review::{Case, MayReview, SHOWN};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::{
    Reader, StoreError, declaration, identity, meeting, meeting_absence, meeting_item,
    organisation, phase, round,
};

/// Which page asks: everybody's, or that of staff who chair or prepare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Member,
    Chair,
}

/// A meeting as one person sees it.
pub struct Room {
    pub meeting: Meeting,
    pub round: Round,
    /// Whose rules hold now.
    pub phase: Phase,
    /// Within their reach, in the running order.
    pub order: Vec<Listed>,
    pub front: Front,
    /// Where a chair can go on to.
    pub onward: Onward,
}

/// An application in the running order.
pub struct Listed {
    pub application: ApplicationRow,
    /// Who applies, as far as they may know it.
    pub organisation: Option<Organisation>,
    /// Names to be covered in its title.
    pub covered: Option<Vec<String>>,
    /// Whether its title may be shown: reviewers declare first.
    pub open: bool,
    /// What was agreed, for staff.
    pub item: Item,
    /// Whether it was in front already.
    pub called: bool,
}

/// What is in front of everybody.
pub enum Front {
    /// Nothing: the meeting is not open, or nothing was called yet.
    Nothing,
    /// Something that this person has to leave the room for.
    Away,
    /// Something that is not theirs.
    Listening,
    Item(Box<FrontItem>),
}

/// The application in front.
pub struct FrontItem {
    pub id: ApplicationId,
    /// The scores, or why they aren't shown.
    pub scores: Result<Scores, Message>,
    /// Of a reviewer.
    pub case: Option<Case>,
}

impl FrontItem {
    /// Whether the reviewer may change or write their review now.
    pub fn may_review(&self) -> bool {
        let case = self.case.as_ref();
        case.is_some_and(|case| MayReview::on(case).is_ok())
    }

    /// Whether the reviewer has to say first that there is no conflict.
    pub fn declares_first(&self) -> bool {
        self.case
            .as_ref()
            .is_some_and(|case| case.declared.is_none())
    }
}

/// Where the chair can go from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Onward {
    pub next: Onto,
    pub previous: Onto,
}

/// Another application beside the one in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Onto {
    /// There is none.
    #[default]
    Nothing,
    /// One that somebody else must take the chair for.
    Another,
    Item(ApplicationId),
}

/// The meeting, if this person belongs to it.
pub fn room(
    reader: &mut Reader,
    actor: &Actor,
    (id, view): (MeetingId, View),
    now: Moment,
) -> Result<Option<Room>, StoreError> {
    let Some(meeting) = meeting::by_id(reader, id)? else {
        return Ok(None);
    };
    let missing = || StoreError::Damaged("a round is missing".to_owned());
    let round = round::by_id(reader, meeting.round)?.ok_or_else(missing)?;
    let phase = phase::in_force(reader, round.id, now)?;
    let invited = phase.scope == Scope::All || meeting::reviews_in(reader, round.id, actor.id)?;
    if !attends(actor, invited) {
        return Ok(None);
    }
    let items = meeting_item::of_meeting(reader, id)?;
    let turns = meeting_item::turns(reader, id)?;
    let called: BTreeSet<ApplicationId> = turns.iter().map(|turn| turn.application).collect();
    let present = turns.last().map(|turn| turn.application);
    let present = present.filter(|_| meeting.stage() == Stage::Open);
    let whole: Vec<ApplicationId> = items.iter().map(|item| item.application).collect();
    let seen = Viewer { actor, now };
    let order = seen.order(reader, items, (&phase, &called))?;
    let front = match present {
        Some(present) => seen.front(reader, (present, view), (&order, &round))?,
        None => Front::Nothing,
    };
    Ok(Some(Room {
        onward: onward(&whole, &order, present),
        meeting,
        round,
        phase,
        order,
        front,
    }))
}

/// What stands beside the application in front, for somebody who sees this much.
fn onward(whole: &[ApplicationId], order: &[Listed], present: Option<ApplicationId>) -> Onward {
    let sees = |id: ApplicationId| order.iter().any(|one| one.application.id == id);
    if present.is_some_and(|present| !sees(present)) {
        return Onward::default();
    }
    let onto = |way| match next_to(whole, present, way) {
        None => Onto::Nothing,
        Some(id) if sees(id) => Onto::Item(id),
        Some(_) => Onto::Another,
    };
    Onward {
        next: onto(Way::Next),
        previous: onto(Way::Previous),
    }
}

/// Somebody who looks, and when.
struct Viewer<'a> {
    actor: &'a Actor,
    now: Moment,
}

impl Viewer<'_> {
    fn reach(&self) -> Reach {
        if self.actor.is_staff() {
            Reach::staff(self.actor)
        } else {
            Reach::reviewer(self.actor, self.now)
        }
    }

    /// The running order within reach, in a constant number of queries.
    fn order(
        &self,
        reader: &mut Reader,
        items: Vec<Item>,
        (phase, called): (&Phase, &BTreeSet<ApplicationId>),
    ) -> Result<Vec<Listed>, StoreError> {
        let ids: Vec<ApplicationId> = items.iter().map(|item| item.application).collect();
        let rows = application::find_many(reader, self.reach(), &ids)?;
        let staff = self.actor.is_staff();
        let owners: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
        let organisations = match staff || phase.applicant_names {
            true => organisation::by_ids(reader, &owners)?,
            false => Vec::new(),
        };
        let open = organisations.iter().filter(|one| one.code_name.is_none());
        let open: BTreeSet<OrganisationId> = open.map(|one| one.id).collect();
        let blind = rows
            .iter()
            .filter(|row| !open.contains(&row.organisation_id));
        let blind: Vec<_> = match staff {
            true => Vec::new(),
            false => blind.map(|row| (row.id, row.organisation_id)).collect(),
        };
        let mut names = identity::names_of(reader, &blind)?;
        let declared = declaration::kinds_of(reader, self.actor.id, &ids)?;
        let mut rows: BTreeMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        let listed = items.into_iter().filter_map(|item| {
            let application = rows.remove(&item.application)?;
            let owner = application.organisation_id;
            let is_open = self.actor.is_staff()
                || (SHOWN.contains(&application.status)
                    && declared.get(&application.id) == Some(&ConflictKind::None));
            let found = organisations.iter().find(|one| one.id == owner);
            Some(Listed {
                organisation: found.filter(|_| is_open).cloned(),
                covered: names.remove(&application.id),
                open: is_open,
                called: called.contains(&item.application),
                application,
                item,
            })
        });
        Ok(listed.collect())
    }

    /// What is in front, for this person. Who is assigned it sees it as a reviewer
    /// does, whatever else they are: their own review comes first.
    fn front(
        &self,
        reader: &mut Reader,
        (id, view): (ApplicationId, View),
        (order, round): (&[Listed], &Round),
    ) -> Result<Front, StoreError> {
        let within = order.iter().any(|one| one.application.id == id);
        let staff = self.actor.is_staff();
        let kept_away = match staff {
            true => !within,
            false => meeting_absence::is_kept_away(reader, id, self.actor.id)?,
        };
        match seat(within, kept_away) {
            Seat::Away => return Ok(Front::Away),
            Seat::Listening => return Ok(Front::Listening),
            Seat::There => {}
        }
        let reach = Reach::reviewer(self.actor, self.now);
        let assigned = declaration::assigned(reader, reach, id)?.map(|found| found.case);
        let as_reviewer = |case: &Case| view == View::Member && (case.assigned || !staff);
        let (case, scores) = match assigned.filter(as_reviewer) {
            Some(case) => {
                let scores = of_reviewer(reader, round, &case)?;
                (Some(case), scores)
            }
            None => (None, Ok(of_staff(reader, round, (self.reach(), id))?)),
        };
        Ok(Front::Item(Box::new(FrontItem { id, scores, case })))
    }
}

/// Meetings that are listed for one person.
const TO_COME: i64 = 20;

/// Meetings that a reviewer belongs to and that are not over, the next first.
pub fn to_come(
    reader: &mut Reader,
    reviewer: &Actor,
    now: Moment,
) -> Result<Vec<Meeting>, StoreError> {
    let to_meet = meeting::rounds_to_meet(reader)?;
    if to_meet.is_empty() {
        return Ok(Vec::new());
    }
    let mut rounds = match to_meet.iter().filter_map(|one| one.oldest).min() {
        Some(oldest) => meeting::rounds_of_reviewer(reader, reviewer.id, oldest)?,
        None => Vec::new(),
    };
    let open = to_meet.iter().filter(|one| one.state == RoundState::Open);
    let ids: Vec<_> = open.map(|one| one.id).collect();
    let phases = phase::of_rounds(reader, &ids)?;
    for of_round in phases.chunk_by(|a, b| a.round == b.round) {
        if let Some(phase) = in_force(of_round, now).filter(|phase| phase.scope == Scope::All) {
            rounds.push(phase.round);
        }
    }
    meeting::to_come(reader, &rounds, TO_COME)
}
