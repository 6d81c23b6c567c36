//! How much of what, when, and how far each application has come. Everything follows
//! from numbers: of rounds, organisations and applications, from 0 on.

use super::draw::{Kind, Seed};
use super::fate::{Step, fate};
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, Moment, OrganisationId};

/// Most applications of a round: more than anybody would read together.
const ROUND_MOST: u64 = 10_000;
/// Fewest rounds, so that each stage of a round's life is there.
const ROUNDS_LEAST: u64 = 4;
/// Reviews of a round that a reviewer takes on.
const LOAD: u64 = 30;
/// Days between the openings of two rounds, where there is time for that.
const DAYS_APART: i64 = 91;
/// Days over which rounds are spread at most, but for the time that each needs.
const DAYS_ALL: i64 = 3_650;
/// Days since the last round opened.
const DAYS_OPEN: i64 = 21;
/// Days for which a round takes applications.
const DAYS_TAKEN: i64 = 35;

/// Admins; nobody signs their own proposal.
pub const ADMINS: u64 = 3;

/// How much there is to be.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    pub applications: u64,
    /// Reviews of an application, 1 to 20.
    pub reviews: u64,
    pub organisations: u64,
    pub grants: u64,
}

/// What all rows follow from.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub sizes: Sizes,
    pub seed: Seed,
    /// The instant at which everything stands as it does.
    pub now: Moment,
    pub rounds: u64,
    pub reviewers: u64,
    /// Steps from one organisation of a round to the next one.
    stride: u64,
}

/// An application's way so far.
#[derive(Debug, Clone, Copy)]
pub struct Course {
    pub round: u64,
    pub organisation: u64,
    pub status: Status,
    pub created: Moment,
    /// When it was sent, if it was.
    pub submitted: Moment,
    /// Reviews that were sent, of those that were assigned.
    pub reviewed: u64,
    pub step: Step,
    /// How good it is, 0 to 3.
    pub quality: u64,
}

impl Course {
    /// Whether it was sent at all.
    pub fn is_sent(&self) -> bool {
        self.status != Status::Draft
    }

    /// Whether it was let in, so that reviewers have it.
    pub fn is_admitted(&self) -> bool {
        matches!(
            self.status,
            Status::InReview | Status::Deliberation | Status::Decided
        )
    }
}

/// The fewest organisations for so many applications: each has one place in a round.
pub fn organisations_least(applications: u64) -> u64 {
    applications.div_ceil(rounds(applications)).max(1)
}

fn rounds(applications: u64) -> u64 {
    applications.div_ceil(ROUND_MOST).max(ROUNDS_LEAST)
}

impl Plan {
    /// The plan for these sizes; there are enough organisations.
    pub fn new(sizes: Sizes, seed: Seed, now: Moment) -> Self {
        let rounds = rounds(sizes.applications);
        let of_round = sizes.applications.div_ceil(rounds);
        let reviewers = (of_round * sizes.reviews).div_ceil(LOAD);
        Self {
            sizes,
            seed,
            now,
            rounds,
            reviewers: reviewers.max(2 * sizes.reviews),
            stride: stride(sizes.organisations),
        }
    }

    /// The first application of a round; of the round after the last, how many there are.
    pub fn first_of(&self, round: u64) -> u64 {
        (round * self.sizes.applications).div_ceil(self.rounds)
    }

    /// Whether it is the last round, the one before it …: 0 is the last.
    pub fn age(&self, round: u64) -> u64 {
        self.rounds - 1 - round
    }

    /// When a round opened.
    pub fn opens(&self, round: u64) -> Moment {
        let rounds = i64::try_from(self.rounds).unwrap_or(i64::MAX);
        let apart = (DAYS_ALL / rounds).clamp(DAYS_TAKEN + 1, DAYS_APART);
        let age = i64::try_from(self.age(round)).unwrap_or(0);
        self.now.plus_days(-DAYS_OPEN - apart * age)
    }

    /// When a round takes, or took, no more applications.
    pub fn closes(&self, round: u64) -> Moment {
        self.opens(round).plus_days(DAYS_TAKEN)
    }

    /// When staff joined: before anything else.
    pub fn begin(&self) -> Moment {
        self.opens(0).plus_days(-60)
    }

    /// When an organisation joined: one after the other, before the first round.
    pub fn joined(&self, organisation: u64) -> Moment {
        let span = 50 * 24 * 60 * 60;
        let passed = u128::from(organisation) * span / u128::from(self.sizes.organisations);
        self.begin()
            .plus_days(1)
            .plus_seconds(i64::try_from(passed).unwrap_or(0))
    }

    /// An admin; further numbers begin again.
    pub fn admin(&self, number: u64) -> AccountId {
        self.seed.id(Kind::Staff, number % ADMINS, self.begin())
    }

    /// The auditor.
    pub fn auditor(&self) -> AccountId {
        self.seed.id(Kind::Staff, ADMINS, self.begin())
    }

    /// A reviewer.
    pub fn reviewer(&self, number: u64) -> AccountId {
        let own = ADMINS + 1 + number;
        self.seed.id(Kind::Staff, own, self.begin())
    }

    /// Who acts for an organisation.
    pub fn applicant(&self, organisation: u64) -> AccountId {
        let at = self.joined(organisation);
        self.seed.id(Kind::Applicant, organisation, at)
    }

