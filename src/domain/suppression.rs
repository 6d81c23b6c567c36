//! Tables that nobody can be found in: a count that stands for fewer organisations than
//! agreed is not published, nor any other from which it could be worked out.
//!
//! Two tables are published together, kind by place and kind by month, with all their
//! totals. Counts of incidents add up, so they move like water: the grand total flows
//! into the places, from each place into its cells, from the cells into the totals of
//! the kinds, from those into the months and back. Every count is a pipe, every line of
//! a table a joint where as much flows in as out, and whatever can be worked out from
//! published counts is the flow over some boundary around joints. That makes two rules
//! exact, and both are kept:
//!
//! - No group that stands for too few is told by subtraction: no boundary has only small
//!   unpublished pipes and a published one leaving through it. For one pipe this says that
//!   it can't be worked out; for several, that their sum can't.
//! - No unpublished count is determined at all, however large: no pipe is the only
//!   unpublished one of a boundary.
//!
//! A count of none is small too: a published none would make sums of few cells tell.
//! Only incidents are published, never how many organisations a cell stands for, as those
//! don't add up and their differences would tell by other ways.
//!
//! What this can't see: two exports that differ a little (another period, another day)
//! may be subtracted from each other by somebody who has both, and whoever knows a part
//! of a cell's incidents, as an organisation knows its own, knows the rest better.

use std::collections::BTreeSet;

/// The fewest organisations of which an export can be asked.
pub const LEAST_FLOOR: u64 = 3;
/// As long as nobody chooses.
pub const LEAST_DEFAULT: u64 = 5;

/// A count before it is known whether it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    pub incidents: u64,
    /// How many organisations it stands for; fewer is safe where it isn't known exactly.
    pub organisations: u64,
}

/// The two tables with their totals. Lists are in the order of their lines: cells by
/// kind, then by place or month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tables<Count> {
    pub total: Count,
    pub kinds: Vec<Count>,
    pub places: Vec<Count>,
    pub months: Vec<Count>,
    pub by_place: Vec<Vec<Count>>,
    pub by_month: Vec<Vec<Count>>,
}

/// The tables as they may be published: `None` where a count is kept back.
pub fn publish(tables: &Tables<Counted>, least: u64) -> Tables<Option<u64>> {
    let mut net = Net::of(tables, least);
    while net.protect() {}
    let mut shown = net
        .pipes
        .iter()
        .map(|pipe| pipe.published.then_some(pipe.incidents));
    let mut next = || shown.next().flatten();
    let (kinds, places, months) = (tables.kinds.len(), tables.places.len(), tables.months.len());
    let mut list = |length: usize| (0..length).map(|_| next()).collect::<Vec<_>>();
    let total = list(1).pop().flatten();
    Tables {
        total,
        kinds: list(kinds),
        places: list(places),
        months: list(months),
        by_place: (0..kinds).map(|_| list(places)).collect(),
        by_month: (0..kinds).map(|_| list(months)).collect(),
    }
}

/// A count between two joints.
#[derive(Debug, Clone, Copy)]
struct Pipe {
    from: usize,
    to: usize,
    incidents: u64,
    organisations: u64,
    published: bool,
    /// Stands for fewer than agreed.
    small: bool,
}

/// All pipes, in the order of the tables' fields.
struct Net {
    pipes: Vec<Pipe>,
    joints: usize,
}

impl Net {
    fn of(tables: &Tables<Counted>, least: u64) -> Self {
        let (kinds, places) = (tables.kinds.len(), tables.places.len());
        let (inlet, outlet) = (0, 1);
        let place = |at: usize| 2 + at;
        let before = |at: usize| 2 + places + at;
        let behind = |at: usize| 2 + places + kinds + at;
        let month = |at: usize| 2 + places + 2 * kinds + at;
        let mut net = Self {
            pipes: Vec::new(),
            joints: month(tables.months.len()),
        };
        let mut lay = |from, to, counted: &Counted| {
            let small = counted.organisations < least;
            net.pipes.push(Pipe {
                from,
                to,
                incidents: counted.incidents,
                organisations: counted.organisations,
                published: !small,
                small,
            });
        };
        lay(outlet, inlet, &tables.total);
        for (at, one) in tables.kinds.iter().enumerate() {
            lay(before(at), behind(at), one);
        }
        for (at, one) in tables.places.iter().enumerate() {
            lay(inlet, place(at), one);
        }
        for (at, one) in tables.months.iter().enumerate() {
            lay(month(at), outlet, one);
        }
        for (kind, row) in tables.by_place.iter().enumerate() {
            for (at, one) in row.iter().enumerate() {
                lay(place(at), before(kind), one);
            }
        }
        for (kind, row) in tables.by_month.iter().enumerate() {
            for (at, one) in row.iter().enumerate() {
                lay(behind(kind), month(at), one);
            }
        }
        net
    }

