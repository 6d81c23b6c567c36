//! The shape that the search works on: from every group one choice, the uses of all
//! choices within the limits, the sum of values as high as it can be.

/// One way to treat a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it adds to the sum; 0 or more.
    pub value: i64,
    /// What it takes of each limit; may be below 0.
    pub uses: Vec<i64>,
}

/// Groups of choices under limits. Sums over all groups have to fit an `i64`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Model {
    /// None is empty.
    pub groups: Vec<Vec<Choice>>,
    /// What the uses may come to at most, one by one.
    pub limits: Vec<i64>,
}

impl Model {
    /// What is left of each limit after these choices, one of each group; below 0
    /// where it is broken.
    pub fn left(&self, picks: &[usize]) -> Vec<i64> {
        let mut left = self.limits.clone();
        for (group, pick) in self.groups.iter().zip(picks) {
            for (rest, used) in left.iter_mut().zip(&group[*pick].uses) {
                *rest -= used;
            }
        }
        left
    }

    /// Whether these choices keep every limit.
    pub fn holds(&self, picks: &[usize]) -> bool {
        self.left(picks).iter().all(|rest| *rest >= 0)
    }

    /// The sum of values of these choices.
    pub fn value(&self, picks: &[usize]) -> i64 {
        let chosen = self.groups.iter().zip(picks);
        chosen.map(|(group, pick)| group[*pick].value).sum()
    }
}
