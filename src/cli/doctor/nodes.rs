//! What several processes on one database rely on: clocks that agree, and a replica that
//! follows.

use crate::cli::Failure;
use crate::clock::Clock;
use crate::config::Config;
use crate::store::{Database, Following, StoreError, seconds_apart};

/// Clocks that differ by more are told.
pub const MOST_SECONDS_APART: i64 = 2;

/// What an operator should look at.
pub fn findings(config: &Config, database: &Database) -> Result<Vec<String>, Failure> {
    let apart = seconds_apart(database, || Clock::Machine.now())?;
    let clocks = apart.and_then(clocks);
    let following = database.following();
    let replica = following.and_then(|told| replica(told, config.database_read_lag_seconds));
    Ok(clocks.into_iter().chain(replica).collect())
}

fn clocks(seconds: i64) -> Option<String> {
    (seconds > MOST_SECONDS_APART).then(|| {
        format!(
            "the clock here and the database’s are {seconds} seconds apart: set both by the \
             network (timedatectl); deadlines go by the clock of the process that answers"
        )
    })
}

fn replica(told: Result<Following, StoreError>, most_seconds: u32) -> Option<String> {
    let problem = match told {
        Ok(Following::Close) => return None,
        Ok(Following::Behind) => format!("is more than {most_seconds} seconds behind"),
        Ok(Following::Nobody) => "follows no database".to_owned(),
        Err(problem) => format!("can’t be compared ({problem})"),
    };
    Some(format!(
        "the replica {problem}, so that exports and the dashboard read the database itself: \
         look at the server that database_read_url names"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_agrees_is_not_told_and_what_does_not_is() {
        assert_eq!(clocks(MOST_SECONDS_APART), None);
        assert!(clocks(3).unwrap().contains(" are 3 seconds apart: "));
        assert_eq!(replica(Ok(Following::Close), 10), None);
        let away = || StoreError::Unreachable("timed out".to_owned());
        for (told, words) in [
            (Ok(Following::Behind), "is more than 10 seconds behind, so"),
            (Ok(Following::Nobody), "follows no database, so"),
            (Err(away()), "can’t be compared ("),
        ] {
            let told = replica(told, 10).unwrap();
            assert!(told.contains(words), "{told}");
        }
    }
}
