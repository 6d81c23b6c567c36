//! What different spellings of a name are likely to share, for looking names up: a word
//! that is known in several languages by its number, any other by the places where its
//! consonants are spoken. Two spellings of a name mostly share a key; unlike names may.

use super::kinds::kind;
use super::name::{Name, Word};
use super::sounds::Sound;
use super::words::Part;

/// A single consonant tells nothing.
const LEAST: usize = 2;

impl Name {
    /// The keys of its words, each once.
    pub fn keys(&self) -> Vec<String> {
        let words = self.readings.iter().flat_map(|reading| &reading.words);
        let mut keys: Vec<String> = words.flat_map(|word| of(word)).collect();
        keys.sort();
        keys.dedup();
        keys
    }
}

fn of(word: &Word) -> Vec<String> {
    match word.part {
        Part::Article | Part::Particle | Part::Phrase | Part::Link | Part::Initial => Vec::new(),
        Part::Title | Part::Legal | Part::Kunya | Part::Servant => Vec::new(),
        _ => match word.known {
            Some(number) => vec![format!("w{number}")],
            None => [&word.sounds, &word.other]
                .into_iter()
                .filter_map(|spoken| spoken_at(&spoken.sounds))
                .collect(),
        },
    }
}

/// Where the consonants are spoken, in order; doubled ones count once, and what may be
/// heard in several places is left out.
fn spoken_at(sounds: &[Sound]) -> Option<String> {
    let mut places = String::from("s");
    let mut last = None;
    for sound in sounds {
        let place = kind(*sound);
        if let Ok(Some(place)) = place
            && last != Some(*sound)
        {
            places.extend(char::from_digit(
                u32::try_from(place).unwrap_or_default(),
                10,
            ));
        }
        last = Some(*sound);
    }
    (places.len() > LEAST).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(one: &str, other: &str) -> usize {
        let (one, other) = (Name::new(one, None).keys(), Name::new(other, None).keys());
        one.iter().filter(|key| other.contains(key)).count()
    }

    #[test]
    fn spellings_in_other_scripts_share_keys() {
        assert!(shared("Addameer Association", "الضمير") > 0);
        assert!(shared("B'Tselem", "בצלם") > 0);
        let arabic = "المركز الفلسطيني لحقوق الإنسان";
        assert!(shared("Palestinian Centre for Human Rights", arabic) >= 3);
    }

    #[test]
    fn doubled_letters_count_once() {
        assert_eq!(
            Name::new("Addameer", None).keys(),
            Name::new("Adameer", None).keys()
        );
    }
}
