//! Reference numbers such as `EH-7K3Q-9M2D`: what people quote by telephone.
//! Random, so that they tell nothing; no credential.

use super::token::random_bytes;

/// Letters and digits that nobody mistakes for another one: no 0 and O, no 1, I
/// and L, no U that spells words.
const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP: usize = 4;

/// A new reference. That it is unique the database ensures.
pub fn mint_reference() -> String {
    format!("EH-{}-{}", group(), group())
}

/// How many references there are.
pub const REFERENCES: u64 = 30_u64.pow(2 * GROUP as u32);

/// The reference of a number below [`REFERENCES`], another one for each: for data whose
/// every byte is known beforehand.
pub fn reference_of(number: u64) -> String {
    let mut rest = number;
    let mut letters = [0_u8; 2 * GROUP];
    for letter in letters.iter_mut().rev() {
        *letter = ALPHABET[(rest % 30) as usize];
        rest /= 30;
    }
    let letters = letters.map(char::from);
    let (one, other) = letters.split_at(GROUP);
    format!("EH-{}-{}", String::from_iter(one), String::from_iter(other))
}

fn group() -> String {
    (0..GROUP).map(|_| letter()).collect()
}

/// Each letter equally likely: bytes beyond the last whole multiple are drawn again.
fn letter() -> char {
    loop {
        let [byte] = random_bytes();
        let at = usize::from(byte);
        if at < 240 {
            return char::from(ALPHABET[at % ALPHABET.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_its_own_reference() {
        assert_eq!(reference_of(0), "EH-2222-2222");
        assert_eq!(reference_of(31), "EH-2222-2233");
        assert_eq!(reference_of(REFERENCES - 1), "EH-ZZZZ-ZZZZ");
    }

    #[test]
    fn references_are_well_formed_and_differ() {
        let made: std::collections::BTreeSet<String> = (0..500).map(|_| mint_reference()).collect();
        assert_eq!(made.len(), 500);
        for reference in made {
            let groups: Vec<&str> = reference.split('-').collect();
            assert!(matches!(groups.as_slice(), ["EH", a, b] if a.len() == 4 && b.len() == 4));
            let letters = reference[3..].bytes().filter(|b| *b != b'-');
            assert!(letters.into_iter().all(|b| ALPHABET.contains(&b)));
        }
    }
}
