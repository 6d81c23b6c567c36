//! Where the prices alone lead, and every turn away from there with what it loses.

use super::model::Model;
use super::prices::ONE;

/// A group takes another choice than the one worth most at the prices.
#[derive(Debug)]
pub struct Turn {
    pub group: usize,
    pub choice: usize,
    /// How much the bound falls by it, in parts of [`ONE`]; 0 or more.
    pub loss: i128,
    /// What it adds to the sum of values.
    pub gain: i64,
    /// What it takes more of each limit.
    pub uses: Vec<i64>,
    /// Whether the turn before it does the very same in another group, so that
    /// whoever tries that one needn't try this one.
    pub twin: bool,
}

/// The choices that the prices lead to, the bound that they prove, and all turns by
/// loss.
#[derive(Debug)]
pub struct Start {
    pub picks: Vec<usize>,
    /// No set within the limits is worth more; in parts of [`ONE`].
    pub bound: i128,
    pub turns: Vec<Turn>,
}

impl Start {
    /// Exact in whole numbers, whatever the prices are, as long as none is below 0.
    pub fn new(model: &Model, prices: &[i128]) -> Self {
        let limits = prices.iter().zip(&model.limits);
        let mut start = Self {
            picks: Vec::with_capacity(model.groups.len()),
            bound: limits
                .map(|(price, limit)| price * i128::from(*limit))
                .sum(),
            turns: Vec::new(),
        };
        for at in 0..model.groups.len() {
            start.add(model, prices, at);
        }
        start.turns.sort_by(|one, other| {
            let by_loss = one.loss.cmp(&other.loss).then(one.gain.cmp(&other.gain));
            by_loss
                .then_with(|| one.uses.cmp(&other.uses))
                .then(one.group.cmp(&other.group))
        });
        for at in 1..start.turns.len() {
            let (before, own) = (&start.turns[at - 1], &start.turns[at]);
            let same =
                (before.loss, before.gain) == (own.loss, own.gain) && before.uses == own.uses;
            start.turns[at].twin = same && before.group != own.group;
        }
        start
    }

    fn add(&mut self, model: &Model, prices: &[i128], at: usize) {
        let group = &model.groups[at];
        let worth: Vec<i128> = group
            .iter()
            .map(|choice| {
                let paid = choice.uses.iter().zip(prices);
                let paid: i128 = paid.map(|(used, price)| i128::from(*used) * price).sum();
                i128::from(choice.value) * ONE - paid
            })
            .collect();
        let pick = (1..worth.len()).fold(
            0,
            |best, own| if worth[own] > worth[best] { own } else { best },
        );
        self.picks.push(pick);
        self.bound += worth[pick];
        for choice in (0..group.len()).filter(|choice| *choice != pick) {
            let uses = group[choice].uses.iter().zip(&group[pick].uses);
            self.turns.push(Turn {
                group: at,
                choice,
                loss: worth[pick] - worth[choice],
                gain: group[choice].value - group[pick].value,
                uses: uses.map(|(own, base)| own - base).collect(),
                twin: false,
            });
        }
    }

    /// The choices after some turns.
    pub fn after(&self, turns: &[usize]) -> Vec<usize> {
        let mut picks = self.picks.clone();
        for turn in turns {
            picks[self.turns[*turn].group] = self.turns[*turn].choice;
        }
        picks
    }
}
