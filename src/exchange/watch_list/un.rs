//! The UN's consolidated list in XML, element by element. Document types and entities
//! other than the five of XML are refused, and so is a file that breaks off.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::entry::add;
use super::{BadRow, Entry, Kind, ListedName, Refusal, Said};
use crate::domain::Message;
use crate::domain::moment::Day;
use crate::domain::numerals::one_line;

const LIST: &str = "UN";
/// Deeper than any list; a file that goes on is no list.
const DEEPEST: usize = 32;
/// Most bytes of text of one element.
const MOST_TEXT: usize = 64 * 1024;
/// Most bytes of a tag or a comment, all of which is held until it ends.
const MOST_HELD: usize = 1024 * 1024;

/// What was heard of an entry so far: texts by the path of their elements.
#[derive(Default)]
struct Heard {
    kind: Option<Kind>,
    texts: HashMap<String, Vec<String>>,
    /// Aliases with their quality, in order.
    aliases: Vec<(String, String)>,
}

/// Where the reading stands.
#[derive(Default)]
struct Walk {
    path: Vec<String>,
    text: String,
    heard: Heard,
    alias: (String, String),
    begun: u64,
}

/// Reads a file.
pub fn read(input: impl Read, hear: &mut dyn FnMut(Result<Said, BadRow>)) -> Result<(), Refusal> {
    let mut lines = Lines {
        input: BufReader::new(input),
        line: 1,
        since: 0,
    };
    let mut reader = Reader::from_reader(&mut lines);
    let (mut walk, mut buffer, mut ended) = (Walk::default(), Vec::new(), false);
    loop {
        reader.get_mut().since = 0;
        let event = reader.read_event_into(&mut buffer);
        let line = reader.get_ref().line;
        let refused = |key| Refusal {
            row: Some(line),
            reason: Message::new(key),
        };
        // What is never closed was cut off.
        let event = event.map_err(|problem| match problem {
            quick_xml::Error::Syntax(_) => refused("watch-xml-cut"),
            _ => refused("watch-xml-broken"),
        })?;
        match event {
            Event::Eof if ended => return Ok(()),
            Event::Eof => return Err(refused("watch-xml-cut")),
            Event::DocType(_) => return Err(refused("watch-xml-entity")),
            Event::GeneralRef(reference) => {
                let known = reference
                    .resolve_char_ref()
                    .map_err(|_| refused("watch-xml-broken"))?;
                let known = known.or_else(|| named(&reference));
                walk.text
                    .push(known.ok_or_else(|| refused("watch-xml-entity"))?);
            }
            Event::Start(element) => {
                if let Some(day) = made_on(&element).filter(|_| walk.path.is_empty()) {
                    hear(Ok(Said::Dated(day)));
                }
                walk.begin(element.name().0, line);
                if walk.path.len() > DEEPEST {
                    return Err(refused("watch-xml-broken"));
                }
            }
            Event::End(_) => {
                walk.end(hear);
                ended |= walk.path.is_empty();
            }
            Event::Text(text) => walk.text.push_str(&text.xml10_content()),
            Event::CData(text) => walk.text.push_str(&text.xml10_content()),
            _ => {}
        }
        if walk.text.len() > MOST_TEXT {
            return Err(refused("watch-xml-broken"));
        }
        buffer.clear();
    }
}

/// The day in `dateGenerated` of the list.
fn made_on(element: &BytesStart) -> Option<Day> {
    let attribute = element.try_get_attribute("dateGenerated").ok()??;
    Day::parse(attribute.value.get(..10)?).ok()
}

/// The five entities of XML itself.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

impl Walk {
    fn begin(&mut self, name: &str, line: u64) {
        self.path.push(name.to_owned());
        self.text.clear();
        match name {
            "INDIVIDUAL" | "ENTITY" => {
                let person = name == "INDIVIDUAL";
                let kind = if person {
                    Kind::Person
                } else {
                    Kind::Organisation
                };
                self.heard = Heard {
                    kind: Some(kind),
                    ..Heard::default()
                };
                self.begun = line;
            }
            "INDIVIDUAL_ALIAS" | "ENTITY_ALIAS" => self.alias = Default::default(),
            _ => {}
        }
    }

