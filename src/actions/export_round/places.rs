//! The order of a round's applications with what their reviews come to. It is all that
//! is held of a round: less than a hundred bytes an application.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::PAGE;
use crate::actions::rank_round::{SENT, is_running};
use crate::domain::application::Status;
use crate::domain::ranking;
use crate::domain::rubric::Rubric;
use crate::domain::score::{Judgements, criterion_means, score_application};
use crate::domain::{ApplicationId, Fraction, RoundId};
use crate::exchange::csv_export::decisions::{Figures, hundredths};
use crate::policy::Reach;
use crate::store::application::{self, Filter};
use crate::store::{Reader, StoreError, review};

/// A mean in as few bytes as it takes.
#[derive(Debug)]
enum Mean {
    /// Nobody judged it, or it is out of the running.
    None,
    /// Numerator and denominator.
    Small(u32, u32),
    Large(Box<Fraction>),
}

impl Mean {
    fn of(mean: Option<Fraction>) -> Self {
        let Some(mean) = mean else {
            return Self::None;
        };
        let part = u32::try_from;
        match (part(mean.numerator()), part(mean.denominator())) {
            (Ok(over), Ok(under)) => Self::Small(over, under),
            _ => Self::Large(Box::new(mean)),
        }
    }

    fn fraction(&self) -> Option<Fraction> {
        match self {
            Self::None => None,
            Self::Small(over, under) => Fraction::new((*over).into(), (*under).into()),
            Self::Large(mean) => Some(**mean),
        }
    }

    /// By their exact values; nothing is below everything.
    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(over, under), Self::Small(other_over, other_under)) => {
                let cross = |one: u32, other: u32| u64::from(one) * u64::from(other);
                cross(*over, *other_under).cmp(&cross(*other_over, *under))
            }
            _ => self.fraction().cmp(&other.fraction()),
        }
    }
}

/// One application's place.
struct Place {
    id: ApplicationId,
    mean: Mean,
    running: bool,
    reviews: u32,
    /// Which of the figures are its own.
    row: usize,
}

/// Every place of a round, or of a page of it.
#[derive(Default)]
pub struct Places {
    all: Vec<Place>,
    /// Those of one application behind those of another, each as many.
    figures: Vec<u16>,
}

/// An application with what it came to.
pub struct Ranked<'a> {
    pub id: ApplicationId,
    pub figures: Figures<'a>,
    pub rank: Option<u32>,
    pub tied: bool,
}

impl Places {
    /// Each in order with its rank and whether it is tied.
    pub fn ranked(&self) -> impl Iterator<Item = Ranked<'_>> {
        let equal = |one: &Place, other: &Place| one.mean.order(&other.mean).is_eq();
        let has = |one: &Place| !matches!(one.mean, Mean::None);
        let placed = ranking::places(&self.all, equal, has);
        placed.map(|(place, rank, tied)| Ranked {
            rank,
            tied,
            ..self.unranked_one(place)
        })
    }

    /// Each in order, without a rank.
    pub fn unranked(&self) -> impl Iterator<Item = Ranked<'_>> {
        self.all.iter().map(|place| self.unranked_one(place))
    }

    fn unranked_one(&self, place: &Place) -> Ranked<'_> {
        let each = self.figures.len() / self.all.len().max(1);
        let own = place.row * each..(place.row + 1) * each;
        Ranked {
            id: place.id,
            figures: Figures {
                hundredths: self.figures.get(own).unwrap_or_default(),
                reviews: place.reviews,
            },
            rank: None,
            tied: false,
        }
    }

    /// Adds a page of applications with what their reviews come to.
    pub fn add(
        &mut self,
        reader: &mut Reader,
        (reach, rubric): (Reach, &Rubric),
        page: Vec<(ApplicationId, Status)>,
    ) -> Result<(), StoreError> {
        let ids: Vec<ApplicationId> = page.iter().map(|(id, _)| *id).collect();
        let mut judged: BTreeMap<ApplicationId, Vec<Judgements>> = BTreeMap::new();
        for review in review::of_applications(reader, reach, &ids)? {
            let own = judged.entry(review.application).or_default();
            own.push(review.judgements);
        }
        for (id, status) in page {
            let own = judged.remove(&id).unwrap_or_default();
            let score = score_application(rubric, &own);
            let running = is_running(status);
            let means = criterion_means(rubric, own.iter());
            self.figures.extend(hundredths(&score, &means));
            self.all.push(Place {
                id,
                mean: Mean::of(score.mean.filter(|_| running)),
                running,
                reviews: u32::try_from(score.reviews).unwrap_or(u32::MAX),
                row: self.all.len(),
            });
        }
        Ok(())
    }

    /// Those in the running by rank, equal ones by id; the others behind them, the
    /// latest first.
    fn sort(&mut self) {
        self.all.sort_unstable_by(|left, right| {
            let by_running = right.running.cmp(&left.running);
            let by_mean = right.mean.order(&left.mean);
            let by_id = left.id.cmp(&right.id);
            let by_id = if left.running { by_id } else { by_id.reverse() };
            by_running.then(by_mean).then(by_id)
        });
    }
}

/// Reads and ranks the applications of a round that were sent and are within reach.
pub fn places(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
    rubric: &Rubric,
) -> Result<Places, StoreError> {
    let mut places = Places::default();
    let mut before = None;
    loop {
        let page = application::standing(reader, reach, &sent(round), before, PAGE as i64)?;
        let Some((last, _)) = page.last() else {
            break;
        };
        before = Some(*last);
        places.add(reader, (reach, rubric), page)?;
    }
    places.sort();
    Ok(places)
}

/// Those of a round that were sent.
pub fn sent(round: RoundId) -> Filter {
    Filter {
        round: Some(round),
        statuses: SENT.to_vec(),
        ..Filter::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn means_stand_in_the_order_of_their_values(
            left in prop::option::of((0_u128..1 << 40, 1_u128..1 << 40)),
            right in prop::option::of((0_u128..200, 1_u128..200)),
        ) {
            let fraction = |pair: Option<(u128, u128)>| pair.and_then(|(a, b)| Fraction::new(a, b));
            let (left, right) = (fraction(left), fraction(right));
            let order = Mean::of(left).order(&Mean::of(right));
            prop_assert_eq!(order, left.cmp(&right));
            prop_assert_eq!(Mean::of(left).fraction(), left);
        }
    }
}
