//! `evenhand doctor`: proves the invariants of an installation, and looks at what
//! stands around it.

mod around;
mod copies;
mod lines;
mod nodes;
mod proxy;
mod running;

pub use nodes::MOST_SECONDS_APART;

use super::serve::stamp;
use super::{Failure, audit, backup, open, seal};
use crate::actions::audit_log::{heads, heads_file};
use crate::actions::passkey::Place;
use crate::config::Config;
use crate::domain::{BankAccountId, OrganisationId};
use crate::files::{Expected, Lost, Unready, missing};
use crate::store::award::unopened;
use crate::store::doctor::examine;
use crate::store::vault::VaultError;
use crate::store::{
    Database, Flaw, Reader, attachment, envelope, outbox, prove_audit, second_factor,
};

/// Says that the installation is sound, or what is broken and where; then, of when the last
/// backup is. `deep` reads the content of every file; `running` tells too what to do about
/// its surroundings, which is no failure. What it asks of everything takes longer than a page
/// may, so all of it reads snapshots.
pub fn doctor(config: &Config, deep: bool, running: bool) -> Result<(), Failure> {
    let database = open::current(config)?;
    if running {
        let mut found = around::findings(config, &database)?;
        found.extend(no_passkeys(config));
        for finding in &found {
            println!("Advice: {finding}.");
        }
        println!("{} pieces of advice.", found.len());
    }
    let locked = seal::locked(config, &database)?;
    let advice = match locked {
        Some(_) => "put the master key back first, and ask again",
        None => "restore a backup or ask for help",
    };
    let mut findings: Vec<String> = database
        .snapshot(examine)?
        .into_iter()
        .map(|finding| format!("{}: {}", finding.problem, finding.example))
        .collect();
    findings.extend(lost_head(config, &database)?);
    findings.extend(locked);
    findings.extend(unopened_keys(&database)?);
    findings.extend(unopened_details(&database)?);
    findings.extend(unopened_steps(&database)?);
    findings.extend(unopened_letters(&database)?);
    findings.extend(lost_files(config, &database, deep)?);
    if findings.is_empty() {
        println!("Every invariant holds.");
        return backup::last(config, stamp("doctor").now);
    }
    for finding in &findings {
        println!("{finding}");
    }
    Err(Failure::Failed(format!(
        "{} invariants are broken; {advice}",
        findings.len()
    )))
}

/// Where browsers know no passkeys, nobody can use one.
fn no_passkeys(config: &Config) -> Option<String> {
    Place::of(&config.public_url).is_none().then(|| {
        "passkeys are not offered: browsers know them at an https address with a name alone; \
         set public_url to the one that people type"
            .to_owned()
    })
}

/// A head of the audit log that was written down and is not in it any more; whether the
/// chain is whole is among the invariants.
fn lost_head(config: &Config, database: &Database) -> Result<Option<String>, Failure> {
    let file = heads_file(&config.data);
    let known = heads(&file)
        .map_err(|problem| Failure::Failed(format!("{}: {problem}", file.display())))?;
    if known.is_empty() {
        return Ok(None);
    }
    let proved = database.snapshot(|reader: &mut Reader| prove_audit(reader, known))?;
    Ok(match proved {
        Err(flaw @ Flaw::Lost { .. }) => Some(audit::in_words(&flaw)),
        Ok(_) | Err(Flaw::Broken(_)) => None,
    })
}

/// Leaves the first of each reason.
fn one_of_each<T>(rows: &mut Vec<(T, VaultError)>) {
    let mut told: Vec<VaultError> = Vec::new();
    rows.retain(|(_, problem)| {
        let first = !told.contains(problem);
        told.push(*problem);
        first
    });
}

/// Keys of organisations that can't be opened, and with them what they sealed.
fn unopened_keys(database: &Database) -> Result<Vec<String>, Failure> {
    let mut rows = database.snapshot(envelope::unopened)?;
    one_of_each(&mut rows);
    let said = |(id, problem): (OrganisationId, VaultError)| {
        format!("the key of an organisation can’t be opened ({problem}): {id}")
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Account details that can't be opened.
fn unopened_details(database: &Database) -> Result<Vec<String>, Failure> {
    let mut rows = database.snapshot(unopened)?;
    // What is not sealed at all is among the invariants.
    rows.retain(|(_, problem)| *problem != VaultError::Unsealed);
    one_of_each(&mut rows);
    let said = |(id, problem): (BankAccountId, VaultError)| {
        format!("account details can’t be opened ({problem}): {id}")
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Second steps of sign-ins that can't be opened: how many, and the first.
fn unopened_steps(database: &Database) -> Result<Option<String>, Failure> {
    let rows = database.snapshot(second_factor::unopened)?;
    let said = rows.first().map(|(account, problem)| {
        let n = rows.len();
        format!("second steps of sign-ins can’t be opened ({problem}): {n}, such as {account}")
    });
    Ok(said)
}

/// Letters that have not left and can't be opened: how many, and the first.
fn unopened_letters(database: &Database) -> Result<Option<String>, Failure> {
    let rows = database.read(outbox::unopened)?;
    let said = rows.first().map(|(letter, problem)| {
        let n = rows.len();
        format!("letters that wait can’t be opened ({problem}): {n}, such as {letter}")
    });
    Ok(said)
}

/// Files that are not as the database says.
fn lost_files(config: &Config, database: &Database, deep: bool) -> Result<Vec<String>, Failure> {
    let rows = database.snapshot(attachment::contents)?;
    let expected = rows.into_iter().map(|row| Expected {
        key: row.key,
        size: row.size,
        sha256: row.sha256,
        content: row.content,
    });
    let expected: Vec<Expected> = expected.collect();
    let storage = config.storage();
    // Of a folder that takes no files, those that are there are read all the same.
    if let Err(Unready::Settings(told) | Unready::Away(told)) = storage.check()
        && storage.is_bucket()
    {
        return Ok(vec![format!("files can’t be looked at: {told}")]);
    }
    let told = |(key, lost): (String, Lost)| {
        let problem = match lost {
            Lost::Missing => "a file is missing",
            Lost::OtherSize => "a file has another size than when it was uploaded",
            Lost::Altered => "a file was altered after it was uploaded",
            Lost::Unread => "a file can’t be read now",
        };
        format!("{problem}: {key}")
    };
    Ok(missing(&storage, &expected, deep)
        .into_iter()
        .map(told)
        .collect())
}
