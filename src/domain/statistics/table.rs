//! Ratings in a fixed order, reachable by application and by reviewer, and the
//! panels into which they fall. Knows nothing of what scores mean.

/// One score that one reviewer gave to one application.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rating {
    pub application: usize,
    pub reviewer: usize,
    pub score: f64,
}

/// Ratings, sorted by application, reviewer and score, so that the order in
/// which they came cannot matter.
#[derive(Debug, Clone)]
pub struct Table {
    ratings: Vec<Rating>,
    /// Where each application's ratings begin; one more entry than applications.
    begins: Vec<usize>,
    /// Numbers of ratings in order of their reviewers.
    by_reviewer: Vec<usize>,
    /// Where each reviewer's begin in `by_reviewer`.
    reviewer_begins: Vec<usize>,
}

/// Applications that common reviewers tie together, however indirectly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    pub applications: Vec<usize>,
    pub reviewers: Vec<usize>,
}

impl Table {
    /// A table of so many applications and reviewers. Ratings outside of them
    /// and scores that are no number are left out; of several by one reviewer for
    /// one application the lowest counts.
    pub fn new(applications: usize, reviewers: usize, ratings: &[Rating]) -> Self {
        let inside = |one: &&Rating| {
            one.application < applications && one.reviewer < reviewers && one.score.is_finite()
        };
        let mut ratings: Vec<Rating> = ratings.iter().filter(inside).copied().collect();
        ratings.sort_by(|left, right| {
            let place = |one: &Rating| (one.application, one.reviewer);
            let by_place = place(left).cmp(&place(right));
            by_place.then_with(|| left.score.total_cmp(&right.score))
        });
        ratings.dedup_by_key(|one| (one.application, one.reviewer));
        let begins_of_applications =
            begins(applications, ratings.iter().map(|one| one.application));
        let mut by_reviewer: Vec<usize> = (0..ratings.len()).collect();
        by_reviewer.sort_by_key(|at| ratings[*at].reviewer);
        let numbers = by_reviewer.iter().map(|at| ratings[*at].reviewer);
        Self {
            reviewer_begins: begins(reviewers, numbers),
            begins: begins_of_applications,
            by_reviewer,
            ratings,
        }
    }

    /// Every rating.
    pub fn ratings(&self) -> &[Rating] {
        &self.ratings
    }

    /// How many applications there are, reviewed or not.
    pub fn applications(&self) -> usize {
        self.begins.len() - 1
    }

    /// How many reviewers there are.
    pub fn reviewers(&self) -> usize {
        self.reviewer_begins.len() - 1
    }

    /// The ratings of an application.
    pub fn of_application(&self, application: usize) -> &[Rating] {
        &self.ratings[self.begins[application]..self.begins[application + 1]]
    }

    /// The ratings by a reviewer.
    pub fn by_reviewer(&self, reviewer: usize) -> impl Iterator<Item = &Rating> + Clone {
        let range = self.reviewer_begins[reviewer]..self.reviewer_begins[reviewer + 1];
        self.by_reviewer[range].iter().map(|at| &self.ratings[*at])
    }

    /// How many ratings a reviewer gave.
    pub fn given(&self, reviewer: usize) -> usize {
        self.reviewer_begins[reviewer + 1] - self.reviewer_begins[reviewer]
    }

    /// The scores of an application.
    pub fn scores(&self, application: usize) -> impl Iterator<Item = f64> + Clone {
        self.of_application(application).iter().map(|one| one.score)
    }

    /// The same ratings with other scores, in their order.
    pub fn with_scores(&self, scores: &[f64]) -> Self {
        let pairs = self.ratings.iter().zip(scores);
        let ratings: Vec<Rating> = pairs
            .map(|(one, score)| Rating {
                score: *score,
                ..*one
            })
            .collect();
        Self {
            ratings,
            ..self.clone()
        }
    }

    /// The same without what one reviewer gave.
    pub fn without(&self, reviewer: usize) -> Self {
        let kept = self.ratings.iter().filter(|one| one.reviewer != reviewer);
        let kept: Vec<Rating> = kept.copied().collect();
        Self::new(self.applications(), self.reviewers(), &kept)
    }

    /// Lowest and highest score; `None` without any.
    pub fn range(&self) -> Option<(f64, f64)> {
        let scores = || self.ratings.iter().map(|one| one.score);
        let low = scores().reduce(f64::min)?;
        Some((low, scores().fold(low, f64::max)))
    }

    /// The connected parts of the graph of who reviewed what, in order of their
    /// first application. Who reviewed nothing and what has no review is in none.
    pub fn panels(&self) -> Vec<Panel> {
        let (applications, reviewers) = (self.applications(), self.reviewers());
        let mut roots: Vec<usize> = (0..applications + reviewers).collect();
        for one in &self.ratings {
            let left = root(&mut roots, one.application);
            let right = root(&mut roots, applications + one.reviewer);
            // The smaller number is the root, so an application comes first.
            roots[left.max(right)] = left.min(right);
        }
        let mut number = vec![usize::MAX; applications + reviewers];
        let mut panels: Vec<Panel> = Vec::new();
        for application in (0..applications).filter(|at| !self.of_application(*at).is_empty()) {
            let root = root(&mut roots, application);
            if number[root] == usize::MAX {
                number[root] = panels.len();
                panels.push(Panel {
                    applications: Vec::new(),
                    reviewers: Vec::new(),
                });
            }
            panels[number[root]].applications.push(application);
        }
        for reviewer in (0..reviewers).filter(|at| self.given(*at) > 0) {
            let root = root(&mut roots, applications + reviewer);
            panels[number[root]].reviewers.push(reviewer);
        }
        panels
    }
}

/// Where each number's run begins in a sorted list, and where the last ends.
fn begins(count: usize, sorted: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut begins = vec![0; count + 1];
    for number in sorted {
        begins[number + 1] += 1;
    }
    for at in 1..=count {
        begins[at] += begins[at - 1];
    }
    begins
}

/// The representative of a node's part, halving the path to it.
fn root(roots: &mut [usize], mut node: usize) -> usize {
    while roots[node] != node {
        roots[node] = roots[roots[node]];
        node = roots[node];
    }
    node
}