    /// Keeps one more count back where something could be worked out; whether it did.
    fn protect(&mut self) -> bool {
        let telling = self.telling().or_else(|| self.leaving_alone());
        if let Some(at) = telling {
            self.pipes[at].published = false;
        }
        telling.is_some()
    }

    /// The least published pipe that leaves a boundary together with small unpublished
    /// ones, and nothing else unpublished. Within such a boundary is whatever flows into
    /// it through unpublished pipes; large ones never cross it.
    fn telling(&self) -> Option<usize> {
        let sources = self.sources();
        let outside = |inside: [usize; 2], joints: [usize; 2]| {
            let within = |joint| inside.iter().any(|at| sources[*at].contains(&joint));
            joints.iter().all(|joint| !within(*joint))
        };
        let hidden: Vec<&Pipe> = self.unpublished().filter(|pipe| pipe.small).collect();
        let tells = |open: &Pipe| {
            let mut hidden = hidden.iter();
            hidden.any(|pipe| outside([open.from, pipe.from], [open.to, pipe.to]))
        };
        self.least(tells)
    }

    /// For each joint, itself and all joints from which unpublished pipes lead to it;
    /// large ones lead both ways.
    fn sources(&self) -> Vec<BTreeSet<usize>> {
        let mut into: Vec<Vec<usize>> = vec![Vec::new(); self.joints];
        for pipe in self.unpublished() {
            into[pipe.to].push(pipe.from);
            if !pipe.small {
                into[pipe.from].push(pipe.to);
            }
        }
        (0..self.joints)
            .map(|joint| reached(&into, joint))
            .collect()
    }

    /// The least published pipe of a boundary that one unpublished pipe crosses alone.
    fn leaving_alone(&self) -> Option<usize> {
        let hidden = (0..self.pipes.len()).filter(|at| !self.pipes[*at].published);
        for at in hidden {
            let mut beside: Vec<Vec<usize>> = vec![Vec::new(); self.joints];
            for (other, pipe) in self.pipes.iter().enumerate() {
                if other != at && !pipe.published {
                    beside[pipe.from].push(pipe.to);
                    beside[pipe.to].push(pipe.from);
                }
            }
            let side = reached(&beside, self.pipes[at].from);
            if !side.contains(&self.pipes[at].to) {
                let crosses = |pipe: &Pipe| side.contains(&pipe.from) != side.contains(&pipe.to);
                return self.least(crosses);
            }
        }
        None
    }

    fn unpublished(&self) -> impl Iterator<Item = &Pipe> {
        self.pipes.iter().filter(|pipe| !pipe.published)
    }

    /// Of the published pipes with a property the one that is missed least.
    fn least(&self, is: impl Fn(&Pipe) -> bool) -> Option<usize> {
        let open = self.pipes.iter().enumerate();
        let open = open.filter(|(_, pipe)| pipe.published && is(pipe));
        let least = open.min_by_key(|(at, pipe)| (pipe.organisations, pipe.incidents, *at));
        least.map(|(at, _)| at)
    }
}

/// Everything that is reached from a joint, itself included.
fn reached(next: &[Vec<usize>], start: usize) -> BTreeSet<usize> {
    let (mut seen, mut open) = (BTreeSet::from([start]), vec![start]);
    while let Some(joint) = open.pop() {
        for one in &next[joint] {
            if seen.insert(*one) {
                open.push(*one);
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests;
