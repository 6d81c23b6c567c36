//! What opens, what does not, and what becomes of keys.

use std::fs;
use std::path::Path;

use super::{DataKey, KeyId, MasterKeys, Place, Vault, VaultError};

const ROW: Place = Place {
    table: "bank_accounts",
    ids: &["one-award", "one-row"],
};
const OLD: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const NEW: &str = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

fn vault_of(keys: &str) -> Vault {
    Vault::of_keys(MasterKeys::parse(keys).unwrap())
}

fn opened(vault: &Vault, place: &Place, sealed: &str) -> Result<Vec<u8>, VaultError> {
    vault.open(place, sealed).map(|value| value.to_vec())
}

#[test]
fn what_was_sealed_opens_at_its_place() {
    let vault = vault_of(OLD);
    for value in [b"".as_slice(), b"PS92", &[0; 4000], "בנק بنك".as_bytes()] {
        let sealed = vault.seal(&ROW, value).unwrap();
        assert_eq!(opened(&vault, &ROW, &sealed).as_deref(), Ok(value));
        let again = vault.seal(&ROW, value).unwrap();
        assert_ne!(sealed, again, "equal values are not seen to be equal");
        assert!(sealed.starts_with(&vault.newest().unwrap().beginning()));
    }
}

#[test]
fn another_place_or_key_opens_nothing() {
    let own = vault_of(OLD);
    let sealed = own.seal(&ROW, b"PS92").unwrap();
    for (table, ids) in [
        ("bank_accounts", ["one-award", "other-row"]),
        ("bank_accounts", ["other-award", "one-row"]),
        ("accounts", ["one-award", "one-row"]),
    ] {
        let place = Place { table, ids: &ids };
        assert_eq!(opened(&own, &place, &sealed), Err(VaultError::Altered));
    }
    let key = own.newest().unwrap();
    assert_eq!(
        opened(&vault_of(NEW), &ROW, &sealed),
        Err(VaultError::UnknownKey(key))
    );
    assert_eq!(
        opened(&Vault::closed(), &ROW, &sealed),
        Err(VaultError::UnknownKey(key))
    );
    assert_eq!(Vault::closed().seal(&ROW, b"PS92"), Err(VaultError::NoKey));
    // Neither does one that claims the name of the key.
    let foreign = vault_of(NEW).seal(&ROW, b"PS92").unwrap();
    let renamed = foreign.replacen(
        &vault_of(NEW).newest().unwrap().to_string(),
        &key.to_string(),
        1,
    );
    assert_eq!(opened(&own, &ROW, &renamed), Err(VaultError::Altered));
}

#[test]
fn no_sign_of_a_sealed_value_can_be_changed() {
    let vault = vault_of(OLD);
    let sealed = vault.seal(&ROW, b"PS92 PALS").unwrap();
    for at in 0..sealed.len() {
        let mut changed = sealed.clone().into_bytes();
        changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(opened(&vault, &ROW, &changed).is_err(), "sign {at}");
        assert!(opened(&vault, &ROW, &sealed[..at]).is_err(), "cut at {at}");
    }
    assert_eq!(opened(&vault, &ROW, "בנק"), Err(VaultError::Altered));
}

#[test]
fn after_a_rotation_the_old_key_opens_and_the_new_one_seals() {
    let before = vault_of(OLD);
    let sealed = before.seal(&ROW, b"PS92").unwrap();
    let after = vault_of(&format!("{OLD} # of last year\n{NEW}\n"));
    assert_eq!(
        opened(&after, &ROW, &sealed).as_deref(),
        Ok(b"PS92".as_slice())
    );
    let anew = after.seal(&ROW, b"PS92").unwrap();
    assert!(anew.starts_with(&vault_of(NEW).newest().unwrap().beginning()));
    assert_eq!(
        opened(&vault_of(NEW), &ROW, &anew).as_deref(),
        Ok(b"PS92".as_slice())
    );
    assert!(opened(&before, &ROW, &anew).is_err());
}

