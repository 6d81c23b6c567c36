//! Grants of a CSV file, by the titles of its columns. Many publishers' files come out
//! of Excel in Western Europe and are no UTF-8.

use std::io::Read;

use super::field::{Field, Raw};
use super::{Stop, Wrong};
use crate::domain::Message;
use crate::exchange::table::Table;

/// Hands every row over.
pub fn each<E>(
    input: impl Read,
    take: &mut impl FnMut(Raw) -> Result<(), Stop<E>>,
) -> Result<(), Stop<E>> {
    let mut table = Table::open_western(input).map_err(Stop::Refused)?;
    let columns = Columns::new(table.names()).map_err(Stop::Refused)?;
    while let Some(row) = table.next_row().map_err(Stop::Refused)? {
        let mut raw = Raw::new(row.number, columns.by_path);
        raw.overflows = table.overflows(&row);
        for (field, place) in &columns.places {
            raw.set(*field, &row.text(Some(*place)));
        }
        take(raw)?;
    }
    Ok(())
}

/// Where the fields stand in a table.
pub struct Columns {
    pub places: Vec<(Field, usize)>,
    pub by_path: bool,
}

/// How many columns of the standard these names are.
pub fn shared(names: &[String]) -> usize {
    let count = |named: fn(Field) -> &'static str| {
        let fields = Field::ALL.iter();
        let there = fields.filter(|field| names.contains(&named(**field).to_lowercase()));
        there.count()
    };
    count(Field::title).max(count(Field::path))
}

/// What a file of grants has at least.
const NEEDED: [Field; 2] = [Field::Identifier, Field::Amount];

impl Columns {
    /// Finds them by their titles, or by their places in JSON. Refuses two of a name:
    /// which of them counts is not for a program to say.
    pub fn new(names: &[String]) -> Result<Self, Wrong> {
        let by = |named: fn(Field) -> &'static str| {
            let place = |field: &Field| {
                let name = named(*field).to_lowercase();
                let at = names.iter().position(|one| *one == name)?;
                Some((*field, at))
            };
            Field::ALL.iter().filter_map(place).collect::<Vec<_>>()
        };
        let (titled, pathed) = (by(Field::title), by(Field::path));
        let by_path = pathed.len() > titled.len();
        let places = if by_path { pathed } else { titled };
        for field in NEEDED {
            if places.iter().all(|(one, _)| *one != field) {
                let message = Message::new("error-table-column").with("column", field.title());
                return Err(Wrong::at(1, field.title(), message));
            }
        }
        for (_, at) in &places {
            let name = &names[*at];
            if names.iter().filter(|one| *one == name).count() > 1 {
                let message = Message::new("error-table-twice").with("column", name.as_str());
                return Err(Wrong::at(1, name.clone(), message));
            }
        }
        Ok(Self { places, by_path })
    }
}
