//! The walk along the edges of a part's bound.

use super::corner::{TINY, Tie, Torn, away, dot};
use super::part::{Bind, Part};
use super::table::Table;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// What a part costs beside its lines, in lines.
const ITSELF: u64 = 50;
/// The price to which an edge without an end is walked: the bound is below any set there.
const DEAR: f64 = 1e8;

/// A way down.
struct Edge {
    tie: usize,
    way: Vec<f64>,
    /// How the bound changes along it, below 0.
    slope: f64,
}

/// A condition that comes along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    /// The price of a limit comes to 0.
    Price(usize),
    /// A line catches up with what its group takes, by the place of the group.
    Line { group: usize, line: u32 },
}

/// How far from the beginning of the edge; what comes first is the greatest.
#[derive(Debug, Clone, Copy)]
struct Stop {
    far: f64,
    at: At,
}

impl Ord for Stop {
    fn cmp(&self, other: &Self) -> Ordering {
        let far = other.far.total_cmp(&self.far);
        far.then_with(|| other.at.cmp(&self.at))
    }
}

impl PartialOrd for Stop {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Stop {}

/// A part on its way to the best prices.
pub struct Walk<'a> {
    table: &'a Table,
    part: &'a mut Part,
    /// What each line is worth at the prices, and how that changes along the edge.
    worth: Vec<f64>,
    change: Vec<f64>,
    /// What the lines taken leave of the limits.
    left: Vec<f64>,
    /// No set is worth more, as floating numbers have it.
    bound: f64,
    /// Kept for its space.
    stops: BinaryHeap<Stop>,
    looked: u64,
}

impl<'a> Walk<'a> {
    pub fn new(table: &'a Table, part: &'a mut Part) -> Self {
        let prices = &part.corner.prices;
        let worth = part.lines.iter();
        let worth = worth.map(|line| table.value(*line) as f64 - dot(table.scaled(*line), prices));
        let worth: Vec<f64> = worth.collect();
        let mut walk = Self {
            left: table.scale(&part.left),
            change: vec![0.0; worth.len()],
            bound: part.value as f64,
            stops: BinaryHeap::new(),
            looked: ITSELF + 2 * worth.len() as u64,
            table,
            part,
            worth,
        };
        walk.pick();
        // What the lines taken are worth, and what is left of the limits at its price.
        let taken = walk.part.open.iter();
        let taken: i64 = taken.map(|open| table.value(open.pick)).sum();
        walk.bound += taken as f64 + dot(&walk.left, &walk.part.corner.prices);
        walk
    }

    /// Every group takes the line worth most, the one it took if that is as good; ties
    /// that this breaks are loosened.
    fn pick(&mut self) {
        for place in 0..self.part.open.len() {
            let open = self.part.open[place];
            let mut best = (f64::NEG_INFINITY, open.pick);
            for at in open.span() {
                let line = self.part.lines[at];
                let own = self.worth[at] + if line == open.pick { TINY } else { 0.0 };
                if own > best.0 {
                    best = (own, line);
                }
            }
            if best.1 != open.pick {
                self.part.open[place].pick = best.1;
                self.loosen(open.group, None);
            }
            for (left, used) in self.left.iter_mut().zip(self.table.scaled(best.1)) {
                *left -= used;
            }
        }
        for at in 0..self.part.corner.ties.len() {
            if let Tie::Even { group, other } = self.part.corner.ties[at] {
                let open = self.part.place(group).map(|place| self.part.open[place]);
                let holds = open.is_some_and(|open| {
                    open.pick != other && self.part.lines[open.span()].contains(&other)
                });
                if !holds {
                    self.part.corner.ties[at] = Tie::Loose;
                }
            }
        }
    }

    /// How the bound changes away from a tie. Of an even group, minus this is how much
    /// of the other line it would take.
    fn pull(&self, tie: usize) -> f64 {
        dot(self.part.corner.edge(tie), &self.left)
    }

    /// Walks along the steepest edge that leads down; false where there is none, or
    /// where the bound is below `enough`.
    pub fn edge(&mut self, enough: f64) -> bool {
        if self.bound < enough {
            return false;
        }
        let Some(edge) = self.steepest() else {
            return self.crowded();
        };
        self.follow(edge)
    }

    fn steepest(&mut self) -> Option<Edge> {
        let mut best: Option<(f64, usize, f64, f64)> = None;
        for (at, tie) in self.part.corner.ties.iter().enumerate() {
            let pull = self.pull(at);
            let (sign, slope) = match tie {
                Tie::Zero(limit) => away(self.part.bind(*limit), pull),
                Tie::Even { .. } if pull < -1.0 => (1.0, pull + 1.0),
                Tie::Even { .. } => (-1.0, -pull),
                Tie::Loose => away(Bind::Equal, pull),
            };
            if slope < -TINY {
                let edge = self.part.corner.edge(at);
                let steep = slope / dot(edge, edge).sqrt();
                if best.is_none_or(|(most, ..)| steep < most) {
                    best = Some((steep, at, sign, slope));
                }
            }
        }
        let (_, tie, sign, slope) = best?;
        if let (Tie::Even { group, other }, true) = (self.part.corner.ties[tie], sign > 0.0) {
            self.take(self.part.place(group)?, other);
            self.loosen(group, Some(tie));
        }
        let way = self.part.corner.edge(tie).iter().map(|one| one * sign);
        Some(Edge {
            tie,
            way: way.collect(),
            slope,
        })
    }

