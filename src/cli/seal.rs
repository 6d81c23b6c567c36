//! `evenhand seal`: seals what lies in clear or under an older key; with a new key too.

use super::serve::stamp;
use super::{Failure, open};
use crate::actions::seal::{
    NotReady, Resealed, Sealing, missing_keys, ready_keys, ready_to_serve, seal_all, seal_at_start,
};
use crate::config::Config;
use crate::store::vault::KeyId;
use crate::store::{Database, names_keys};

/// Seals everything with the newest key, a new one on demand: also beside a missing one
/// that the operator says is lost for good.
pub fn run(config: &Config, (new_key, lost): (bool, bool)) -> Result<(), Failure> {
    let database = open::current(config)?;
    let missing = missing_keys(&database)?;
    if let Some(key) = missing.first().filter(|_| !lost) {
        let told = absent(config, *key);
        return Err(match new_key {
            true => Failure::Usage(told),
            false => Failure::Failed(told),
        });
    }
    if new_key {
        add_key(config, &database)?;
    }
    // What was lost is not waited for.
    database.vault().wait_for(Vec::new());
    ready_keys(&database).map_err(not_ready)?;
    let storage = config.storage();
    let done = seal_all((&database, &storage), &stamp("seal"), lost)?;
    let Sealing {
        cleared,
        moved,
        renewed,
        lost: given_up,
        left,
        steps,
        letters,
        words,
    } = done;
    println!("Sealed from clear: {cleared}; anew: {moved}; keys anew: {renewed}.");
    if given_up > 0 {
        println!("Given up: {given_up}; ask the organisations for what is missing.");
    }
    if steps.renewed > 0 {
        println!("Second steps of sign-ins sealed anew: {}.", steps.renewed);
    }
    if steps.lost > 0 {
        let lost = steps.lost;
        println!("Second steps given up: {lost}; whoever has to have one sets up a new one.");
    }
    tell_resealed("Letters", &letters);
    tell_resealed("Reasons about people and files of reviews", &words);
    if steps.left > 0 {
        let left = steps.left;
        return Err(Failure::Failed(format!(
            "{left} second steps can’t be opened and stay as they are: ask evenhand doctor"
        )));
    }
    if left > 0 {
        return Err(Failure::Failed(format!(
            "{left} keys or values can’t be opened and stay as they are: ask evenhand doctor"
        )));
    }
    Ok(())
}

fn tell_resealed(what: &str, done: &Resealed) {
    let Resealed { renewed, lost } = done;
    if *renewed > 0 {
        println!("{what} sealed anew: {renewed}.");
    }
    if *lost > 0 {
        println!("{what} given up: {lost}.");
    }
}

fn add_key(config: &Config, database: &Database) -> Result<(), Failure> {
    let added = database.vault().add_key().map_err(Failure::Usage)?;
    let key = added.ok_or_else(|| {
        Failure::Usage(
            "the keys come from EVENHAND_MASTER_KEY or master_key_command: add one there, as the \
             last"
                .into(),
        )
    })?;
    let file = config.key_file();
    println!("The master key {key} is new in {}.", file.display());
    Ok(())
}

/// What to do where something is sealed with a master key that is not there; nothing where
/// every key is. It looks alone, also at a database that is not of this release yet.
pub fn locked(config: &Config, database: &Database) -> Result<Option<String>, Failure> {
    if !names_keys(database)? {
        return Ok(None);
    }
    let missing = missing_keys(database)?;
    Ok(missing.first().map(|key| absent(config, *key)))
}

/// Makes the first key and seals what former releases kept in clear, before anything is
/// served, at a database that is not [`locked`].
pub fn make_ready(config: &Config, database: &Database) -> Result<(), Failure> {
    if database.vault().newest().is_none() {
        make_first_key(config, database)?;
    }
    let storage = config.storage();
    let done = seal_at_start((database, &storage), &stamp("seal"))?;
    let Sealing {
        cleared,
        moved,
        renewed,
        ..
    } = done;
    if cleared + moved + renewed > 0 {
        tracing::info!(cleared, moved, renewed, "values and keys were sealed");
    }
    Ok(())
}

/// Looks once more what is sealed by now: whoever starts beside this one may have made a
/// key of its own since it was found that none is missing.
fn make_first_key(config: &Config, database: &Database) -> Result<(), Failure> {
    let missing = ready_to_serve(database).map_err(not_ready)?;
    match missing.first() {
        Some(key) => Err(Failure::Usage(absent(config, *key))),
        None => Ok(()),
    }
}

/// What to do about a key that is not there.
pub fn absent(config: &Config, key: KeyId) -> String {
    format!(
        "something is sealed with the master key {key}, which is not there: {} \
         (docs/sealed-data.md)",
        config.put_back()
    )
}

fn not_ready(problem: NotReady) -> Failure {
    match problem {
        NotReady::Store(error) => error.into(),
        NotReady::KeyFile(problem) => Failure::Usage(problem),
    }
}
