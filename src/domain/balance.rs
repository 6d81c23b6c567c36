//! Balance targets of a round: which part of what is awarded is to go to whom, at least
//! or at most, by number or by money. Targets are about the whole set of awards; they
//! score no application and bar none.

use super::{Message, Problems, numerals};

/// What organisations and applications are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The organisation's own choice.
    Community,
    /// Where it works from.
    Base,
    /// How much is asked for, of [`SIZES`].
    Size,
    /// Whether it had an award before, of [`STANDINGS`].
    Standing,
}

impl Side {
    /// Every side.
    pub const ALL: [Self; 4] = [Self::Community, Self::Base, Self::Size, Self::Standing];

    /// Stored and posted code; of the first two also the name of the list of codes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Community => "community",
            Self::Base => "base",
            Self::Size => "size",
            Self::Standing => "standing",
        }
    }

    /// The side of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.code() == code)
    }
}

/// Sizes of requests: up to a third of the largest that the round takes, up to two
/// thirds, more.
pub const SIZES: [&str; 3] = ["small", "medium", "large"];
/// Without and with an award of an earlier round.
pub const STANDINGS: [&str; 2] = ["new", "known"];

/// The size of a request, against the largest that the round takes, both in minor units.
pub fn size_of(requested_minor: i64, most_minor: i64) -> &'static str {
    let thirds = i128::from(requested_minor) * 3;
    match thirds {
        small if small <= i128::from(most_minor) => SIZES[0],
        medium if medium <= i128::from(most_minor) * 2 => SIZES[1],
        _ => SIZES[2],
    }
}

/// The codes of one application, side by side; empty where one is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traits {
    pub community: String,
    pub base: String,
    pub size: String,
    pub standing: String,
}

impl Traits {
    /// The code of a side.
    pub fn of(&self, side: Side) -> &str {
        match side {
            Side::Community => &self.community,
            Side::Base => &self.base,
            Side::Size => &self.size,
            Side::Standing => &self.standing,
        }
    }
}

/// At least or at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    Least,
    Most,
}

impl Edge {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Least, Self::Most];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Least => "least",
            Self::Most => "most",
        }
    }

    /// The edge of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edge| edge.code() == code)
    }
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Awards.
    Number,
    /// Their money.
    Amount,
}

impl Measure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Number, Self::Amount];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Amount => "amount",
        }
    }

    /// The measure of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }

    /// What one award counts.
    pub fn of(self, amount_minor: i64) -> i64 {
        match self {
            Self::Number => 1,
            Self::Amount => amount_minor,
        }
    }
}

/// One target: of everything that is awarded, this part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub side: Side,
    /// A code of the side's list.
    pub code: String,
    pub edge: Edge,
    pub measure: Measure,
    /// 1 to 100.
    pub percent: i32,
}

/// A set of awards against one target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Distance {
    /// What those of the target's code have: awards, or minor units.
    pub part: i64,
    /// What all have.
    pub whole: i64,
    /// How much the part lacks, or is too much, at the whole as it is; 0 where the
    /// target is met.
    pub off: i64,
}

impl Target {
    /// What one award adds to the side of the scale that must not be above 0: the
    /// target is met where these come to 0 or less.
    ///
    /// By hand: at least 30 per cent asks for part ≥ 0.3 · whole, so that
    /// 30 · whole − 100 · part ≤ 0; an award of the part adds 30 − 100, another 30.
    pub fn weight(&self, traits: &Traits, amount_minor: i64) -> i64 {
        let own = if traits.of(self.side) == self.code {
            100
        } else {
            0
        };
        let one = match self.edge {
            Edge::Least => i64::from(self.percent) - own,
            Edge::Most => own - i64::from(self.percent),
        };
        one.saturating_mul(self.measure.of(amount_minor))
    }

    /// What every award adds to that side of the scale but for whole hundreds, where the
    /// target counts awards: then as many awards can only add so much.
    pub fn each(&self) -> Option<i64> {
        let percent = i64::from(self.percent);
        match (self.measure, self.edge) {
            (Measure::Amount, _) => None,
            (Measure::Number, Edge::Least) => Some(percent),
            (Measure::Number, Edge::Most) => Some(-percent),
        }
    }

    /// How far a set of awards is from the target. Without any award every target is
    /// met.
    pub fn distance<'a>(&self, awards: impl IntoIterator<Item = (&'a Traits, i64)>) -> Distance {
        let mut sum = Distance::default();
        for (traits, amount) in awards {
            let counts = self.measure.of(amount);
            sum.whole = sum.whole.saturating_add(counts);
            if traits.of(self.side) == self.code {
                sum.part = sum.part.saturating_add(counts);
            }
        }
        let share = i128::from(self.percent) * i128::from(sum.whole);
        let part = i128::from(sum.part);
        let off = match self.edge {
            // Rounded up: one less would not do.
            Edge::Least => -(-share).div_euclid(100) - part,
            Edge::Most => part - share.div_euclid(100),
        };
        sum.off = i64::try_from(off.max(0)).unwrap_or(i64::MAX);
        sum
    }
}

