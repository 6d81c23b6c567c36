//! Seals what must not be read out of a copy of the database, and opens it again. Knows
//! keys and where a value stands, nothing of what it means. Format and handling of keys:
//! `docs/sealed-data.md`.

mod cipher;
mod data_key;
mod key_command;
mod key_file;
mod keys;
#[cfg(test)]
mod tests;

pub use data_key::DataKey;
pub use keys::{KeyId, MasterKeys};

use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use zeroize::Zeroizing;

use key_command::KeyCommand;
use keys::Sealed;

/// Why a sealed value was not opened, or none was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    #[error(
        "there is no master key: put the key file back, or name it in master_key_file \
         (docs/sealed-data.md)"
    )]
    NoKey,
    #[error(
        "sealed with the master key {0}, which is not there: put the key file back that \
         holds it (docs/sealed-data.md)"
    )]
    UnknownKey(KeyId),
    #[error("it is not sealed yet: run evenhand seal")]
    Unsealed,
    #[error("the key that had sealed it is gone for good")]
    Lost,
    #[error("it was altered, or stands in another row than it was sealed for")]
    Altered,
    #[error("the machine gives no randomness")]
    NoRandomness,
}

/// Where a sealed value stands: it opens there and nowhere else.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub table: &'static str,
    /// Of what the row belongs to, and of the row.
    pub ids: &'a [&'a str],
}

impl Place<'_> {
    /// What is bound to a value beside the place itself: layout and key.
    fn bound(&self, layout: &str, key: KeyId) -> String {
        let ids = self.ids.join("/");
        format!("evenhand/{layout}/{key}/{}/{ids}", self.table)
    }
}

/// Where keys are read again.
enum Source {
    Nowhere,
    File(PathBuf),
    Command(KeyCommand),
}

/// The master keys of an installation. Without one it is closed: it neither opens nor
/// seals. Keys of a file or a program are read again when a value asks for one that is not
/// known, so that a key can be added or put back while the program serves.
pub struct Vault {
    keys: RwLock<MasterKeys>,
    source: Source,
    /// Keys without which nothing is sealed: another one would take their place.
    awaited: RwLock<Vec<KeyId>>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Vault").field(&self.newest()).finish()
    }
}

impl Vault {
    /// One without any key.
    pub fn closed() -> Self {
        Self::of_keys(MasterKeys::default())
    }

    /// One with these keys, wherever they come from.
    pub fn of_keys(keys: MasterKeys) -> Self {
        Self {
            keys: RwLock::new(keys),
            source: Source::Nowhere,
            awaited: RwLock::default(),
        }
    }

    /// One with the keys of a file, closed while there is no file; the error is a
    /// sentence about a file that can't be read.
    pub fn of_file(path: &Path) -> Result<Self, String> {
        Ok(Self {
            keys: RwLock::new(key_file::read(path)?.unwrap_or_default()),
            source: Source::File(path.to_owned()),
            awaited: RwLock::default(),
        })
    }

    /// One with the keys that a program prints: the program and its arguments, apart by
    /// spaces. The error is a sentence about what it did instead.
    pub fn of_command(line: &str) -> Result<Self, String> {
        let (command, keys) = KeyCommand::first(line)?;
        Ok(Self {
            keys: RwLock::new(keys),
            source: Source::Command(command),
            awaited: RwLock::default(),
        })
    }

    fn keys(&self) -> RwLockReadGuard<'_, MasterKeys> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, keys: MasterKeys) {
        let held = self.keys.write();
        held.unwrap_or_else(PoisonError::into_inner).take(keys);
    }

    /// The key that seals; nothing where it is closed.
    pub fn newest(&self) -> Option<KeyId> {
        self.keys().newest()
    }

    /// Whether it opens what is sealed with a key.
    pub fn has(&self, key: KeyId) -> bool {
        self.keys().has(key)
    }

    /// Makes the file with a first key, readable by the program's user alone. One that
    /// somebody else made in the meantime is read instead.
    pub fn make_key(&self) -> Result<(), String> {
        if let Source::File(path) = &self.source {
            self.take(key_file::create(path)?);
        }
        Ok(())
    }

    /// Adds a key to the file, which seals from now on; nothing where the keys come from
    /// elsewhere.
    pub fn add_key(&self) -> Result<Option<KeyId>, String> {
        if let Source::File(path) = &self.source {
            self.take(key_file::add(path)?);
            return Ok(self.newest());
        }
        Ok(None)
    }

    /// Seals nothing any more before these keys are there: something is sealed with them,
    /// and a strange key in their place must not seal what the right one would not open.
    pub fn wait_for(&self, keys: Vec<KeyId>) {
        let held = self.awaited.write();
        *held.unwrap_or_else(PoisonError::into_inner) = keys;
    }

    /// A key that is waited for and was not put back yet.
    fn awaited(&self) -> Option<KeyId> {
        let absent = || {
            let awaited = self.awaited.read();
            let awaited = awaited.unwrap_or_else(PoisonError::into_inner);
            awaited.iter().copied().find(|key| !self.has(*key))
        };
        absent()?;
        self.read_again();
        absent()
    }

    /// Seals a value for its place with the newest key.
    pub fn seal(&self, place: &Place, value: &[u8]) -> Result<String, VaultError> {
        match self.awaited() {
            Some(key) => Err(VaultError::UnknownKey(key)),
            None => self.keys().seal(place, value),
        }
    }

    /// Opens what was sealed for this place with any key that is there.
    pub fn open(&self, place: &Place, sealed: &str) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let sealed = Sealed::read(sealed).ok_or(VaultError::Altered)?;
        // Bound to a name, so that the keys are let go before they are read again.
        let opened = self.keys().open(place, &sealed);
        match opened {
            Err(VaultError::UnknownKey(_)) => {
                self.read_again();
                self.keys().open(place, &sealed)
            }
            other => other,
        }
    }

    /// Seals the key of an organisation for its row with the newest key.
    pub fn seal_key(&self, place: &Place, key: &DataKey) -> Result<String, VaultError> {
        self.seal(place, key.bytes())
    }

    /// Opens the key of an organisation.
    pub fn open_key(&self, place: &Place, sealed: &str) -> Result<DataKey, VaultError> {
        DataKey::read(&self.open(place, sealed)?).ok_or(VaultError::Altered)
    }

    /// Reads file or program once more; what it holds is known from then on. The error is a
    /// sentence.
    pub fn look_again(&self) -> Result<(), String> {
        let read = match &self.source {
            Source::Nowhere => Ok(None),
            Source::File(path) => key_file::read(path),
            Source::Command(command) => command.again().transpose(),
        };
        if let Some(keys) = read? {
            self.take(keys);
        }
        Ok(())
    }

    fn read_again(&self) {
        if let Err(problem) = self.look_again() {
            tracing::warn!(problem, "the master keys could not be read again");
        }
    }
}
