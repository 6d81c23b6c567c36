//! The backup of each day: when it is due, how many stay. What is there is what the folder
//! says, so that it goes on by itself after a stop.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::write::{Source, write};
use super::{NotDone, UNDER_WAY};
use crate::domain::Moment;
use crate::domain::moment::Day;
use crate::exchange::backup::{Manifest, Recipients};

/// What stands around the day in the name of a backup.
const AROUND: (&str, &str) = ("evenhand-", ".backup");

/// How backups are written day by day.
pub struct Daily {
    /// A folder of their own.
    pub folder: PathBuf,
    /// From which hour of the day on, 0 to 23.
    pub hour: u8,
    /// How many stay; at least one.
    pub keep: usize,
    /// The zone of days and hours.
    pub zone: String,
    pub to: Recipients,
}

impl Daily {
    /// As the settings say, from which hour on and how many; nothing where they name no
    /// folder. The error says which of them is wrong.
    pub fn set_up(
        folder: &str,
        (hour, keep): (u8, u32),
        zone: &str,
        to: &str,
    ) -> Result<Option<Self>, String> {
        if folder.is_empty() {
            return Ok(None);
        }
        if hour > 23 {
            return Err("backup_hour is from 0 to 23".to_owned());
        }
        if keep == 0 {
            return Err("backup_keep is at least 1".to_owned());
        }
        let to = Recipients::parse(to.split_whitespace());
        Ok(Some(Self {
            folder: PathBuf::from(folder),
            hour,
            keep: usize::try_from(keep).unwrap_or(usize::MAX),
            zone: zone.to_owned(),
            to: to.map_err(|problem| format!("backup_to: {problem}"))?,
        }))
    }

    /// Writes the backup of this day if it is due, and takes away the oldest of those that
    /// are more than should stay; nothing while none is due.
    pub fn write(&self, from: &Source, now: Moment) -> Result<Option<Manifest>, NotDone> {
        let Some(day) = self.due(now)? else {
            return Ok(None);
        };
        self.clear_away()?;
        let manifest = write(from, &self.file(day), &self.to, now)?;
        let days = self.days()?;
        for old in &days[..days.len().saturating_sub(self.keep)] {
            fs::remove_file(self.file(*old))?;
        }
        Ok(Some(manifest))
    }

    /// The day whose backup is due.
    fn due(&self, now: Moment) -> io::Result<Option<Day>> {
        let hour = now.local_text(&self.zone);
        let hour: u8 = hour
            .get(11..13)
            .and_then(|hour| hour.parse().ok())
            .unwrap_or_default();
        let today = now.day(&self.zone);
        // Not again for a day behind the last one, when a clock was set back.
        let done = self.days()?.last().is_some_and(|last| *last >= today);
        Ok((hour >= self.hour && !done).then_some(today))
    }

    /// The days of which there are backups, the earliest first.
    pub fn days(&self) -> io::Result<Vec<Day>> {
        let mut days = Vec::new();
        for name in self.names()? {
            let day = name
                .strip_prefix(AROUND.0)
                .and_then(|rest| rest.strip_suffix(AROUND.1))
                .and_then(|day| Day::parse(day).ok());
            days.extend(day.filter(|day| self.file(*day).ends_with(&name)));
        }
        days.sort();
        Ok(days)
    }

    /// The backup of a day.
    pub fn file(&self, day: Day) -> PathBuf {
        let name = format!("{}{}{}", AROUND.0, day.iso(), AROUND.1);
        self.folder.join(name)
    }

    /// Takes away what was under way in a process that was stopped.
    fn clear_away(&self) -> io::Result<()> {
        let mut left = self.names()?;
        left.retain(|name| name.starts_with(UNDER_WAY));
        left.iter()
            .try_for_each(|name| fs::remove_file(self.folder.join(name)))
    }

    fn names(&self) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(problem) => return Err(problem),
        };
        let name = |entry: io::Result<fs::DirEntry>| {
            entry.map(|entry| entry.file_name().to_string_lossy().into_owned())
        };
        entries.map(name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn daily(data: &std::path::Path) -> Daily {
        Daily {
            folder: data.join("backups"),
            hour: 3,
            keep: 2,
            zone: "Asia/Hebron".to_owned(),
            to: Recipients::default(),
        }
    }

    fn at(text: &str) -> Moment {
        Moment::parse_local(text, "Asia/Hebron").unwrap()
    }

    #[test]
    fn a_day_has_one_backup_once_its_hour_has_come() {
        let data = tempfile::tempdir().unwrap();
        let daily = daily(data.path());
        assert_eq!(daily.due(at("2026-11-30 02:59")).unwrap(), None);
        let due = daily.due(at("2026-11-30 03:00")).unwrap();
        assert_eq!(due.map(Day::iso).as_deref(), Some("2026-11-30"));
        fs::create_dir(&daily.folder).unwrap();
        fs::write(daily.folder.join("evenhand-2026-11-30.backup"), "").unwrap();
        fs::write(daily.folder.join("evenhand-2026-12-9.backup"), "").unwrap();
        fs::write(daily.folder.join("notes.txt"), "").unwrap();
        assert_eq!(daily.days().unwrap().len(), 1);
        for text in ["2026-11-30 23:59", "2026-11-29 12:00", "2026-12-01 02:00"] {
            assert_eq!(daily.due(at(text)).unwrap(), None, "{text}");
        }
        assert!(daily.due(at("2026-12-01 03:00")).unwrap().is_some());
    }

    #[test]
    fn those_of_before_are_those_of_its_day_and_earlier() {
        let data = tempfile::tempdir().unwrap();
        let daily = daily(data.path());
        fs::create_dir(&daily.folder).unwrap();
        for day in ["2026-11-29", "2026-11-30", "2026-12-01"] {
            let name = format!("evenhand-{day}.backup");
            fs::write(daily.folder.join(name), "").unwrap();
        }
        let until = |text: &str| {
            let days = daily.until(at(text)).unwrap().into_iter();
            days.map(Day::iso).collect::<Vec<String>>()
        };
        assert_eq!(until("2026-11-28 23:59"), [""; 0]);
        assert_eq!(until("2026-11-30 00:00"), ["2026-11-29", "2026-11-30"]);
        assert_eq!(until("2026-11-30 23:59"), ["2026-11-29", "2026-11-30"]);
    }
}
