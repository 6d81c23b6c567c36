//! Posted fields by name, as typed.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::numerals::one_line;

/// The fields of a posted form: `code`, `code.currency`, `code.N.column`. A
/// refused form is shown again from these, so that nothing typed is lost.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Posted(BTreeMap<String, Vec<String>>);

impl FromIterator<(String, String)> for Posted {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut posted = Self::default();
        for (name, value) in pairs {
            posted.0.entry(name).or_default().push(value);
        }
        posted
    }
}

impl Posted {
    /// The first value of a field; empty when it was not posted.
    pub fn first(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// Every value of a field, in the order posted.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a field has a value that a person would see.
    pub fn is_filled(&self, name: &str) -> bool {
        self.all(name)
            .iter()
            .any(|value| !one_line(value).is_empty())
    }

    /// The numbers N for which some `code.N.…` was posted, ascending; rows left
    /// empty included.
    pub fn row_numbers(&self, code: &str) -> Vec<u32> {
        let prefix = format!("{code}.");
        let numbers: BTreeSet<u32> = self
            .0
            .range(prefix.clone()..)
            .map_while(|(name, _)| name.strip_prefix(&prefix))
            .filter_map(|rest| rest.split_once('.'))
            .filter_map(|(number, _)| row_number(number))
            .collect();
        numbers.into_iter().collect()
    }
}

/// A number as our pages write it; `+1` or `01` would name another field.
fn row_number(text: &str) -> Option<u32> {
    text.parse()
        .ok()
        .filter(|number: &u32| number.to_string() == text)
}
