//! Opening what of a copy lies sealed.

use serde_json::Value;

use super::Section;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::envelope::Ring;
use crate::store::sealed_answers::{self, Keys};
use crate::store::sealed_columns::{Cells, Columns};
use crate::store::sealed_words::{self, REQUESTS};
use crate::store::vault::{Place, VaultError};
use crate::store::{outbox, sealed_files, sealed_texts};

/// What a sealed value holds.
#[derive(Debug, Clone, Copy)]
enum Shape {
    Answers,
    Text,
    /// Of a file, with its key.
    Name,
}

/// How rows of a table are opened.
pub(super) struct Hidden {
    /// The columns that tell the place.
    ids: [&'static str; 2],
    /// The column that is empty instead.
    column: &'static str,
    shape: Shape,
}

/// How rows of a table are opened, if anything of them is sealed.
pub(super) fn hidden(table: &str) -> Option<Hidden> {
    let (ids, column, shape) = match table {
        "organisation_sections" => (["organisation_id", "section"], "answers", Shape::Answers),
        "application_sections" => (["application_id", "section"], "answers", Shape::Answers),
        "submissions" => (["application_id", "version"], "answers", Shape::Answers),
        "messages" => (["application_id", "id"], "body", Shape::Text),
        "attachments" => (["application_id", "id"], "name", Shape::Name),
        _ => return None,
    };
    Some(Hidden { ids, column, shape })
}

impl Hidden {
    /// The columns that are read behind those of a section.
    pub(super) fn columns(&self) -> [&'static str; 3] {
        let [first, second] = self.ids;
        [first, second, "sealed"]
    }

    /// Opens rows that end with these columns, and leaves these out. Where a key is gone,
    /// what stands beside it stays.
    pub(super) fn open(
        &self,
        reader: &mut Reader,
        section: &Section,
        rows: &mut [Vec<Value>],
    ) -> Result<(), StoreError> {
        let ring = Ring::of(reader, rows.iter().filter_map(|row| row.last()?.as_str()))?;
        let keys = (reader.vault(), &ring);
        let width = section.columns.len();
        let mut columns = section.columns.iter();
        let column = columns.position(|one| *one == self.column).unwrap_or(width);
        for row in rows {
            let place = row.split_off(width);
            let value = row.get_mut(column);
            if let (Some(value), [first, second, Value::String(sealed)]) = (value, &place[..]) {
                let (first, second) = (text(first), text(second));
                let place = Place {
                    table: section.table,
                    ids: &[first.as_str(), second.as_str()],
                };
                let opened = self.opened((sealed.as_str(), text(value)), keys, &place)?;
                *value = Value::String(opened);
            }
        }
        Ok(())
    }

    fn opened(
        &self,
        (sealed, clear): (&str, String),
        keys: Keys,
        place: &Place,
    ) -> Result<String, StoreError> {
        match self.shape {
            Shape::Answers => {
                let kept = (clear, Some(sealed.to_owned()));
                match sealed_answers::body(&kept, keys, place) {
                    Err(VaultError::Lost) => Ok(kept.0),
                    opened => Ok(opened?),
                }
            }
            Shape::Text => {
                let [text] = sealed_texts::opened((Some(sealed), [clear]), keys, place)?;
                Ok(text)
            }
            Shape::Name => Ok(sealed_files::opened((Some(sealed), clear), keys, place)?.0),
        }
    }
}

/// Opens texts that stand sealed in their own columns, of rows that end with the ids of
/// their place, and leaves these out.
pub(super) fn open_texts(
    reader: &mut Reader,
    of: &Columns,
    section: &Section,
    rows: &mut [Vec<Value>],
) -> Result<(), StoreError> {
    let mut cells = Cells::of(of.table);
    for row in rows {
        let ids: Vec<String> = row
            .split_off(section.columns.len())
            .iter()
            .map(text)
            .collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        for (column, value) in section.columns.iter().copied().zip(row) {
            if let (true, Value::String(words)) = (of.columns.contains(&column), value) {
                cells.add(&ids, [(column, words)]);
            }
        }
    }
    cells.open(reader)
}

/// Tables of which something belongs to a person and is sealed with the master key.
pub(super) const OWNED: [&str; 2] = ["outbox", "erasure_requests"];

/// Opens such rows, which end with their id and what is sealed, and leaves these out.
pub(super) fn open_owned(
    reader: &Reader,
    section: &Section,
    rows: &mut [Vec<Value>],
) -> Result<(), StoreError> {
    let vault = reader.vault();
    for row in rows {
        let place = row.split_off(section.columns.len());
        let [id, Value::String(sealed)] = &place[..] else {
            continue;
        };
        let (id, sealed) = (text(id), sealed.as_str());
        if sealed.is_empty() {
            continue;
        }
        let opened = if section.table == "outbox" {
            let [subject, body] = outbox::open(vault, &id, sealed)?;
            vec![("subject", subject), ("body", body)]
        } else {
            let kept = (Some(sealed), String::new());
            let reason = sealed_words::open(vault, (REQUESTS, id.as_str()), kept)?;
            vec![("reason", reason)]
        };
        for (column, words) in opened {
            let at = section.columns.iter().position(|one| *one == column);
            if let Some(value) = at.and_then(|at| row.get_mut(at)) {
                *value = Value::String(words);
            }
        }
    }
    Ok(())
}

/// A value as it stands in the name of a place.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
