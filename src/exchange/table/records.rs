//! Records of a CSV file, one after the other and never all at once, each with
//! the line on which it begins. UTF-8, or UTF-16 with its byte order mark as
//! Excel's "Unicode text"; where that is allowed, a cell that is neither in the letters of
//! Western Europe. Knows no columns.

use std::io::{self, BufRead, BufReader, Read};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use encoding_rs::{UTF_16BE, UTF_16LE};

use super::encoding::{Utf16, western};

/// What is looked at to tell encoding and separator.
const LOOKED_AT: usize = 64 * 1024;
/// Largest record; a quotation mark that is never closed would swallow the rest.
const MOST_BYTES: usize = 1 << 20;

/// Why a record can't be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// What it holds, on this line or in the record that begins there, is no text.
    Encoding(usize),
    /// The record on this line.
    Row(usize),
}

/// Why the record on a line can't be had.
fn lost(line: usize) -> impl Fn(io::Error) -> Unread + Copy {
    move |problem| match problem.kind() {
        io::ErrorKind::InvalidData => Unread::Encoding(line),
        _ => Unread::Row(line),
    }
}

/// A record: the line on which it begins, from 1, and its cells.
pub type Record = (usize, Vec<String>);

/// The records of a file that are still to come.
pub struct Records<'a> {
    input: Box<dyn BufRead + 'a>,
    core: Reader,
    line: usize,
    /// Whether cells may be in the letters of Western Europe.
    western: bool,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Records<'a> {
    /// Begins to read; finds out encoding and separator.
    pub fn open(input: impl Read + 'a, western: bool) -> Result<Self, Unread> {
        let mut input = decoded(BufReader::with_capacity(LOOKED_AT, input))?;
        let (separator, noted, line) = {
            let begin = input.fill_buf().map_err(lost(1))?;
            // Excel's own note of the separator, which it does not show as a row.
            match begin.get(..4).map(<[u8]>::to_ascii_lowercase).as_deref() {
                Some(b"sep=") => {
                    let length = begin.iter().position(|byte| *byte == b'\n');
                    let length = length.map_or(begin.len(), |at| at + 1);
                    (begin.get(4).copied().unwrap_or(b','), length, 2)
                }
                _ => (most_used(begin), 0, 1),
            }
        };
        input.consume(noted);
        Ok(Self {
            input,
            core: ReaderBuilder::new().delimiter(separator).build(),
            line,
            western,
            bytes: vec![0; 1024],
            ends: vec![0; 32],
        })
    }

    /// The next record that is not an empty line.
    pub fn next(&mut self) -> Result<Option<Record>, Unread> {
        self.skip_empty_lines().map_err(lost(self.line))?;
        let (begin, mut filled, mut cells) = (self.line, 0, 0);
        loop {
            let input = self.input.fill_buf().map_err(lost(begin))?;
            let (bytes, ends) = (&mut self.bytes[filled..], &mut self.ends[cells..]);
            let (result, read, written, ended) = self.core.read_record(input, bytes, ends);
            self.line += newlines(&input[..read]);
            self.input.consume(read);
            (filled, cells) = (filled + written, cells + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if filled >= MOST_BYTES => {
                    return Err(Unread::Row(begin));
                }
                ReadRecordResult::OutputFull => self.bytes.resize(filled * 2, 0),
                ReadRecordResult::OutputEndsFull if cells >= MOST_BYTES => {
                    return Err(Unread::Row(begin));
                }
                ReadRecordResult::OutputEndsFull => self.ends.resize(cells * 2, 0),
                ReadRecordResult::Record => return self.cells(begin, cells).map(Some),
                ReadRecordResult::End => return Ok(None),
            }
        }
    }

    fn cells(&self, begin: usize, cells: usize) -> Result<Record, Unread> {
        let ends = &self.ends[..cells];
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let cell = |(from, to): (usize, &usize)| {
            let bytes = &self.bytes[from..*to];
            if let Ok(text) = std::str::from_utf8(bytes) {
                return Ok(text.to_owned());
            }
            let western = self.western.then(|| western(bytes)).flatten();
            western.ok_or(Unread::Encoding(begin))
        };
        let cells = starts.zip(ends).map(cell).collect::<Result<_, _>>()?;
        Ok((begin, cells))
    }

    /// The reader beneath would pass over them without counting.
    fn skip_empty_lines(&mut self) -> io::Result<()> {
        loop {
            let input = self.input.fill_buf()?;
            let empty = input
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
            let all = empty > 0 && empty == input.len();
            self.line += newlines(&input[..empty]);
            self.input.consume(empty);
            if !all {
                return Ok(());
            }
        }
    }
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// The input as UTF-8 without its byte order mark.
fn decoded<'a>(mut input: impl BufRead + 'a) -> Result<Box<dyn BufRead + 'a>, Unread> {
    let encoding = match input.fill_buf().map_err(lost(1))? {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        [0xEF, 0xBB, 0xBF, ..] => {
            input.consume(3);
            return Ok(Box::new(input));
        }
        _ => return Ok(Box::new(input)),
    };
    input.consume(2);
    Ok(Box::new(Utf16::new(input, encoding)))
}

/// The mark that the first line with something in it uses most; of equals the
/// comma, which is the rule.
fn most_used(begin: &[u8]) -> u8 {
    let mut lines = begin.split(|byte| matches!(byte, b'\r' | b'\n'));
    let first = lines
        .find(|line| !line.trim_ascii().is_empty())
        .unwrap_or_default();
    let count = |mark: &u8| first.iter().filter(|byte| *byte == mark).count();
    let marks = [b'\t', b';', b','];
    marks.into_iter().max_by_key(count).unwrap_or(b',')
}
