//! Takes the daily backups away in which something may lie that is erased since.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::write::{Source, write};
use super::{Daily, NotDone, UNDER_WAY};
use crate::domain::Moment;
use crate::domain::moment::Day;

impl Daily {
    /// The days whose backups may hold what was there until an instant, the earliest first:
    /// its own day is one of them, as a name tells no hour.
    pub fn until(&self, before: Moment) -> io::Result<Vec<Day>> {
        let last = before.day(&self.zone);
        let mut days = self.days()?;
        days.retain(|day| *day <= last);
        Ok(days)
    }

    /// Removes those of [these days](Self::until), and answers how many there were. Where
    /// there is no later one, that of today is written first: one is there at every moment.
    pub fn replace(&self, from: &Source, before: Moment, now: Moment) -> Result<usize, NotDone> {
        let old = self.until(before)?;
        let today = now.day(&self.zone);
        let alone = self.days()?.len() == old.len();
        if alone && !old.is_empty() {
            // A name of its own, so that two at once take nothing from each other.
            let made = self.folder.join(format!("{UNDER_WAY}{}", now.micros()));
            write(from, &made, &self.to, now)?;
            fs::rename(&made, self.file(today))?;
        }
        for day in old.iter().filter(|day| !alone || **day != today) {
            remove(&self.file(*day))?;
        }
        if !old.is_empty() {
            File::open(&self.folder)?.sync_all()?;
        }
        Ok(old.len())
    }
}

/// Removes a file that somebody else may have removed meanwhile.
fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