    /// The id of an organisation.
    pub fn organisation(&self, number: u64) -> OrganisationId {
        let at = self.joined(number);
        self.seed.id(Kind::Organisation, number, at)
    }

    /// The id of an application that was begun then.
    pub fn application(&self, number: u64, created: Moment) -> ApplicationId {
        self.seed.id(Kind::Application, number, created)
    }

    /// The reviewers of an application, each once; loads are about even.
    pub fn panel(&self, application: u64) -> impl Iterator<Item = u64> + use<> {
        let mut draws = self.seed.about(Kind::Review, application);
        let (all, each) = (self.reviewers, self.sizes.reviews);
        let first = draws.below(all);
        (0..each).map(move |turn| (first + turn * (all / each)) % all)
    }

    /// An application's way.
    pub fn course(&self, application: u64) -> Course {
        let round = application * self.rounds / self.sizes.applications;
        let (first, next) = (self.first_of(round), self.first_of(round + 1));
        let (place, of) = (application - first, next - first);
        let age = self.age(round);
        let mut draws = self.seed.about(Kind::Application, application);
        let (status, step) = fate(&mut draws, age, place * 100 / of);
        let days: i64 = if age == 0 { 17 } else { 33 };
        let span = u128::from(days.unsigned_abs()) * 24 * 60 * 60;
        let passed = u128::from(place) * span / u128::from(of);
        let created = self.opens(round);
        let created = created.plus_seconds(i64::try_from(passed).unwrap_or(0));
        let minutes = i64::try_from(120 + draws.below(44 * 60)).unwrap_or(120);
        let submitted = created.plus_minutes(minutes).min(self.closes(round));
        let reviewed = match status {
            Status::InReview => draws.below(self.sizes.reviews),
            Status::Deliberation | Status::Decided => self.sizes.reviews,
            _ => 0,
        };
        Course {
            round,
            organisation: self.applying(round, place),
            status,
            created,
            submitted,
            reviewed,
            step,
            quality: draws.below(4),
        }
    }

    /// The organisation that stands at a place of a round: another one at each.
    fn applying(&self, round: u64, place: u64) -> u64 {
        let all = u128::from(self.sizes.organisations);
        let first = self.seed.about(Kind::Round, round).below(u64::MAX);
        let at = u128::from(first) + u128::from(place) * u128::from(self.stride);
        u64::try_from(at % all).unwrap_or(0)
    }

    /// Some time after something, but not in the future.
    pub fn after(&self, at: Moment, hours: u64) -> Moment {
        let hours = i64::try_from(hours).unwrap_or(0);
        at.plus_minutes(60 * hours).min(self.now.plus_minutes(-1))
    }
}

/// A step that meets all of so many things before it meets one again, and is far from
/// one and from all.
fn stride(of: u64) -> u64 {
    let apart = |step: &u64| gcd(*step, of) == 1;
    let golden = of.saturating_mul(618) / 1000;
    (golden.max(1)..=of.max(1)).find(apart).unwrap_or(1)
}

fn gcd(one: u64, other: u64) -> u64 {
    match other {
        0 => one,
        other => gcd(other, one % other),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn plan(applications: u64, organisations: u64) -> Plan {
        let sizes = Sizes {
            applications,
            reviews: 3,
            organisations,
            grants: 0,
        };
        Plan::new(sizes, Seed(1), Moment::from_micros(1_793_610_000_000_000))
    }

    #[test]
    fn an_organisation_has_one_place_in_a_round() {
        for (applications, organisations) in [(203, 51), (1_000, 400), (40_000, 10_000)] {
            assert!(organisations >= organisations_least(applications));
            let plan = plan(applications, organisations);
            let mut seen = BTreeSet::new();
            for number in 0..applications {
                let course = plan.course(number);
                assert!(course.organisation < organisations);
                assert!(seen.insert((course.round, course.organisation)), "{number}");
            }
        }
    }

    #[test]
    fn times_stand_in_their_order_and_before_now() {
        for applications in [7, 203, 250_000] {
            let plan = plan(applications, applications);
            let mut last = plan.begin();
            for number in (0..applications).step_by(1 + applications as usize / 500) {
                let course = plan.course(number);
                assert!(last <= course.created, "{number}");
                assert!(plan.joined(course.organisation) < course.created);
                assert!(course.created < course.submitted && course.submitted < plan.now);
                assert!(course.submitted <= plan.closes(course.round));
                last = course.created;
            }
        }
    }

    #[test]
    fn every_status_and_step_is_met() {
        let plan = plan(2_000, 700);
        let mut met: BTreeMap<&str, u64> = BTreeMap::new();
        let mut steps = BTreeSet::new();
        for course in (0..2_000).map(|number| plan.course(number)) {
            *met.entry(course.status.code()).or_default() += 1;
            steps.insert(course.step);
        }
        let known = "decided deliberation draft in_review ineligible submitted withdrawn";
        assert_eq!(met.keys().copied().collect::<Vec<_>>().join(" "), known);
        assert_eq!(steps.len(), 4);
    }

    #[test]
    fn a_panel_has_nobody_twice() {
        let plan = plan(1_000, 400);
        for number in 0..1_000 {
            let panel: BTreeSet<u64> = plan.panel(number).collect();
            assert_eq!(panel.len(), 3);
            assert!(panel.iter().all(|one| *one < plan.reviewers));
        }
    }
}
