//! Places in many draws, and what they come to: expected rank, interval, SUCRA,
//! PCER, bands. Knows nothing of how draws are made.
//!
//! For n applications that are ranked together, ER the mean of an application's
//! ranks over the draws:
//!
//! ```text
//! SUCRA = (n − ER)/(n − 1)          Salanti, Ades & Ioannidis 2011
//! PCER  = 100 (ER − 0.5)/n          percentile of the expected rank, 0 is best
//! ```
//!
//! The interval holds the rank with a probability of 90 per cent: 5 per cent of
//! the draws lie below it and 5 above. Bands: the best application opens the first
//! band; the next in order of expected rank stays in the band as long as it beats
//! the one that opened it in more than 5 per cent of the draws, and opens the next
//! band otherwise. Within a band applications cannot be told apart from its first.

/// Probability on either side of the interval, and the doubt that keeps an
/// application in a band.
pub const TAIL: f64 = 0.05;
/// Most ranks that are kept for intervals and bands; more are thinned out.
const KEPT: usize = 8_000_000;

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Mean rank over the draws; 1 is the best.
    pub expected: f64,
    /// The better end of the interval.
    pub low: u32,
    /// The worse end.
    pub high: u32,
    pub sucra: f64,
    pub pcer: f64,
    /// From 1, the best.
    pub band: u32,
    /// How many are ranked together.
    pub among: u32,
}

/// Ranks of every application within its group, draw by draw.
#[derive(Debug, Clone)]
pub struct Ranks {
    groups: Vec<Option<usize>>,
    /// Those in a group.
    ranked: Vec<usize>,
    count: usize,
    drawn: usize,
    every: usize,
    sums: Vec<u64>,
    /// Each draw that is kept.
    kept: Vec<Draw>,
    order: Vec<(f64, usize)>,
}

/// The ranks of one draw in order of `ranked`, in two bytes each where they fit.
#[derive(Debug, Clone)]
enum Draw {
    Short(Box<[u16]>),
    Long(Box<[u32]>),
}

impl Draw {
    fn of(ranks: Vec<u32>) -> Self {
        let short = ranks.iter().map(|rank| u16::try_from(*rank));
        match short.collect::<Result<Box<[u16]>, _>>() {
            Ok(short) => Self::Short(short),
            Err(_) => Self::Long(ranks.into()),
        }
    }

    fn rank(&self, at: usize) -> u32 {
        match self {
            Self::Short(ranks) => ranks[at].into(),
            Self::Long(ranks) => ranks[at],
        }
    }
}

impl Ranks {
    /// Nothing drawn yet; `draws` will be.
    pub fn new(groups: &[Option<usize>], draws: usize) -> Self {
        let ranked = (0..groups.len()).filter(|at| groups[*at].is_some());
        let ranked: Vec<usize> = ranked.collect();
        let groups_used = groups.iter().flatten().max().map_or(0, |most| most + 1);
        let every = (ranked.len() * draws).div_ceil(KEPT).max(1);
        Self {
            groups: groups.to_vec(),
            count: groups_used,
            drawn: 0,
            every,
            sums: vec![0; ranked.len()],
            kept: Vec::with_capacity(draws / every + 1),
            order: Vec::with_capacity(ranked.len()),
            ranked,
        }
    }

    /// Adds a draw: the higher the quality, the better the rank.
    pub fn add(&mut self, quality: impl Fn(usize) -> f64) {
        self.order.clear();
        let each = self.ranked.iter().enumerate();
        self.order.extend(each.map(|(at, id)| (quality(*id), at)));
        self.order.sort_unstable_by(|left, right| {
            right
                .0
                .total_cmp(&left.0)
                .then_with(|| left.1.cmp(&right.1))
        });
        let keep = self.drawn.is_multiple_of(self.every);
        let mut ranks = match keep {
            true => vec![0; self.ranked.len()],
            false => Vec::new(),
        };
        let mut next = vec![0_u32; self.count];
        for (_, at) in &self.order {
            let Some(group) = self.groups[self.ranked[*at]] else {
                continue;
            };
            next[group] += 1;
            self.sums[*at] += u64::from(next[group]);
            if keep {
                ranks[*at] = next[group];
            }
        }
        if keep {
            self.kept.push(Draw::of(ranks));
        }
        self.drawn += 1;
    }

    /// Where each application stands; `None` for those in no group.
    pub fn places(&self) -> Vec<Option<Place>> {
        let mut sizes = vec![0_u32; self.count];
        self.groups
            .iter()
            .flatten()
            .for_each(|group| sizes[*group] += 1);
        let mut places = vec![None; self.groups.len()];
        for (at, id) in self.ranked.iter().enumerate() {
            let size = self.groups[*id].map_or(1, |group| sizes[group]);
            places[*id] = Some(self.place(at, size));
        }
        for group in 0..self.count {
            self.band(group, &mut places);
        }
        places
    }

    fn place(&self, at: usize, among: u32) -> Place {
        let n = f64::from(among);
        let expected = self.sums[at] as f64 / self.drawn.max(1) as f64;
        let mut own: Vec<u32> = self.column(at).collect();
        own.sort_unstable();
        let tail = (own.len() as f64 * TAIL) as usize;
        Place {
            expected,
            low: own.get(tail).copied().unwrap_or(1),
            high: own
                .get(own.len().saturating_sub(tail + 1))
                .copied()
                .unwrap_or(among),
            sucra: if among > 1 {
                (n - expected) / (n - 1.0)
            } else {
                1.0
            },
            pcer: 100.0 * (expected - 0.5) / n,
            band: 1,
            among,
        }
    }

    /// The kept ranks of one.
    fn column(&self, at: usize) -> impl Iterator<Item = u32> {
        self.kept.iter().map(move |draw| draw.rank(at))
    }

    /// Gives those of a group their bands.
    fn band(&self, group: usize, places: &mut [Option<Place>]) {
        let own = (0..self.ranked.len()).filter(|at| self.groups[self.ranked[*at]] == Some(group));
        let mut own: Vec<usize> = own.collect();
        let expected = |at: &usize| places[self.ranked[*at]].map_or(0.0, |one| one.expected);
        own.sort_by(|left, right| expected(left).total_cmp(&expected(right)));
        let (mut band, mut first) = (0, None);
        for at in own {
            if first.is_none_or(|first| self.beats(at, first) <= TAIL) {
                (band, first) = (band + 1, Some(at));
            }
            if let Some(place) = &mut places[self.ranked[at]] {
                place.band = band;
            }
        }
    }

    /// The share of draws in which one is better than another.
    fn beats(&self, one: usize, other: usize) -> f64 {
        let pairs = self.column(one).zip(self.column(other));
        let (better, all) = pairs.fold((0, 0), |(better, all), (left, right)| {
            (better + usize::from(left < right), all + 1)
        });
        better as f64 / all.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_of_more_than_two_bytes_count_has_its_places() {
        let all = usize::from(u16::MAX) + 2;
        let mut ranks = Ranks::new(&vec![Some(0); all], 1);
        ranks.add(|at| -(at as f64));
        let places = ranks.places();
        let drawn = [0, all - 3, all - 2, all - 1].map(|at| places[at].unwrap().low);
        assert_eq!(drawn, [1, 65_535, 65_536, 65_537]);
    }
}