/// A target as posted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TargetText {
    /// Side and code, such as `base:gaza`.
    pub group: String,
    /// Code of an [`Edge`].
    pub edge: String,
    /// Code of a [`Measure`].
    pub measure: String,
    /// In any digits.
    pub percent: String,
}

/// Reads a target, or says what is wrong by field: `group`, `edge`, `measure`,
/// `percent`. `known` are the groups that there are.
pub fn read_target(text: &TargetText, known: &[(Side, String)]) -> Result<Target, Problems> {
    let mut problems = Problems::default();
    let choice = || Message::new("error-choice");
    let group = text.group.split_once(':').and_then(|(side, code)| {
        let side = Side::from_code(side)?;
        let found = known.iter().find(|one| one.0 == side && one.1 == code);
        found.cloned()
    });
    let group = problems.take("group", group.ok_or_else(choice));
    let edge = problems.take("edge", Edge::from_code(&text.edge).ok_or_else(choice));
    let measure = Measure::from_code(&text.measure).ok_or_else(choice);
    let measure = problems.take("measure", measure);
    let percent = numerals::parse_whole(&text.percent).filter(|n| (1..=100).contains(n));
    let percent = percent.ok_or_else(|| Message::new("error-percent"));
    let percent = problems.take("percent", percent);
    match (group, edge, measure, percent) {
        (Some((side, code)), Some(edge), Some(measure), Some(percent)) => Ok(Target {
            side,
            code,
            edge,
            measure,
            percent: i32::try_from(percent).unwrap_or(100),
        }),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(base: &str) -> Traits {
        Traits {
            base: base.to_owned(),
            ..Traits::default()
        }
    }

    fn target(edge: Edge, measure: Measure, percent: i32) -> Target {
        Target {
            side: Side::Base,
            code: "gaza".to_owned(),
            edge,
            measure,
            percent,
        }
    }

    #[test]
    fn a_third_of_the_awards_and_a_tenth_of_the_money() {
        let (gaza, other) = (of("gaza"), of("west_bank"));
        let awards = [(&gaza, 1_000), (&other, 4_000), (&other, 5_000)];
        let number = target(Edge::Least, Measure::Number, 40).distance(awards);
        assert_eq!((number.part, number.whole, number.off), (1, 3, 1));
        let number = target(Edge::Least, Measure::Number, 33).distance(awards);
        assert_eq!(number.off, 0);
        let amount = target(Edge::Least, Measure::Amount, 25).distance(awards);
        assert_eq!(
            (amount.part, amount.whole, amount.off),
            (1_000, 10_000, 1_500)
        );
        let most = target(Edge::Most, Measure::Amount, 9).distance(awards);
        assert_eq!(most.off, 100);
        assert_eq!(
            target(Edge::Least, Measure::Number, 100).distance([]).off,
            0
        );
    }

    #[test]
    fn sizes_go_by_thirds_of_the_largest_request() {
        let sizes = [1, 3_000, 3_001, 6_000, 6_001].map(|minor| size_of(minor, 9_000));
        assert_eq!(sizes, ["small", "small", "medium", "medium", "large"]);
    }

    #[test]
    fn what_is_wrong_is_told_by_field() {
        let known = [(Side::Base, "gaza".to_owned())];
        let text = |group: &str, percent: &str| TargetText {
            group: group.to_owned(),
            edge: "least".to_owned(),
            measure: "amount".to_owned(),
            percent: percent.to_owned(),
        };
        let read = read_target(&text("base:gaza", "٣٠"), &known);
        assert_eq!(read, Ok(target(Edge::Least, Measure::Amount, 30)));
        for percent in ["0", "101", "a few", ""] {
            let problems = read_target(&text("base:gaza", percent), &known).unwrap_err();
            assert!(problems.of("percent").is_some(), "{percent}");
        }
        let problems = read_target(&text("base:moon", "30"), &known).unwrap_err();
        assert!(problems.of("group").is_some());
        assert_eq!(
            read_target(&TargetText::default(), &known)
                .unwrap_err()
                .0
                .len(),
            4
        );
    }

    proptest! {
        #[test]
        fn weights_and_distances_say_the_same(
            awards in prop::collection::vec((any::<bool>(), 1..1_000_000_i64), 0..20),
            least in any::<bool>(), number in any::<bool>(), percent in 1..=100_i32,
        ) {
            let edge = if least { Edge::Least } else { Edge::Most };
            let measure = if number { Measure::Number } else { Measure::Amount };
            let target = target(edge, measure, percent);
            let (gaza, other) = (of("gaza"), of("west_bank"));
            let awards: Vec<(&Traits, i64)> = awards
                .iter()
                .map(|(own, amount)| (if *own { &gaza } else { &other }, *amount))
                .collect();
            let weight: i64 = awards.iter().map(|(traits, amount)| target.weight(traits, *amount)).sum();
            prop_assert_eq!(weight <= 0, target.distance(awards).off == 0);
        }
    }
}
