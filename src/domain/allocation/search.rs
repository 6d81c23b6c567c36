//! The search: one review after the other takes the cheapest path to a free
//! seat, along which others change hands.

use super::swaps::Swaps;
use super::weights::{TooLarge, Weights};
use super::{Plan, Prices, Task};

/// The best plan, with the prices that prove it.
pub fn spread(task: &Task) -> Result<Plan, TooLarge> {
    let mut search = Search::new(task)?;
    let most = task.wants.iter().map(|want| want.lacks).max().unwrap_or(0);
    for turn in 0..most {
        for (application, want) in task.wants.iter().enumerate() {
            if turn < want.lacks {
                search.place(application);
            }
        }
    }
    Ok(search.plan())
}

/// How a place was reached: from where, by which application; nothing for the
/// application itself that is placed.
type Way = Option<(usize, u32)>;

struct Search<'a> {
    swaps: Swaps<'a>,
    loads: Vec<u32>,
    /// Of the reviewers, and of nobody. The price of a seat's last step is zero.
    prices: Vec<i64>,
    // Of the running turn: kept, so that it is not allotted anew.
    distance: Vec<i64>,
    way: Vec<Way>,
    settled: Vec<bool>,
}

/// Farther than any path, and far from the end of the numbers.
const FAR: i64 = i64::MAX / 4;

impl<'a> Search<'a> {
    fn new(task: &'a Task) -> Result<Self, TooLarge> {
        let weights = Weights::of(task)?;
        let places = task.seats.len() + 1;
        let seats = task.seats.iter().map(|seat| -weights.step(seat.load));
        Ok(Self {
            swaps: Swaps::new(task, weights),
            loads: task.seats.iter().map(|seat| seat.load).collect(),
            prices: seats.chain([0]).collect(),
            distance: vec![FAR; places],
            way: vec![None; places],
            settled: vec![false; places],
        })
    }

    /// What a place asks for one review more; nothing when it is full.
    fn seat(&self, place: usize) -> Option<i64> {
        if place == self.swaps.reviewers {
            return Some(0);
        }
        let free = self.loads[place] < self.swaps.task.seats[place].cap;
        free.then(|| self.swaps.weights.step(self.loads[place]))
    }

    /// Places one review of an application.
    fn place(&mut self, application: usize) {
        let (last, length) = self.cheapest_path(application);
        for place in 0..self.prices.len() {
            if self.settled[place] && self.distance[place] < length {
                self.prices[place] += self.distance[place] - length;
            }
        }
        let mut place = last;
        while let Some((from, moved)) = self.way[place] {
            self.swaps.take(moved as usize, from);
            self.swaps.put(moved as usize, place);
            place = from;
        }
        self.swaps.put(application, place);
        if last < self.swaps.reviewers {
            self.loads[last] += 1;
        }
    }

    /// Dijkstra's search on the prices, until no place left can beat the best seat.
    /// There is always one: nobody takes everything.
    fn cheapest_path(&mut self, application: usize) -> (usize, i64) {
        let places = self.prices.len();
        for place in 0..places {
            let cost = self.swaps.cost_in(application, place);
            self.distance[place] = cost.map_or(FAR, |cost| cost - self.prices[place]);
            self.way[place] = None;
            self.settled[place] = false;
        }
        let mut best = (self.swaps.reviewers, FAR);
        loop {
            let open = (0..places).filter(|place| !self.settled[*place]);
            let next = open.min_by_key(|place| (self.distance[*place], *place));
            let Some(place) = next.filter(|place| self.distance[*place] < best.1) else {
                return best;
            };
            self.settled[place] = true;
            if let Some(seat) = self.seat(place) {
                let length = self.distance[place] + seat + self.prices[place];
                if length < best.1 {
                    best = (place, length);
                }
            }
            if self.distance[place] < best.1 {
                self.look_on(place, best.1);
            }
        }
    }

    /// Reaches on from a settled place; what is as far as the best seat is let be.
    fn look_on(&mut self, from: usize, best: i64) {
        for to in 0..self.prices.len() {
            if self.settled[to] {
                continue;
            }
            let base = self.distance[from] + self.prices[from] - self.prices[to];
            let limit = self.distance[to].min(best) - base;
            if let Some(swap) = self.swaps.cheapest(from, to, limit) {
                self.distance[to] = base + swap.cost;
                self.way[to] = Some((from, swap.application));
            }
        }
    }

    fn plan(self) -> Plan {
        let given = self.swaps.given.iter().map(|given| {
            let mut given: Vec<usize> = given.iter().map(|one| *one as usize).collect();
            given.sort_unstable();
            given
        });
        let mut prices = self.prices.clone();
        let nobody = prices.pop().unwrap_or(0);
        let mut plan = Plan {
            given: given.collect(),
            missing: self.swaps.missing.clone(),
            loads: self.loads,
            prices: Prices {
                applications: Vec::new(),
                reviewers: prices,
                nobody,
            },
        };
        let (task, weights) = (self.swaps.task, self.swaps.weights);
        plan.prices.applications = (0..task.wants.len())
            .map(|application| price_of(task, &weights, &plan, application))
            .collect();
        plan
    }
}

/// The highest price of an application at which it keeps all that it holds.
fn price_of(task: &Task, weights: &Weights, plan: &Plan, application: usize) -> i64 {
    let pair = |reviewer: &usize| {
        let misfit = task.misfit(application, *reviewer).unwrap_or(0);
        plan.prices.reviewers[*reviewer] - weights.pair(misfit)
    };
    let missing = plan.missing[application];
    let nobody = (missing > 0)
        .then(|| plan.prices.nobody - weights.miss(task, application, missing.saturating_sub(1)));
    let kept = plan.given[application].iter().map(pair).chain(nobody);
    kept.min().unwrap_or(0)
}
