//! Settings of the master keys: where they lie, and what brings one back.

use std::path::PathBuf;

use super::Config;
use crate::store::vault::{MasterKeys, Vault};

impl Config {
    /// Where the master keys lie, unless they come from a variable or a program.
    pub fn key_file(&self) -> PathBuf {
        match self.master_key_file.as_str() {
            "" => self.data.join("master.key"),
            file => PathBuf::from(file),
        }
    }

    /// The master keys that are there; closed while there are none. The error is one
    /// sentence.
    pub fn vault(&self) -> Result<Vault, String> {
        match (self.master_key.0.as_str(), self.master_key_command.trim()) {
            ("", "") => Vault::of_file(&self.key_file()),
            ("", command) => Vault::of_command(command),
            (keys, "") => MasterKeys::parse(keys)
                .map(Vault::of_keys)
                .map_err(|problem| format!("configuration: master_key: {problem}")),
            _ => Err(
                "configuration: both master_key and master_key_command are set: leave one"
                    .to_owned(),
            ),
        }
    }

    /// What to do so that a master key is found that is not there; part of a sentence.
    pub fn put_back(&self) -> String {
        match (self.master_key.0.as_str(), self.master_key_command.trim()) {
            ("", "") => {
                let file = self.key_file();
                format!("put the file that holds it back to {}", file.display())
            }
            ("", _) => "let the program of master_key_command print it too".to_owned(),
            _ => "put it into EVENHAND_MASTER_KEY (master_key) and start again".to_owned(),
        }
    }
}