#[test]
fn a_key_of_an_organisation_opens_alone_what_it_sealed() {
    let (own, other) = (DataKey::fresh().unwrap(), DataKey::fresh().unwrap());
    assert_ne!(own.id(), other.id());
    let elsewhere = Place {
        table: "bank_accounts",
        ids: &["one-award", "other-row"],
    };
    for value in [b"".as_slice(), b"PS92", &[0; 4000], "בנק بنك".as_bytes()] {
        let sealed = own.seal(&ROW, value).unwrap();
        assert_eq!(DataKey::named(&sealed), Some(own.id()));
        let opened = own.open(&ROW, &sealed).unwrap();
        assert_eq!(opened.as_slice(), value);
        let wrong = [other.open(&ROW, &sealed), own.open(&elsewhere, &sealed)];
        let told = wrong.map(|one| one.map(|value| value.to_vec()));
        assert_eq!(told, [Err(VaultError::Altered), Err(VaultError::Altered)]);
    }
    let sealed = own.seal(&ROW, b"PS92").unwrap();
    let text = sealed.rfind('.').unwrap() + 1;
    for at in text..sealed.len() {
        let mut changed = sealed.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(own.open(&ROW, &changed).is_err(), "sign {at}");
        assert!(own.open(&ROW, &sealed[..at]).is_err(), "cut at {at}");
    }
    assert_eq!(own.mark("Gaza"), own.mark("Gaza"));
    assert_ne!(own.mark("Gaza"), own.mark("Jaffa"));
    assert_ne!(own.mark("Gaza"), other.mark("Gaza"));
    // What a master key sealed itself is not taken for one of these.
    let direct = vault_of(OLD).seal(&ROW, b"PS92").unwrap();
    assert_eq!(DataKey::named(&direct), None);
    assert!(own.open(&ROW, &direct).is_err());
}

#[test]
fn a_new_master_key_seals_the_key_anew_and_not_what_it_sealed() {
    let key = DataKey::fresh().unwrap();
    let sealed = key.seal(&ROW, b"PS92").unwrap();
    let before = vault_of(OLD).seal_key(&ROW, &key).unwrap();
    let both = vault_of(&format!("{OLD}\n{NEW}"));
    let opened = both.open_key(&ROW, &before).unwrap();
    let after = both.seal_key(&ROW, &opened).unwrap();
    let opened = vault_of(NEW).open_key(&ROW, &after).unwrap();
    assert_eq!(opened.id(), key.id());
    assert_eq!(opened.open(&ROW, &sealed).unwrap().as_slice(), b"PS92");
    // A value in the place of a key is none.
    let short = both.seal(&ROW, b"PS92").unwrap();
    assert_eq!(both.open_key(&ROW, &short).err(), Some(VaultError::Altered));
}

#[test]
fn keys_are_read_as_they_are_written() {
    assert_eq!(MasterKeys::parse(" \n# nothing\n").unwrap().newest(), None);
    let both = MasterKeys::parse(&format!("{OLD},{NEW}")).unwrap();
    assert_eq!(both.newest(), vault_of(NEW).newest());
    let id = both.newest().unwrap();
    assert_eq!(KeyId::parse(&id.to_string()), Some(id));
    for wrong in [&OLD[1..], &format!("{OLD}00"), &OLD.replacen('0', "g", 1)] {
        let told = MasterKeys::parse(&format!("# ours\n{wrong}"))
            .err()
            .unwrap();
        assert!(
            told.starts_with("line 2 ") && !told.contains(wrong),
            "{told}"
        );
    }
}

/// Writes a file for its owner alone.
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    let own = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    fs::set_permissions(path, own).unwrap();
}

#[test]
fn a_file_is_made_once_and_read_again_when_a_key_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master.key");
    let vault = Vault::of_file(&path).unwrap();
    assert_eq!(vault.newest(), None);
    vault.make_key().unwrap();
    let first = vault.newest().unwrap();
    #[cfg(unix)]
    {
        let mode = fs::metadata(&path).unwrap().permissions();
        let mode = std::os::unix::fs::PermissionsExt::mode(&mode);
        assert_eq!(mode & 0o777, 0o600);
    }
    let other = Vault::of_file(&path).unwrap();
    other.make_key().unwrap();
    assert_eq!(other.newest(), Some(first), "a key that is there stays");
    // Another process adds a key: its values open here without a new start.
    let added = other.add_key().unwrap().unwrap();
    assert!(added != first && other.has(first));
    let sealed = other.seal(&ROW, b"PS92").unwrap();
    assert!(!vault.has(added));
    assert_eq!(
        opened(&vault, &ROW, &sealed).as_deref(),
        Ok(b"PS92".as_slice())
    );
    // A file that is lost opens nothing; put back, it does.
    let kept = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let late = Vault::of_file(&path).unwrap();
    assert_eq!(
        opened(&late, &ROW, &sealed),
        Err(VaultError::UnknownKey(added))
    );
    write(&path, "no key");
    assert!(Vault::of_file(&path).err().unwrap().contains("line 1"));
    assert_eq!(
        opened(&late, &ROW, &sealed),
        Err(VaultError::UnknownKey(added))
    );
    // Nor does a file that was mistaken for it take away what is known.
    write(&path, &format!("{OLD}\n"));
    let strange = vault_of(NEW).seal(&ROW, b"PS92").unwrap();
    assert!(opened(&vault, &ROW, &strange).is_err());
    assert_eq!(
        opened(&vault, &ROW, &sealed).as_deref(),
        Ok(b"PS92".as_slice())
    );
    write(&path, &kept);
    assert_eq!(
        opened(&late, &ROW, &sealed).as_deref(),
        Ok(b"PS92".as_slice())
    );
}

