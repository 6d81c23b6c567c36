//! One entry of a watch list, as far as names are compared with it.

use crate::domain::list_screening::Record;
use crate::domain::names::Kind;

pub use crate::domain::list_screening::ListedName;

/// Who or what is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The list that it stands on.
    pub list: &'static str,
    /// Its number there.
    pub id: String,
    pub kind: Kind,
    /// The name that it is listed under first, then all others.
    pub names: Vec<ListedName>,
    /// Dates or years of birth, as the list writes them.
    pub born: Vec<String>,
    pub countries: Vec<String>,
    pub programmes: Vec<String>,
}

impl Entry {
    /// An entry with nothing but a name.
    pub(super) fn new(list: &'static str, id: String, kind: Kind, name: ListedName) -> Self {
        let (names, born, countries) = (vec![name], Vec::new(), Vec::new());
        Self {
            list,
            id,
            kind,
            names,
            born,
            countries,
            programmes: Vec::new(),
        }
    }

    pub(super) fn add_name(&mut self, name: ListedName) {
        if self.names.iter().all(|known| known.text != name.text) {
            self.names.push(name);
        }
    }

    pub(super) fn add_country(&mut self, country: String) {
        add(&mut self.countries, country);
    }

    /// Takes over what another row says of the same entry.
    pub(super) fn join(&mut self, other: Self) {
        other.names.into_iter().for_each(|name| self.add_name(name));
        other
            .born
            .into_iter()
            .for_each(|one| add(&mut self.born, one));
        other
            .countries
            .into_iter()
            .for_each(|one| add(&mut self.countries, one));
        other
            .programmes
            .into_iter()
            .for_each(|one| add(&mut self.programmes, one));
    }
}

impl From<Entry> for Record {
    fn from(entry: Entry) -> Self {
        Self {
            number: entry.id,
            kind: entry.kind,
            names: entry.names,
            born: entry.born,
            countries: entry.countries,
            programmes: entry.programmes,
        }
    }
}

/// Adds what is not there yet.
pub(super) fn add(list: &mut Vec<String>, one: String) {
    if !one.is_empty() && !list.contains(&one) {
        list.push(one);
    }
}
