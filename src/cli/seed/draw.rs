//! What looks drawn and is the same for the same seed, on every machine: numbers, ids,
//! references. Everything is found from its kind and number alone, so that rows can be
//! made in any order, and again when a transaction is.

use std::str::FromStr;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use uuid::Builder;

use crate::actions::reference::{REFERENCES, reference_of};
use crate::domain::Moment;

/// What is drawn about. Each kind has draws and ids of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Programme = 1,
    Round,
    Phase,
    Staff,
    Applicant,
    Organisation,
    Paper,
    Application,
    Screening,
    Review,
    Mark,
    Decision,
    Grant,
    LedgerFile,
}

/// Bits of a draw that number the things of one kind.
const NUMBERED: u32 = 40;

/// Draws for one seed.
#[derive(Debug, Clone, Copy)]
pub struct Seed(pub u64);

impl Seed {
    /// The draws about one thing.
    pub fn about(self, kind: Kind, number: u64) -> Draws {
        let mut random = ChaCha8Rng::seed_from_u64(self.0);
        random.set_stream(((kind as u64) << NUMBERED) | number);
        Draws(random)
    }

    /// The id of one thing: a UUIDv7 of the time of its making; those of one instant
    /// stand in the order of their numbers.
    pub fn id<Id: FromStr>(self, kind: Kind, number: u64, at: Moment) -> Id {
        let millis = u64::try_from(at.micros() / 1000).unwrap_or(0);
        let mut bytes = [0; 10];
        bytes[..5].copy_from_slice(&self.mark(kind));
        bytes[5..].copy_from_slice(&number.to_be_bytes()[3..]);
        let id = Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid();
        let id = id.to_string().parse();
        id.unwrap_or_else(|_| unreachable!("a UUID prints in canonical form"))
    }

    /// What all ids of a kind share, so that those of two seeds differ.
    fn mark(self, kind: Kind) -> [u8; 5] {
        let [_, _, _, a, b, c, d, e] = (self.0 ^ ((kind as u64) << 32)).to_be_bytes();
        [a, b, c, d, e]
    }

    /// The salt of the one password.
    pub fn salt(self) -> [u8; 16] {
        let mut salt = [0; 16];
        salt[..8].copy_from_slice(&self.0.to_be_bytes());
        salt
    }

    /// The reference of an application; another one for each.
    pub fn reference(self, application: u64) -> String {
        // Odd and no multiple of 3 or 5, so that it meets every reference once.
        const STEP: u128 = 389_764_301_117;
        let at = u128::from(application) * STEP + u128::from(self.0);
        reference_of(u64::try_from(at % u128::from(REFERENCES)).unwrap_or(0))
    }
}

/// Numbers about one thing, drawn one after the other.
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// A number below a bound that is not 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        // The product is below the bound times 2⁶⁴.
        let wide = u128::from(self.0.next_u64()) * u128::from(bound);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// One of a list that is not empty.
    pub fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let at = self.below(list.len() as u64);
        &list[usize::try_from(at).unwrap_or(0)]
    }

    /// Whether something that happens so many times in a hundred does.
    pub fn percent(&mut self, times: u64) -> bool {
        self.below(100) < times
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::{ApplicationId, RoundId};

    const AT: Moment = Moment::from_micros(1_793_610_000_000_000);

    #[test]
    fn the_same_seed_draws_the_same_and_another_one_does_not() {
        let numbers = |seed: u64| {
            let mut draws = Seed(seed).about(Kind::Review, 7);
            (0..8).map(|_| draws.below(1_000_000)).collect::<Vec<_>>()
        };
        assert_eq!(numbers(1), numbers(1));
        assert_ne!(numbers(1), numbers(2));
        let id = |seed: u64| Seed(seed).id::<RoundId>(Kind::Round, 3, AT);
        assert_eq!(id(1), id(1));
        assert_ne!(id(1), id(2));
    }

    #[test]
    fn ids_stand_in_the_order_of_time_and_number() {
        let seed = Seed(5);
        let id = |number: u64, at: Moment| seed.id::<ApplicationId>(Kind::Application, number, at);
        let all = [
            id(0, AT),
            id(1, AT),
            id(300, AT),
            id(2, AT.plus_seconds(1)),
            id(1, AT.plus_days(1)),
        ];
        assert!(all.is_sorted());
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert_eq!(all[0].as_str().get(14..15), Some("7"), "a UUIDv7");
    }

    #[test]
    fn no_reference_comes_twice() {
        let all: BTreeSet<String> = (0..20_000).map(|at| Seed(9).reference(at)).collect();
        assert_eq!(all.len(), 20_000);
    }

    #[test]
    fn draws_stay_below_their_bound_and_meet_all_of_it() {
        let mut draws = Seed(1).about(Kind::Round, 0);
        let met: BTreeSet<u64> = (0..500).map(|_| draws.below(7)).collect();
        assert_eq!(met, (0..7).collect());
    }
}
