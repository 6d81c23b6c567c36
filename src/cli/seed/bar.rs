//! The progress of a long filling.

use std::cell::Cell;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

/// How far it has come.
pub struct Bar {
    bar: ProgressBar,
    /// Rows of transactions that are kept.
    rows: Cell<u64>,
    /// Things that these tell of.
    things: Cell<u64>,
    begun: Instant,
}

impl Bar {
    pub fn begin(things: u64, rows: u64) -> Self {
        let bar = ProgressBar::new(things);
        if let Ok(style) = ProgressStyle::with_template("seeding {bar:40} {msg}, {eta} left") {
            bar.set_style(style);
        }
        Self {
            bar,
            rows: Cell::new(rows),
            things: Cell::new(0),
            begun: Instant::now(),
        }
    }

    /// Shows what the transaction at hand has written so far; it may begin again.
    pub fn show(&self, things: u64, rows: u64) {
        let all = self.rows.get() + rows;
        let each_second = all as f64 / self.begun.elapsed().as_secs_f64().max(0.001);
        self.bar
            .set_message(format!("{all} rows, {each_second:.0} rows/s"));
        self.bar.set_position(self.things.get() + things);
    }

    pub fn keep(&self, things: u64, rows: u64) {
        self.things.set(self.things.get() + things);
        self.rows.set(self.rows.get() + rows);
    }

    pub fn end(&self) -> u64 {
        self.bar.finish_and_clear();
        self.rows.get()
    }
}
