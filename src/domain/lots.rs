//! Drawing lots among applications that cannot be told apart: an order that nobody can
//! foresee or choose, and that everybody can draw again.
//!
//! Before the draw a seed of 32 random bytes is made and its SHA-256 is published, the
//! commitment. The draw reveals the seed. The lot of an application is the SHA-256 of
//! the seed's bytes followed by its reference in UTF-8; the lots in rising order are the
//! order of the draw. Whoever has the seed and the references finds the same order, and
//! that the SHA-256 of the seed is the commitment shows that the seed was not chosen
//! afterwards. The references that take part are kept with the commitment: adding or
//! leaving out one afterwards would show.

use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use sha2::{Digest, Sha256};

/// A seed, secret until the draw.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl Seed {
    /// Of random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Of 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// As 64 hexadecimal digits, in small letters.
    pub fn hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }

    /// Its SHA-256, as 64 hexadecimal digits: what is published beforehand.
    pub fn commitment(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(self.0))
    }

    /// The lot of a reference, as 64 hexadecimal digits.
    pub fn lot(&self, reference: &str) -> String {
        let mut digest = Sha256::new();
        digest.update(self.0);
        digest.update(reference.as_bytes());
        HEXLOWER.encode(&digest.finalize())
    }
}

/// References in the order of their lots, each once, with its lot. The order in which
/// they come has no influence.
pub fn draw(seed: &Seed, references: &[String]) -> Vec<(String, String)> {
    let lot = |reference: &String| (seed.lot(reference), reference.clone());
    let mut lots: Vec<(String, String)> = references.iter().map(lot).collect();
    lots.sort();
    lots.dedup();
    let turned = lots.into_iter().map(|(lot, reference)| (reference, lot));
    turned.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ZEROS: [u8; 32] = [0; 32];

    #[test]
    fn the_commitment_is_the_sha_256_of_the_bytes() {
        // sha256sum of 32 zero bytes.
        let known = "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925";
        assert_eq!(Seed::new(ZEROS).commitment(), known);
        assert_eq!(Seed::new(ZEROS).hex(), "0".repeat(64));
        assert_eq!(format!("{:?}", Seed::new(ZEROS)), "Seed(…)");
    }

    #[test]
    fn what_is_no_seed_is_refused() {
        for wrong in ["", "00", &"g".repeat(64), &"0".repeat(63), &"٠".repeat(32)] {
            assert_eq!(Seed::parse(wrong), None, "{wrong}");
        }
        let upper = "AB".repeat(32);
        assert_eq!(Seed::parse(&upper).unwrap().hex(), "ab".repeat(32));
    }

    #[test]
    fn everybody_comes_first_about_as_often() {
        let names: Vec<String> = ["A", "B", "C", "D"].map(str::to_owned).to_vec();
        let mut first = [0; 4];
        for n in 0..4_000_u32 {
            let mut bytes = ZEROS;
            bytes[..4].copy_from_slice(&n.to_le_bytes());
            let winner = &draw(&Seed::new(bytes), &names)[0].0;
            first[names.iter().position(|one| one == winner).unwrap()] += 1;
        }
        assert!(first.iter().all(|n| (880..1_120).contains(n)), "{first:?}");
    }

    proptest! {
        #[test]
        fn the_same_draw_comes_out_whatever_the_order(
            bytes in any::<[u8; 32]>(),
            (one, other) in prop::collection::btree_set("[A-Z0-9]{4}", 0..20).prop_flat_map(|set| {
                let all: Vec<String> = set.into_iter().collect();
                (Just(all.clone()), Just(all).prop_shuffle())
            }),
        ) {
            let seed = Seed::new(bytes);
            let drawn = draw(&seed, &one);
            prop_assert_eq!(&drawn, &draw(&Seed::parse(&seed.hex()).unwrap(), &other));
            prop_assert_eq!(drawn.len(), one.len());
            prop_assert!(drawn.windows(2).all(|pair| pair[0].1 < pair[1].1));
        }
    }
}
