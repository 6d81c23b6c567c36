//! Countries and territories by their ISO 3166-1 codes, with the names that people
//! know them by (Unicode CLDR; Palestine as its organisations call it).

use super::{Language, Message};
use crate::domain::numerals::one_line;

/// Code, English, Arabic and Hebrew name, separated by tabs.
const NAMES: &str = include_str!("countries.tsv");

/// A country or territory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Every country, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        rows().filter_map(|row| Self::of(row[0]))
    }

    /// Reads a code, or a name in any of the three languages.
    pub fn parse(text: &str) -> Result<Self, Message> {
        let typed = one_line(text).to_lowercase();
        let found = rows().find(|row| row.iter().any(|name| name.to_lowercase() == typed));
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
        let mut rows = rows();
        rows.find(|row| row[0] == self.code())
            .map_or("", |row| row[column])
    }
}

fn rows() -> impl Iterator<Item = [&'static str; 4]> {
    NAMES.lines().filter_map(|line| {
        let mut names = line.split('\t');
        Some([names.next()?, names.next()?, names.next()?, names.next()?])
    })
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
