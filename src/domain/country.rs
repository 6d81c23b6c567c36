//! Countries and territories by their ISO 3166-1 codes, with the names that people
//! know them by (Unicode CLDR; Palestine as its organisations call it).

use std::sync::LazyLock;

use super::{Language, Message};
use crate::domain::numerals::one_line;

/// Code, English, Arabic and Hebrew name, separated by tabs; by code.
const NAMES: &str = include_str!("countries.tsv");

static ROWS: LazyLock<Vec<[&'static str; 4]>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut names = line.split('\t');
        Some([names.next()?, names.next()?, names.next()?, names.next()?])
    };
    NAMES.lines().filter_map(row).collect()
});

/// The row of a code as it is written there.
fn row(code: &str) -> Option<&'static [&'static str; 4]> {
    let found = ROWS.binary_search_by(|row| row[0].cmp(code)).ok();
    found.and_then(|at| ROWS.get(at))
}

/// A country or territory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Every country, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().filter_map(|row| Self::of(row[0]))
    }

    /// Reads a code, or a name in any of the three languages.
    pub fn parse(text: &str) -> Result<Self, Message> {
        // What is stored is a code: many are read for a page.
        let found = row(text).or_else(|| {
            let typed = one_line(text).to_lowercase();
            let is_it = |name: &&str| name.to_lowercase() == typed;
            ROWS.iter().find(|row| row.iter().any(is_it))
        });
        found
            .and_then(|row| Self::of(row[0]))
            .ok_or_else(|| Message::new("error-country"))
    }

    fn of(code: &str) -> Option<Self> {
        code.as_bytes().try_into().ok().map(Self)
    }

    /// The two letters of ISO 3166-1.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// What it is called in a language.
    pub fn name(&self, language: Language) -> &'static str {
        let column = match language {
            Language::English => 1,
            Language::Arabic => 2,
            Language::Hebrew => 3,
        };
        row(self.code()).map_or("", |row| row[column])
    }
}

impl std::fmt::Debug for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_read_by_code_and_by_every_name() {
        for text in ["PS", "ps", " Palestine ", "فلسطين", "פלסטין"] {
            assert_eq!(Country::parse(text).unwrap().code(), "PS", "{text}");
        }
        assert!(Country::parse("Atlantis").is_err());
        assert!(Country::parse("").is_err());
    }

    #[test]
    fn every_name_leads_to_its_country_alone() {
        let mut count = 0;
        for country in Country::all() {
            count += 1;
            for language in Language::ALL {
                let name = country.name(language);
                assert_eq!(Country::parse(name), Ok(country), "{name}");
            }
        }
        assert_eq!(count, 250);
    }
}
