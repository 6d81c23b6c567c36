//! The order of a round's applications with what their reviews come to. It is all that
//! is held of a round: about two hundred bytes an application.

use std::collections::BTreeMap;

use super::PAGE;
use crate::actions::rank_round::{SENT, is_running};
use crate::domain::ranking;
use crate::domain::rubric::Rubric;
use crate::domain::score::{Judgements, score_application};
use crate::domain::{ApplicationId, Fraction, RoundId};
use crate::exchange::csv_export::decisions::Figures;
use crate::policy::Reach;
use crate::store::application::{self, Filter};
use crate::store::{Reader, StoreError, review};

/// One application's place.
pub struct Place {
    pub id: ApplicationId,
    /// What ranks it; nothing where it is out of the running.
    mean: Option<Fraction>,
    running: bool,
    pub figures: Figures,
}

/// Every place, in order: those in the running by rank, then the others.
pub struct Places(Vec<Place>);

impl Places {
    /// Each place with its rank and whether it is tied.
    pub fn ranked(&self) -> impl Iterator<Item = (&Place, Option<u32>, bool)> {
        ranking::places(&self.0, |place| place.mean)
    }
}

/// Reads and ranks the applications of a round that were sent and are within reach.
pub fn places(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
    rubric: &Rubric,
) -> Result<Places, StoreError> {
    let mut all = Vec::new();
    let mut before = None;
    loop {
        let page = application::standing(reader, reach, &sent(round), before, PAGE as i64)?;
        let Some((last, _)) = page.last() else {
            break;
        };
        before = Some(*last);
        let ids: Vec<ApplicationId> = page.iter().map(|(id, _)| *id).collect();
        let mut judged: BTreeMap<ApplicationId, Vec<Judgements>> = BTreeMap::new();
        for review in review::of_applications(reader, reach, &ids)? {
            let own = judged.entry(review.application).or_default();
            own.push(review.judgements);
        }
        all.extend(page.into_iter().map(|(id, status)| {
            let own = judged.remove(&id).unwrap_or_default();
            let score = score_application(rubric, &own);
            let running = is_running(status);
            Place {
                id,
                mean: score.mean.filter(|_| running),
                running,
                figures: Figures::of(&score),
            }
        }));
    }
    // Those out of the running keep the order in which they were read.
    all.sort_by(|left, right| {
        let by_mean = right.mean.cmp(&left.mean);
        let by_running = right.running.cmp(&left.running);
        let by_id = left.id.cmp(&right.id);
        let by_id = if left.running { by_id } else { by_id.reverse() };
        by_running.then(by_mean).then(by_id)
    });
    Ok(Places(all))
}

/// Those of a round that were sent.
pub fn sent(round: RoundId) -> Filter {
    Filter {
        round: Some(round),
        statuses: SENT.to_vec(),
        ..Filter::default()
    }
}