    fn end(&mut self, hear: &mut dyn FnMut(Result<Said, BadRow>)) {
        let Some(name) = self.path.pop() else { return };
        let text = one_line(&std::mem::take(&mut self.text));
        match name.as_str() {
            "INDIVIDUAL" | "ENTITY" => {
                let heard = std::mem::take(&mut self.heard);
                hear(heard.entry(self.begun));
            }
            "INDIVIDUAL_ALIAS" | "ENTITY_ALIAS" => {
                self.heard.aliases.push(std::mem::take(&mut self.alias));
            }
            "QUALITY" => self.alias.0 = text,
            "ALIAS_NAME" => self.alias.1 = text,
            _ if text.is_empty() => {}
            _ => {
                let parent = self.path.last().map_or("", String::as_str);
                let key = match name.as_str() {
                    // "VALUE" and the like say nothing without what is around them.
                    "VALUE" | "COUNTRY" | "DATE" | "YEAR" | "FROM_YEAR" => {
                        format!("{parent}/{name}")
                    }
                    _ => name,
                };
                self.heard.texts.entry(key).or_default().push(text);
            }
        }
    }
}

impl Heard {
    fn all(&self, key: &str) -> impl Iterator<Item = &String> {
        self.texts.get(key).into_iter().flatten()
    }

    fn first(&self, key: &str) -> Option<&String> {
        self.all(key).next()
    }

    fn entry(self, line: u64) -> Result<Said, BadRow> {
        let bad = |key| BadRow {
            row: line,
            reason: Message::new(key),
        };
        let id = self
            .first("REFERENCE_NUMBER")
            .or_else(|| self.first("DATAID"));
        let id = id.cloned().ok_or_else(|| bad("watch-no-id"))?;
        let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];
        let parts: Vec<&str> = parts
            .iter()
            .filter_map(|key| self.first(key))
            .map(|one| one.as_str())
            .collect();
        if parts.is_empty() {
            return Err(bad("watch-no-name"));
        }
        let kind = self.kind.unwrap_or(Kind::Other);
        let mut entry = Entry::new(LIST, id, kind, ListedName::strong(parts.join(" ")));
        for name in self.all("NAME_ORIGINAL_SCRIPT") {
            entry.add_name(ListedName::strong(name));
        }
        for (quality, name) in &self.aliases {
            if !name.is_empty() {
                let weak = quality.eq_ignore_ascii_case("low");
                entry.add_name(ListedName {
                    text: name.clone(),
                    weak,
                });
            }
        }
        for key in ["DATE", "YEAR", "FROM_YEAR"] {
            let key = format!("INDIVIDUAL_DATE_OF_BIRTH/{key}");
            self.all(&key)
                .for_each(|one| add(&mut entry.born, one.clone()));
        }
        for key in [
            "NATIONALITY/VALUE",
            "INDIVIDUAL_ADDRESS/COUNTRY",
            "ENTITY_ADDRESS/COUNTRY",
        ] {
            self.all(key)
                .for_each(|one| add(&mut entry.countries, one.clone()));
        }
        self.all("UN_LIST_TYPE")
            .for_each(|one| add(&mut entry.programmes, one.clone()));
        Ok(Said::Entry(entry))
    }
}

/// Counts the lines that were read.
struct Lines<R> {
    input: R,
    line: u64,
    /// Bytes read since the last tag or text ended.
    since: usize,
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let waiting = self.fill_buf()?;
        let length = waiting.len().min(out.len());
        out[..length].copy_from_slice(&waiting[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Lines<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.since > MOST_HELD {
            return Err(std::io::Error::other("a tag without an end"));
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if let Ok(bytes) = self.input.fill_buf() {
            let seen = bytes.get(..amount).unwrap_or_default();
            self.line += seen.iter().filter(|byte| **byte == b'\n').count() as u64;
        }
        self.since += amount;
        self.input.consume(amount);
    }
}
