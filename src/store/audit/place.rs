//! Where in the log a page of somebody's events ended, as they are given it and bring it back:
//! sealed with the master key, as the number of an event in the log tells of what is left out
//! before it.

use crate::domain::RoundId;
use crate::store::connection::Reader;
use crate::store::vault::{KeyId, Place};

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "audit_events",
        ids,
    }
}

/// Seals the place of an event, for pages about a round; empty where nothing is sealed now.
pub fn sealed_place(reader: &Reader, round: RoundId, seq: i64) -> String {
    let ids = [round.as_str()];
    let sealed = reader.vault().seal(&place(&ids), &seq.to_be_bytes());
    sealed.unwrap_or_default()
}

/// Opens it; nothing where it is of another round, sealed with a key that is not there, or
/// made up.
pub fn opened_place(reader: &Reader, round: RoundId, sealed: &str) -> Option<i64> {
    let key = sealed.split('.').nth(1).and_then(KeyId::parse)?;
    // Keys are not read again because somebody names one.
    if !reader.vault().has(key) {
        return None;
    }
    let ids = [round.as_str()];
    let opened = reader.vault().open(&place(&ids), sealed).ok()?;
    let bytes: [u8; 8] = opened.as_slice().try_into().ok()?;
    Some(i64::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::conflict::StoreError;
    use crate::store::trial;
    use crate::store::vault::{MasterKeys, Vault};

    #[test]
    fn a_place_opens_for_its_round_alone_and_with_a_key_that_is_there() {
        let (_folder, database) = trial::database();
        let round = |last: &str| {
            let id = format!("0193a1b2-0000-7000-8000-0123456789{last}");
            RoundId::parse(&id).unwrap()
        };
        let (own, other) = (round("ab"), round("ac"));
        let with_keys = |digits: &str| {
            let lines: Vec<String> = digits.split('+').map(|digit| digit.repeat(64)).collect();
            let keys = MasterKeys::parse(&lines.join("\n")).unwrap();
            database.clone().with_vault(Vault::of_keys(keys))
        };
        let seal = |digits: &str| {
            let sealed = with_keys(digits)
                .read(|reader| -> Result<String, StoreError> { Ok(sealed_place(reader, own, 7)) });
            sealed.unwrap()
        };
        let open = |digits: &str, round: RoundId, sealed: &str| {
            let opened = with_keys(digits).read(|reader| -> Result<Option<i64>, StoreError> {
                Ok(opened_place(reader, round, sealed))
            });
            opened.unwrap()
        };
        let sealed = seal("1");
        assert_eq!(open("1", own, &sealed), Some(7));
        assert_eq!(open("1", other, &sealed), None);
        // A newer key seals from then on; the former opens as long as it is there.
        assert_eq!(open("1+2", own, &sealed), Some(7));
        assert_eq!(open("2", own, &sealed), None);
        assert_eq!(seal(""), "");
        assert_eq!(open("1", own, ""), None);
    }
}
