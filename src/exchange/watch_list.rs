//! Watch lists as their publishers give them: OFAC's CSV files, the UN's XML, the simple
//! CSV of OpenSanctions, the EU's CSV. Each is told by its content and read as it comes;
//! what is wrong in a row costs that row and is told, what is wrong with the file refuses
//! it. Knows nothing of matching.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use crate::domain::Message;
use crate::domain::moment::Day;
use crate::domain::names::Kind;

mod entry;
mod eu;
mod ofac;
mod rows;
mod simple;
mod un;
mod version;

#[cfg(test)]
mod tests;

pub use entry::{Entry, ListedName};
pub use version::{FileOfVersion, ReadVersion, VersionRefusal, digest_of_version, read_version};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `sdn.csv`, `cons_prim.csv`: twelve columns, no names of columns.
    OfacNames,
    /// `alt.csv`, `cons_alt.csv`: five columns.
    OfacAliases,
    /// `add.csv`, `cons_add.csv`: six columns.
    OfacAddresses,
    /// `CONSOLIDATED_LIST` of the UN.
    Un,
    /// `targets.simple.csv` of OpenSanctions.
    Simple,
    /// The EU's consolidated list with semicolons.
    Eu,
}

impl Format {
    /// What the list is called.
    pub fn list(self) -> &'static str {
        match self {
            Self::OfacNames | Self::OfacAliases | Self::OfacAddresses => "OFAC",
            Self::Un => "UN",
            Self::Simple => "OpenSanctions",
            Self::Eu => "EU",
        }
    }

    /// Tells a file by its first bytes.
    fn of(begin: &str) -> Option<Self> {
        let begin = begin.trim_start_matches('\u{FEFF}').trim_start();
        if begin.starts_with('<') {
            return begin.contains("CONSOLIDATED_LIST").then_some(Self::Un);
        }
        let first = begin.lines().next().unwrap_or_default();
        let has = |names: &[&str]| names.iter().all(|name| first.contains(name));
        if has(&["Entity_LogicalId", "NameAlias_WholeName"]) {
            return Some(Self::Eu);
        }
        if has(&["schema", "aliases"]) {
            return Some(Self::Simple);
        }
        ofac::format(first)
    }
}

/// A row that was passed over, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Line on which it begins.
    pub row: u64,
    pub reason: Message,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Line, if it is about one.
    pub row: Option<u64>,
    pub reason: Message,
}

impl Refusal {
    fn new(key: &'static str) -> Self {
        Self {
            row: None,
            reason: Message::new(key),
        }
    }
}

/// Something that a file says about an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Entry(Entry),
    /// A further name of the entry with this id.
    Name(String, ListedName),
    /// A country of the entry with this id.
    Country(String, String),
    /// A day on which the list was made, or an entry of it was last looked at.
    Dated(Day),
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    pub format: Format,
    /// Rows or elements that said something.
    pub said: u64,
    pub bad: Vec<BadRow>,
    /// The list's own day, where the file tells.
    pub dated: Option<Day>,
}

/// Entries gathered from any number of files, which may complete each other.
#[derive(Debug, Default)]
pub struct WatchLists {
    entries: Vec<Entry>,
    by_id: HashMap<(&'static str, String), usize>,
    /// Said before the entry that it belongs to.
    waiting: Vec<(&'static str, Said)>,
}

/// Most rows of a file that can't be read: beyond, it is no list in this format, however
/// long it may be.
const MOST_BAD: usize = 10_000;
/// Most entries, names and countries that a file may say. The longest lists say a few
/// hundred thousand.
const MOST_SAID: usize = 2_000_000;

/// Why a file is not read on: a message with its bound.
type Enough = Rc<Cell<Option<(&'static str, usize)>>>;

/// Ends the reading where there was enough, whatever reads.
struct Gate<R> {
    input: R,
    enough: Enough,
}

impl<R: Read> Read for Gate<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.enough.get() {
            Some(_) => Err(io::Error::other("there was enough")),
            None => self.input.read(out),
        }
    }
}

/// How much of a file is looked at to tell what it is.
const BEGIN: u64 = 16 * 1024;

impl WatchLists {
    /// Reads a file.
    ///
    /// # Errors
    /// When it is no list that is known, or broken as a whole. Then nothing of it is kept.
    pub fn read(&mut self, mut input: impl BufRead) -> Result<FileRead, Refusal> {
        let mut begin = Vec::new();
        let taken = input.by_ref().take(BEGIN).read_to_end(&mut begin);
        taken.map_err(|_| Refusal::new("watch-unreadable"))?;
        if begin.iter().all(u8::is_ascii_whitespace) {
            return Err(Refusal::new("watch-empty"));
        }
        let text = String::from_utf8_lossy(&begin).into_owned();
        let format = Format::of(&text).ok_or_else(|| Refusal::new("watch-unknown"))?;
        let enough = Enough::default();
        let input = Gate {
            input: begin.as_slice().chain(input),
            enough: Rc::clone(&enough),
        };
        let (mut said, mut bad) = (Vec::new(), Vec::new());
        let mut dated: Option<Day> = None;
        let mut hear = |one: Result<Said, BadRow>| match one {
            Ok(Said::Dated(day)) => dated = dated.max(Some(day)),
            Ok(_) if said.len() == MOST_SAID => enough.set(Some(("watch-too-long", MOST_SAID))),
            Ok(one) => said.push(one),
            Err(_) if bad.len() == MOST_BAD => enough.set(Some(("watch-many-bad", MOST_BAD))),
            Err(row) => bad.push(row),
        };
        let read = match format {
            Format::OfacNames | Format::OfacAliases | Format::OfacAddresses => {
                ofac::read(format, input, &mut hear)
            }
            Format::Un => un::read(input, &mut hear),
            Format::Simple => simple::read(input, &mut hear),
            Format::Eu => eu::read(input, &mut hear),
        };
        if let Some((key, most)) = enough.get() {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            let reason = Message::new(key).with("most", most);
            return Err(Refusal { row: None, reason });
        }
        read?;
        let count = said.len() as u64;
        said.into_iter()
            .for_each(|one| self.take(format.list(), one));
        Ok(FileRead {
            format,
            said: count,
            bad,
            dated,
        })
    }

    /// All entries, and how many names and countries belong to none.
    pub fn finish(mut self) -> (Vec<Entry>, usize) {
        let waiting = std::mem::take(&mut self.waiting);
        waiting
            .into_iter()
            .for_each(|(list, one)| self.take(list, one));
        (self.entries, self.waiting.len())
    }

    fn take(&mut self, list: &'static str, said: Said) {
        let id = match &said {
            Said::Entry(entry) => entry.id.clone(),
            Said::Name(id, _) | Said::Country(id, _) => id.clone(),
            Said::Dated(_) => return,
        };
        let known = self.by_id.get(&(list, id.clone())).copied();
        let entry = known.and_then(|at| self.entries.get_mut(at));
        match (entry, said) {
            (Some(known), Said::Entry(entry)) => known.join(entry),
            (Some(known), Said::Name(_, name)) => known.add_name(name),
            (Some(known), Said::Country(_, country)) => known.add_country(country),
            (_, Said::Dated(_)) => {}
            (None, Said::Entry(entry)) => {
                self.by_id.insert((list, id), self.entries.len());
                self.entries.push(entry);
            }
            (None, said) => self.waiting.push((list, said)),
        }
    }
}
