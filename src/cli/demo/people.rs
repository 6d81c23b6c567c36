//! The demonstration's sign-ins, kept beside its database.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::config::DemoAccount;
use crate::domain::account::Role;
use crate::store::{Database, StoreError, account};

/// A sign-in as it stands in `demo-accounts.json`.
#[derive(Serialize, Deserialize)]
struct Entry {
    role: String,
    email: String,
    password: String,
    name: String,
}

/// Whether somebody lives in the database already.
pub fn is_filled(database: &Database) -> Result<bool, StoreError> {
    database.read(|reader| account::role_is_held(reader, Role::Admin))
}

/// Reads the sign-ins.
pub fn read(path: &Path) -> io::Result<Vec<DemoAccount>> {
    let entries: Vec<Entry> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let account = |entry: Entry| {
        let role = Role::from_code(&entry.role)?;
        Some(DemoAccount {
            name: entry.name,
            role,
            email: entry.email,
            password: entry.password,
        })
    };
    Ok(entries.into_iter().filter_map(account).collect())
}

/// Writes the sign-ins.
pub fn write(path: &Path, accounts: &[DemoAccount]) -> io::Result<()> {
    let entry = |account: &DemoAccount| Entry {
        role: account.role.code().to_owned(),
        email: account.email.clone(),
        password: account.password.clone(),
        name: account.name.clone(),
    };
    let entries: Vec<Entry> = accounts.iter().map(entry).collect();
    std::fs::write(path, serde_json::to_string_pretty(&entries)?)
}

/// The sign-ins that pages and terminal offer: all staff, three applicants.
pub fn offered(accounts: Vec<DemoAccount>) -> Vec<DemoAccount> {
    let (applicants, staff): (Vec<_>, Vec<_>) = accounts
        .into_iter()
        .partition(|account| account.role == Role::Applicant);
    staff
        .into_iter()
        .chain(applicants.into_iter().take(3))
        .collect()
}
