//! The shape that the search works on: from every group one choice, the uses of all
//! choices within the limits, the sum of values as high as it can be.

/// What uses of limits by number come in, with the number of awards known.
pub const STEP: i64 = 100;

/// One way to treat a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Choice {
    /// What it adds to the sum; 0 or more.
    pub value: i64,
    /// How many awards it makes.
    pub awards: i64,
    /// What it takes of each limit; may be below 0.
    pub uses: Vec<i64>,
}

/// What the uses may come to at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub most: i64,
    /// Of a limit by number what an award uses, but for whole [`STEP`]s.
    pub each: Option<i64>,
}

/// Groups of choices under limits. Sums over all groups have to fit an `i64`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Model {
    /// None is empty.
    pub groups: Vec<Vec<Choice>>,
    pub limits: Vec<Limit>,
}

impl Model {
    /// The sum of values of these choices, one of each group.
    pub fn value(&self, picks: &[usize]) -> i64 {
        let chosen = self.groups.iter().zip(picks);
        chosen.map(|(group, pick)| group[*pick].value).sum()
    }

    /// A limit, or what forbids and allows the same and is no farther from 0 than uses are.
    pub fn within(&self, limit: usize) -> i64 {
        let uses = |group: &Vec<Choice>| {
            let uses = group.iter().map(|choice| choice.uses[limit]);
            uses.fold((i64::MAX, i64::MIN), |(least, most), used| {
                (least.min(used), most.max(used))
            })
        };
        let all = self.groups.iter().map(uses);
        let (least, most) = all.fold((0, 0), |(least, most), group| {
            (least + group.0, most + group.1)
        });
        self.limits[limit].most.clamp(least - 1, most)
    }

    /// The highest number that is not above this one and that values can come to.
    pub fn reached(&self, bound: i64) -> i64 {
        let first: i64 = self
            .groups
            .iter()
            .filter_map(|group| group.first())
            .map(|one| one.value)
            .sum();
        bound - (bound - first).rem_euclid(self.unit())
    }

    /// What all sums of values differ by at least, where they differ; 1 or more.
    pub fn unit(&self) -> i64 {
        let apart = self.groups.iter().flat_map(|group| {
            let first = group.first().map_or(0, |choice| choice.value);
            group.iter().map(move |choice| choice.value - first)
        });
        apart.fold(0, common).max(1)
    }
}

/// The greatest common divisor, 0 or more.
fn common(one: i64, other: i64) -> i64 {
    let (mut one, mut other) = (one.abs(), other.abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
