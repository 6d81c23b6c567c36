//! A good set in little time: from where the prices lead back within the limits, then
//! better as long as one or two turns make it so. Nothing is proven here.

use super::model::Model;
use super::turns::Start;

/// Turns that are tried for getting back within the limits, the first of them by loss.
const REPAIRS: usize = 3000;
/// Turns that are tried two by two.
const PAIRS: usize = 300;
/// Steps at most.
const STEPS: usize = 200;

/// The turns to a set that keeps the limits; nothing where none was found.
pub fn path(model: &Model, start: &Start) -> Option<Vec<usize>> {
    let mut walk = Walk {
        start,
        scale: scale(model),
        left: model.left(&start.picks),
        on: vec![false; start.turns.len()],
        taken: vec![None; model.groups.len()],
    };
    for _ in 0..STEPS {
        if walk.over(&[]) == 0.0 {
            break;
        }
        let turn = walk.nearest()?;
        walk.toggle(turn);
    }
    if walk.over(&[]) > 0.0 {
        return None;
    }
    for _ in 0..STEPS {
        match walk.better() {
            Some(turns) => turns.into_iter().for_each(|turn| walk.toggle(turn)),
            None => break,
        }
    }
    let on = (0..walk.on.len()).filter(|turn| walk.on[*turn]);
    Some(on.collect())
}

/// How large the uses of each limit are.
fn scale(model: &Model) -> Vec<f64> {
    let of = |limit: usize| {
        let uses = model.groups.iter().flatten();
        let uses = uses.map(|choice| choice.uses[limit].abs() as f64);
        uses.fold(1.0, f64::max)
    };
    (0..model.limits.len()).map(of).collect()
}

struct Walk<'a> {
    start: &'a Start,
    scale: Vec<f64>,
    left: Vec<i64>,
    /// Whether each turn is taken.
    on: Vec<bool>,
    /// The turn that is taken of each group.
    taken: Vec<Option<usize>>,
}

impl Walk<'_> {
    /// 1 to take a turn, -1 to take it back.
    fn way(&self, turn: usize) -> i64 {
        if self.on[turn] { -1 } else { 1 }
    }

    /// How far the limits are broken after toggling these.
    fn over(&self, turns: &[usize]) -> f64 {
        let limits = self.left.iter().zip(&self.scale).enumerate();
        limits
            .map(|(limit, (left, scale))| {
                let used: i64 = turns.iter().map(|turn| self.used(*turn, limit)).sum();
                (used - left).max(0) as f64 / scale
            })
            .sum()
    }

    fn used(&self, turn: usize, limit: usize) -> i64 {
        self.way(turn) * self.start.turns[turn].uses[limit]
    }

    /// Whether a turn can be taken or taken back.
    fn is_open(&self, turn: usize) -> bool {
        self.on[turn] || self.taken[self.start.turns[turn].group].is_none()
    }

    /// The turn that loses least for how far it leads back within the limits.
    fn nearest(&self) -> Option<usize> {
        let now = self.over(&[]);
        let mut best: Option<(f64, usize)> = None;
        for turn in 0..self.on.len().min(REPAIRS) {
            if self.on[turn] || !self.is_open(turn) {
                continue;
            }
            let nearer = now - self.over(&[turn]);
            if nearer > 1e-9 {
                let loss = self.start.turns[turn].loss as f64 / super::prices::ONE as f64;
                let rate = (loss + 0.1) / nearer;
                if best.is_none_or(|(least, _)| rate < least) {
                    best = Some((rate, turn));
                }
            }
        }
        best.map(|(_, turn)| turn)
    }

    /// One or two turns that make the set worth most, if any makes it worth more.
    fn better(&self) -> Option<Vec<usize>> {
        let gain = |turn: usize| self.way(turn) * self.start.turns[turn].gain;
        let among: Vec<usize> = (0..self.on.len().min(PAIRS))
            .filter(|turn| self.is_open(*turn))
            .collect();
        let mut best = (0, None);
        for (at, one) in among.iter().enumerate() {
            if gain(*one) > best.0 && self.over(&[*one]) == 0.0 {
                best = (gain(*one), Some(vec![*one]));
            }
            for other in &among[at + 1..] {
                let same = self.start.turns[*one].group == self.start.turns[*other].group;
                let both = gain(*one) + gain(*other);
                if !same && both > best.0 && self.over(&[*one, *other]) == 0.0 {
                    best = (both, Some(vec![*one, *other]));
                }
            }
        }
        best.1
    }

    fn toggle(&mut self, turn: usize) {
        for limit in 0..self.left.len() {
            self.left[limit] -= self.used(turn, limit);
        }
        let group = self.start.turns[turn].group;
        self.taken[group] = if self.on[turn] { None } else { Some(turn) };
        self.on[turn] = !self.on[turn];
    }
}
