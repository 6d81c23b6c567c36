//! What a copy of everything says of itself: `manifest.json` beside the tables.

use serde::{Deserialize, Serialize};

/// The layout of a copy, as this release writes and reads it.
pub const LAYOUT: u32 = 1;

/// The manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`LAYOUT`].
    pub layout: u32,
    /// Release of the program that wrote it.
    pub release: String,
    /// The last migration; a copy is read by a release with the same one.
    pub migration: String,
    /// RFC 3339, UTC.
    pub written_at: String,
    /// Each behind those that it refers to.
    pub tables: Vec<TableEntry>,
    /// Files that were uploaded, in the folder `files`.
    pub files: u64,
    /// Tables that are not in it.
    pub left_out: Vec<String>,
}

/// A table of a copy: JSON lines, one object a row, in the order of its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableEntry {
    pub name: String,
    pub rows: u64,
    /// SHA-256 of `tables/NAME.jsonl`.
    pub sha256: String,
    pub columns: Vec<ColumnEntry>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnEntry {
    pub name: String,
    /// `text`, `bigint`, `integer` or `boolean`.
    pub kind: String,
    pub nullable: bool,
    /// Its place in the key, from 1 on; 0 outside of it.
    pub key: i32,
}
