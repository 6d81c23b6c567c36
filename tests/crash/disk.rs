//! A disk on which a power cut leaves what was synced, and of the rest whatever it had come to:
//! sectors of 512 bytes in any choice, names up to some moment.

use std::collections::{BTreeMap, BTreeSet};

use crate::folder::Content;
use crate::storm::Draw;
use crate::trace::Event;

/// What a disk writes whole or not at all.
const SECTOR: u64 = 512;

/// A change that may or may not be on the disk yet.
enum Change<'a> {
    /// Of the bytes of a file, by its number.
    Bytes(usize, u64, &'a [u8]),
    Length(usize, u64),
    /// A name of a file, or none any more.
    Name(&'a str, Option<usize>),
    /// One name instead of another.
    Renamed(&'a str, &'a str, usize),
    Folder(&'a str),
}

/// What happened so far, as running programs see it.
struct Running<'a> {
    names: BTreeMap<&'a str, usize>,
    lengths: Vec<u64>,
    /// Each with the event that made it, and whether it is on the disk for sure.
    changes: Vec<(usize, Change<'a>, bool)>,
    /// Changes that are not, by file.
    of_files: BTreeMap<usize, Vec<usize>>,
    /// The same by folder.
    of_folders: BTreeMap<&'a str, Vec<usize>>,
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

impl<'a> Running<'a> {
    fn begin(start: &'a Content) -> Self {
        let names = start.files.keys().zip(0..);
        let lengths = start.files.values().map(|bytes| bytes.len() as u64);
        Self {
            names: names
                .map(|(name, number)| (name.as_str(), number))
                .collect(),
            lengths: lengths.collect(),
            changes: Vec::new(),
            of_files: BTreeMap::new(),
            of_folders: BTreeMap::new(),
        }
    }

    fn change_file(&mut self, event: usize, file: usize, change: Change<'a>) {
        let number = self.changes.len();
        self.of_files.entry(file).or_default().push(number);
        self.changes.push((event, change, false));
    }

    fn change_folder(&mut self, event: usize, folder: &'a str, change: Change<'a>) {
        let number = self.changes.len();
        self.of_folders.entry(folder).or_default().push(number);
        self.changes.push((event, change, false));
    }

    /// A new file of this name, where there is none.
    fn made(&mut self, event: usize, path: &'a str) -> usize {
        if let Some(file) = self.names.get(path) {
            return *file;
        }
        let file = self.lengths.len();
        self.lengths.push(0);
        self.names.insert(path, file);
        self.change_folder(event, parent(path), Change::Name(path, Some(file)));
        file
    }

    fn take(&mut self, number: usize, event: &'a Event) {
        match event {
            Event::Made(path) => {
                self.made(number, path);
            }
            Event::Length(path, to) => {
                let file = self.made(number, path);
                self.lengths[file] = *to;
                self.change_file(number, file, Change::Length(file, *to));
            }
            Event::Write(path, at, bytes) => {
                // One that has no name any more comes back to nobody.
                let Some(file) = self.names.get(path.as_str()).copied() else {
                    return;
                };
                let at = at.unwrap_or(self.lengths[file]);
                let end = at + bytes.len() as u64;
                self.lengths[file] = self.lengths[file].max(end);
                self.change_file(number, file, Change::Bytes(file, at, bytes));
            }
            Event::Renamed(from, to) => {
                let Some(file) = self.names.remove(from.as_str()) else {
                    return;
                };
                self.names.insert(to, file);
                self.change_folder(number, parent(to), Change::Renamed(from, to, file));
            }
            Event::Removed(path) => {
                self.names.remove(path.as_str());
                self.change_folder(number, parent(path), Change::Name(path, None));
            }
            Event::Folder(path) => self.change_folder(number, parent(path), Change::Folder(path)),
            Event::Synced(path, before) => self.synced(path, *before),
            Event::Told(_) => {}
        }
    }

    /// What happened to a file or in a folder before an event is on the disk.
    fn synced(&mut self, path: &str, before: usize) {
        let waiting = match self.names.get(path) {
            Some(file) => self.of_files.get_mut(file),
            None => self.of_folders.get_mut(path),
        };
        let (changes, Some(waiting)) = (&mut self.changes, waiting) else {
            return;
        };
        waiting.retain(|change| {
            let (event, _, kept) = &mut changes[*change];
            *kept |= *event < before;
            !*kept
        });
    }
}

/// What is on the disk when the power is cut behind these events.
pub fn cut(start: &Content, events: &[Event], draw: &mut Draw) -> Content {
    let mut running = Running::begin(start);
    for (number, event) in events.iter().enumerate() {
        running.take(number, event);
    }
    let mut left = Left {
        names: start.files.keys().cloned().zip(0..).collect(),
        bytes: start.files.values().cloned().collect(),
        folders: start.folders.clone(),
    };
    left.bytes.resize(running.lengths.len(), Vec::new());
    // From a disk that had done nothing of it to one that had done all.
    let chance = 25 * draw.below(5);
    let loose = running.changes.iter().filter(|(_, change, kept)| {
        !kept && !matches!(change, Change::Bytes(..) | Change::Length(..))
    });
    let mut names = draw.below(loose.count() as u64 + 1);
    for (_, change, kept) in &running.changes {
        match change {
            Change::Bytes(file, at, bytes) => {
                for (at, piece) in sectors(*at, bytes) {
                    if *kept || draw.below(100) < chance {
                        left.write(*file, at, piece);
                    }
                }
            }
            Change::Length(file, to) => {
                if *kept || draw.below(100) < chance {
                    left.bytes[*file].resize(to_index(*to), 0);
                }
            }
            named => {
                if *kept || names > 0 {
                    left.name(named);
                }
                names = names.saturating_sub(u64::from(!kept));
            }
        }
    }
    let Left {
        names,
        bytes,
        folders,
    } = left;
    let files = names.into_iter();
    Content {
        files: files
            .map(|(name, file)| (name, bytes[file].clone()))
            .collect(),
        folders,
    }
}

/// What is on the disk.
struct Left {
    names: BTreeMap<String, usize>,
    bytes: Vec<Vec<u8>>,
    folders: BTreeSet<String>,
}

impl Left {
    fn write(&mut self, file: usize, at: u64, piece: &[u8]) {
        let (all, at) = (&mut self.bytes[file], to_index(at));
        let end = at + piece.len();
        if all.len() < end {
            all.resize(end, 0);
        }
        all[at..end].copy_from_slice(piece);
    }

    fn name(&mut self, change: &Change) {
        match change {
            Change::Name(path, Some(file)) => {
                self.names.insert((*path).to_owned(), *file);
            }
            Change::Name(path, None) => {
                self.names.remove(*path);
            }
            Change::Renamed(from, to, file) => {
                self.names.remove(*from);
                self.names.insert((*to).to_owned(), *file);
            }
            Change::Folder(path) => {
                self.folders.insert((*path).to_owned());
            }
            Change::Bytes(..) | Change::Length(..) => {}
        }
    }
}

fn to_index(offset: u64) -> usize {
    usize::try_from(offset).expect("files fit into memory")
}

/// The parts of a write that lie in one sector each, with their places.
fn sectors(at: u64, bytes: &[u8]) -> Vec<(u64, &[u8])> {
    let (mut parts, mut at, mut rest) = (Vec::new(), at, bytes);
    while !rest.is_empty() {
        let room = to_index(SECTOR - at % SECTOR).min(rest.len());
        let (part, behind) = rest.split_at(room);
        parts.push((at, part));
        at += room as u64;
        rest = behind;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &str, at: u64, bytes: &[u8]) -> Event {
        Event::Write(path.to_owned(), Some(at), bytes.to_vec())
    }

    fn synced(path: &str, before: usize) -> Event {
        Event::Synced(path.to_owned(), before)
    }

    fn start() -> Content {
        let files = [("a".to_owned(), vec![b'0'; 1024])];
        Content {
            files: files.into(),
            folders: BTreeSet::new(),
        }
    }

    /// What is left at many draws.
    fn ends(events: &[Event]) -> Vec<Content> {
        let one = |seed| cut(&start(), events, &mut Draw::new(seed));
        (0..200).map(one).collect()
    }

    #[test]
    fn what_was_synced_is_there_and_the_rest_in_sectors() {
        let events = [
            write("a", 0, &[b'1'; 512]),
            synced("a", 1),
            write("a", 256, &[b'2'; 768]),
            // It was begun before that write was done.
            synced("a", 2),
        ];
        let ends = ends(&events);
        let (mut torn, mut whole) = (false, false);
        for content in &ends {
            let bytes = &content.files["a"];
            assert_eq!(bytes[..256], [b'1'; 256]);
            let second = [bytes[256], bytes[512]];
            torn |= second == [b'1', b'2'] || second == [b'2', b'0'];
            whole |= second == [b'2', b'2'];
            assert!(bytes[256..512].iter().all(|byte| *byte == bytes[256]));
        }
        assert!(torn && whole);
    }

    #[test]
    fn a_name_is_there_once_its_folder_is_synced() {
        let path = str::to_owned;
        let made = [
            Event::Made(path("new")),
            Event::Write(path("new"), None, b"text".to_vec()),
            synced("new", 2),
            Event::Renamed(path("new"), path("b")),
        ];
        let names = |content: &Content| content.files.keys().cloned().collect::<Vec<_>>();
        let some: BTreeSet<Vec<String>> = ends(&made).iter().map(names).collect();
        let kinds = [vec!["a"], vec!["a", "b"], vec!["a", "new"]];
        let kinds = kinds.map(|kind| kind.into_iter().map(path).collect::<Vec<_>>());
        assert_eq!(some, kinds.into_iter().collect());
        let last = [&made[..], &[synced("", 4)]].concat();
        for content in ends(&last) {
            assert_eq!(names(&content), ["a", "b"]);
            assert_eq!(content.files["b"], b"text");
        }
    }
}
