//! A process that gets a part of one core and no more, so that what is beside it on the
//! same machine has room: by the control groups of Linux, for those who may make them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;

/// Both versions of control groups: where groups of the processor lie.
const SECOND: &str = "/sys/fs/cgroup";
const FIRST: &str = "/sys/fs/cgroup/cpu";

/// Microseconds: short, so that whoever used its part does not stand still for long.
const PERIOD: u32 = 10_000;

/// A group with a bound, until it is dropped. What is in it should have ended by then.
pub struct Quota(PathBuf);

impl Quota {
    /// A group that gets this many hundredths of a core; nothing where none can be made.
    pub fn new(number: usize, percent: u32) -> Option<Self> {
        let second = Path::new(SECOND).join("cgroup.controllers").exists();
        let root = Path::new(if second { SECOND } else { FIRST });
        let own = root.join(format!("evenhand-load-{}-{number}", process::id()));
        if second {
            fs::write(root.join("cgroup.subtree_control"), "+cpu").ok()?;
        }
        fs::create_dir(&own).ok()?;
        let group = Self(own);
        let part = PERIOD * percent / 100;
        if second {
            group.say("cpu.max", &format!("{part} {PERIOD}"))?;
        } else {
            group.say("cpu.cfs_period_us", &PERIOD.to_string())?;
            group.say("cpu.cfs_quota_us", &part.to_string())?;
        }
        Some(group)
    }

    /// Takes a process in, with what it starts from then on.
    pub fn hold(&self, process: u32) -> Option<()> {
        self.say("cgroup.procs", &process.to_string())
    }

    fn say(&self, file: &str, words: &str) -> Option<()> {
        fs::write(self.0.join(file), words).ok()
    }
}

impl Drop for Quota {
    fn drop(&mut self) {
        let _ = fs::remove_dir(&self.0);
    }
}
