//! JSON lines: one object a row, by column name. An empty cell is `null`, a plain
//! decimal of a column of numbers is a number with the same digits.

use std::io::{self, BufWriter, Write};

use super::{Column, decimals};

/// The file.
pub struct Lines<W: Write> {
    out: BufWriter<W>,
    /// Each name as a JSON text, and whether it is one of numbers.
    columns: Vec<(String, bool)>,
}

impl<W: Write> Lines<W> {
    /// Begins a file; it has no heading.
    pub fn begin(out: W, columns: &[Column]) -> io::Result<Self> {
        let name = |column: &Column| Ok((serde_json::to_string(&column.name)?, column.number));
        Ok(Self {
            out: BufWriter::new(out),
            columns: columns.iter().map(name).collect::<io::Result<_>>()?,
        })
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[String]) -> io::Result<()> {
        let out = &mut self.out;
        let mut before = b'{';
        for ((name, number), cell) in self.columns.iter().zip(cells) {
            out.write_all(&[before])?;
            before = b',';
            write!(out, "{name}:")?;
            if cell.is_empty() {
                out.write_all(b"null")?;
            } else if *number && decimals(cell).is_some() {
                out.write_all(cell.as_bytes())?;
            } else {
                serde_json::to_writer(&mut *out, cell)?;
            }
        }
        out.write_all(b"}\n")
    }

    /// Hands out what is still in the buffer.
    pub fn end(mut self) -> io::Result<()> {
        self.out.flush()
    }
}