#[test]
fn a_new_key_leaves_the_old_ones_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master.key");
    let vault = Vault::of_file(&path).unwrap();
    vault.make_key().unwrap();
    let mut sealed = vec![vault.seal(&ROW, b"PS92").unwrap()];
    for _ in 0..2 {
        let before = fs::read_to_string(&path).unwrap();
        vault.add_key().unwrap().unwrap();
        let after = fs::read_to_string(&path).unwrap();
        assert!(after.starts_with(&before) && after.len() > before.len());
        sealed.push(vault.seal(&ROW, b"PS92").unwrap());
    }
    // A start that knows no more than the file, beside a backup of any age.
    let later = Vault::of_file(&path).unwrap();
    assert_eq!(later.newest(), vault.newest());
    for one in &sealed {
        assert_eq!(opened(&later, &ROW, one).as_deref(), Ok(b"PS92".as_slice()));
    }
}

#[test]
fn a_file_that_others_may_read_opens_nothing_until_they_may_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master.key");
    write(&path, &format!("{OLD}\n"));
    let vault = Vault::of_file(&path).unwrap();
    for mode in [0o604, 0o640, 0o644] {
        let open = std::os::unix::fs::PermissionsExt::from_mode(mode);
        fs::set_permissions(&path, open).unwrap();
        let told = Vault::of_file(&path).unwrap_err();
        assert!(told.contains("chmod 600") && !told.contains(OLD), "{told}");
        assert!(vault.add_key().unwrap_err().contains("chmod 600"));
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{OLD}\n"));
    }
    write(&path, &format!("{OLD}\n"));
    assert!(vault.add_key().unwrap().is_some());
}

#[test]
fn a_program_hands_keys_out_and_is_asked_again_for_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    write(&path, &format!("{OLD}\n"));
    let line = format!("cat {}", path.display());
    let vault = Vault::of_command(&line).unwrap();
    let sealed = vault_of(OLD).seal(&ROW, b"PS92").unwrap();
    assert!(opened(&vault, &ROW, &sealed).is_ok());
    assert_eq!(vault.add_key(), Ok(None), "keys are added where they lie");
    // A value that was sealed with a key that came later.
    write(&path, &format!("{OLD}\n{NEW}\n"));
    let later = vault_of(NEW).seal(&ROW, b"PS93").unwrap();
    assert!(opened(&vault, &ROW, &later).is_ok());
    assert_eq!(vault.newest(), vault_of(NEW).newest());
    for (wrong, said) in [
        ("", "it printed no master key"),
        (OLD.trim_end_matches('f'), "line 1 is no master key"),
    ] {
        write(&path, wrong);
        let told = Vault::of_command(&line).unwrap_err();
        assert!(told.starts_with("master_key_command: cat: "), "{told}");
        assert!(told.contains(said), "{told}");
        assert!(wrong.is_empty() || !told.contains(wrong), "{told}");
    }
    fs::remove_file(&path).unwrap();
    assert!(Vault::of_command(&line).is_err(), "it fails");
    assert!(Vault::of_command("/nowhere/at-all").is_err());
}

#[test]
fn a_strange_key_seals_nothing_while_the_right_one_is_awaited() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master.key");
    write(&path, &format!("{NEW}\n"));
    let vault = Vault::of_file(&path).unwrap();
    let right = vault_of(OLD).newest().unwrap();
    vault.wait_for(vec![right]);
    assert_eq!(
        vault.seal(&ROW, b"PS92"),
        Err(VaultError::UnknownKey(right))
    );
    // Put back in its place, it seals without a new start.
    write(&path, &format!("{OLD}\n"));
    let sealed = vault.seal(&ROW, b"PS92").unwrap();
    assert!(sealed.starts_with(&right.beginning()));
}
