//! An entry of a watch list as it is kept and compared.

use crate::domain::names::Kind;

/// A name of an entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListedName {
    pub text: String,
    /// Whether the list itself calls it a weak alias.
    pub weak: bool,
}

impl ListedName {
    /// A name that the list stands by.
    pub fn strong(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            weak: false,
        }
    }
}

/// Who or what is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number on the list.
    pub number: String,
    pub kind: Kind,
    /// The name that it is listed under first, then all others.
    pub names: Vec<ListedName>,
    /// Dates or years of birth, as the list writes them.
    pub born: Vec<String>,
    pub countries: Vec<String>,
    pub programmes: Vec<String>,
}

impl Record {
    /// Everything that the list says of it, in one order however the list has it: two
    /// records are the same if these are.
    pub fn text(&self) -> String {
        let mut names: Vec<String> = self
            .names
            .iter()
            .map(|name| format!("{}{}", name.text, if name.weak { "?" } else { "" }))
            .collect();
        names.sort();
        let sorted = |list: &[String]| {
            let mut list = list.to_vec();
            list.sort();
            list.join("\u{1F}")
        };
        let kind = match self.kind {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Other => "other",
        };
        let parts = [
            self.number.clone(),
            kind.to_owned(),
            names.join("\u{1F}"),
            sorted(&self.born),
            sorted(&self.countries),
            sorted(&self.programmes),
        ];
        parts.join("\u{1E}")
    }
}
