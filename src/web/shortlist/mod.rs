//! The shortlist proposal of a round: the affordable set with the highest total, what
//! each target costs, and which cannot be met. Reads and advises; nothing is kept.

mod page;
mod swap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query, block};
use serde::Deserialize;

use super::access::Staff;
use super::errors::Fault;
use super::registrar::Registrar;
use crate::actions::board::{Pool, pool};
use crate::domain::shortlist::{
    AWARDS_MOST, Candidate, EFFORT, Nearest, Proposed, Rules, clashing, nearest, propose, without,
};
use crate::domain::{Money, Problems};
use crate::policy::Reach;
use crate::store::Reader;
use crate::store::term::{self, Term};

/// The last part of its address below a round.
pub const SHORTLIST: &str = "shortlist";

/// The routes of the shortlist.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/shortlist", show);
}

/// The limits as asked for in the address.
#[derive(Deserialize, Clone)]
#[serde(default)]
pub struct Asked {
    /// Awards of one organisation.
    awards: String,
    /// Money of one organisation; empty for no limit.
    most: String,
    /// The smallest useful part in per cent.
    part: String,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            awards: "1".to_owned(),
            most: String::new(),
            part: "100".to_owned(),
        }
    }
}

/// The best set, and what the targets do to it.
pub struct Advice {
    pool: Pool,
    terms: Vec<Term>,
    candidates: Vec<Candidate>,
    problems: Problems,
    best: Proposed,
    /// What each target does, in the order of the targets.
    effects: Vec<Effect>,
    /// Targets that cannot be met together, by their places.
    clashing: Vec<usize>,
}

/// What one target does.
pub struct Effect {
    /// The best set without it.
    without: Proposed,
    /// The nearest to that set that meets the target; none where either is not known.
    nearest: Option<Nearest>,
}

impl Effect {
    fn of(candidates: &[Candidate], rules: &Rules, (target, best): (usize, &Proposed)) -> Self {
        // All targets take about as long as the best set at most.
        let each = EFFORT / (2 * rules.targets.len() as u64 + 1);
        let without = without(candidates, rules, target, each);
        let both = without.shortlist().zip(best.shortlist());
        let nearest = both.map(|both| nearest(candidates, rules, both, each));
        Self { without, nearest }
    }
}

/// Reads the limits; what is wrong is told by field and the usual limit taken.
fn rules(asked: &Asked, pool: &Pool) -> (Rules, Problems) {
    let mut problems = Problems::default();
    let choice = || crate::domain::Message::new("error-choice");
    let awards = asked.awards.parse::<usize>().ok();
    let awards = awards.filter(|n| (1..=AWARDS_MOST).contains(n));
    let awards = problems.take("awards", awards.ok_or_else(choice));
    let part = asked.part.parse::<i64>().ok();
    let part = part.filter(|n| (10..=100).contains(n));
    let part = problems.take("part", part.ok_or_else(choice));
    let most = match asked.most.trim() {
        "" => None,
        text => problems.take("most", Money::parse(text, pool.ranking.round.currency)),
    };
    let rules = Rules {
        budget_minor: pool.ranking.round.budget_minor,
        targets: pool.targets.clone(),
        awards: awards.unwrap_or(1),
        most_minor: most.map(|most| most.minor),
        part: part.unwrap_or(100),
    };
    (rules, problems)
}

fn advise(pool: Pool, terms: Vec<Term>, asked: &Asked) -> Advice {
    let (rules, problems) = rules(asked, &pool);
    let candidates = pool.candidates();
    let best = propose(&candidates, &rules, EFFORT);
    let targets = 0..rules.targets.len();
    let stuck = best.is_nothing() && !candidates.is_empty();
    Advice {
        effects: match stuck {
            true => Vec::new(),
            false => targets
                .map(|target| Effect::of(&candidates, &rules, (target, &best)))
                .collect(),
        },
        clashing: match stuck {
            true => {
                let each = EFFORT / (rules.targets.len() as u64 + 1);
                clashing(&candidates, &rules, each)
            }
            false => Vec::new(),
        },
        best,
        pool,
        terms,
        candidates,
        problems,
    }
}

/// The proposal. It is worked out off the event loop, like the reading, but after it: the
/// seconds that it takes hold no connection to the database.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let reach = Reach::staff(visit.actor());
    let (slug, limits) = (slug.into_inner(), asked.clone());
    let read = visit.survey(move |reader: &mut Reader| {
        let Some(pool) = pool(reader, reach, &slug)? else {
            return Ok(None);
        };
        Ok(Some((pool, term::all(reader)?)))
    });
    let (pool, terms) = read.await?.ok_or(Fault::NotFound)?;
    let advice = block(move || advise(pool, terms, &limits)).await;
    let advice = advice.map_err(|_| Fault::Lost)?;
    let page = page::page(&visit, &advice, &asked);
    match advice.problems.is_empty() {
        true => visit.page(&page),
        false => visit.refused(&page),
    }
}