    /// Where a group would take more than all of its other lines together, one of them
    /// changes places with the one it takes; true where there was such a group.
    fn crowded(&mut self) -> bool {
        for tie in 0..self.part.corner.ties.len() {
            let Tie::Even { group, other } = self.part.corner.ties[tie] else {
                continue;
            };
            let all: f64 = self.part.corner.of(group).map(|own| -self.pull(own)).sum();
            let Some(place) = self.part.place(group) else {
                continue;
            };
            if all > 1.0 + TINY {
                let before = self.part.open[place].pick;
                self.take(place, other);
                self.part.corner.exchange(tie, group, before);
                return true;
            }
        }
        false
    }

    /// An open group takes another line.
    fn take(&mut self, place: usize, line: u32) {
        let open = &mut self.part.open[place];
        let (before, after) = (self.table.scaled(open.pick), self.table.scaled(line));
        for (left, (before, after)) in self.left.iter_mut().zip(before.iter().zip(after)) {
            *left += before - after;
        }
        open.pick = line;
    }

    /// Ties of a group that takes something else now.
    fn loosen(&mut self, group: u32, but: Option<usize>) {
        let own: Vec<usize> = self.part.corner.of(group).collect();
        for tie in own.into_iter().filter(|tie| Some(*tie) != but) {
            self.part.corner.ties[tie] = Tie::Loose;
        }
    }

    /// Walks along an edge as long as it leads down; false where it has no end.
    fn follow(&mut self, edge: Edge) -> bool {
        for (change, line) in self.change.iter_mut().zip(&self.part.lines) {
            *change = -dot(self.table.scaled(*line), &edge.way);
        }
        self.looked += self.change.len() as u64;
        let mut stops = std::mem::take(&mut self.stops);
        stops.clear();
        let groups = 0..self.part.open.len();
        stops.extend(groups.filter_map(|group| self.overtaken(group, 0.0)));
        stops.extend(self.free(&edge.way));
        let (mut slope, mut gone) = (edge.slope, 0.0);
        while let Some(stop) = stops.pop() {
            self.bound += slope * (stop.far - gone);
            gone = stop.far;
            let (tie, normal) = match stop.at {
                At::Price(limit) => {
                    let own = |at: usize| f64::from(u8::from(at == limit));
                    let normal: Vec<f64> = (0..self.left.len()).map(own).collect();
                    (Tie::Zero(limit), normal)
                }
                At::Line { group, line } => {
                    let open = self.part.open[group];
                    let (own, other) = (self.table.scaled(open.pick), self.table.scaled(line));
                    let normal = own.iter().zip(other).map(|(own, other)| own - other);
                    let normal: Vec<f64> = normal.collect();
                    let rise = dot(&normal, &edge.way);
                    if slope + rise < -TINY {
                        slope += rise;
                        self.take(group, line);
                        self.loosen(open.group, Some(edge.tie));
                        stops.extend(self.overtaken(group, stop.far));
                        continue;
                    }
                    let (group, other) = (open.group, line);
                    (Tie::Even { group, other }, normal)
                }
            };
            self.stops = stops;
            self.go(&edge.way, stop.far);
            self.part.corner.swap(edge.tie, tie, &normal);
            return true;
        }
        let longest = edge.way.iter().fold(TINY, |most, way| way.abs().max(most));
        let far = gone + DEAR / longest;
        self.bound += slope * (far - gone);
        self.go(&edge.way, far);
        false
    }

    /// The price that comes to 0 first.
    fn free(&self, way: &[f64]) -> Option<Stop> {
        let prices = self.part.corner.prices.iter().zip(way).enumerate();
        let stops = prices.filter_map(|(limit, (price, way))| {
            let shrinks = match self.part.bind(limit) {
                Bind::Most => *way < -TINY,
                Bind::Least => *way > TINY,
                Bind::Equal => false,
            };
            shrinks.then(|| Stop {
                far: -price / way,
                at: At::Price(limit),
            })
        });
        stops.max()
    }

    /// Which line catches up first with the one that a group takes.
    fn overtaken(&self, group: usize, gone: f64) -> Option<Stop> {
        let open = self.part.open[group];
        let mut own = open.span();
        let pick = own.find(|at| self.part.lines[*at] == open.pick)?;
        let stops = open.span().filter_map(|at| {
            let faster = self.change[at] - self.change[pick];
            (faster > TINY).then(|| Stop {
                far: ((self.worth[pick] - self.worth[at]) / faster).max(gone),
                at: At::Line {
                    group,
                    line: self.part.lines[at],
                },
            })
        });
        stops.max()
    }

    fn go(&mut self, way: &[f64], far: f64) {
        for (price, way) in self.part.corner.prices.iter_mut().zip(way) {
            *price += far * way;
        }
        for (worth, change) in self.worth.iter_mut().zip(&self.change) {
            *worth += far * change;
        }
    }

    /// Leaves with the part which groups are torn. Returns the bound, and how many lines
    /// were looked at.
    pub fn end(self) -> (f64, u64) {
        let ties = self.part.corner.ties.iter().enumerate();
        let torn = ties.filter_map(|(at, tie)| match *tie {
            Tie::Even { group, other } => Some(Torn {
                group,
                other,
                share: -self.pull(at),
            }),
            _ => None,
        });
        let torn: Vec<Torn> = torn.collect();
        self.part.torn = torn;
        (self.bound, self.looked)
    }
}
