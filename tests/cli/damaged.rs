//! Backups that were damaged on their way: none passes, in clear or encrypted, and nothing is
//! put in place of one. Every kind of damage at any place is tried beside the reader of
//! backups itself (`src/exchange/backup/tests.rs`).

use std::fs;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;

use crate::backup::{Kept, nothing_in, on};
use crate::place::{Place, done, refusal};

/// A backup as it may come back from a disk, each with a name.
fn damaged(sound: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let half = sound.len() / 2;
    let changed = |at: usize| {
        let mut bytes = sound.to_vec();
        bytes[at] ^= 1;
        bytes
    };
    vec![
        ("empty", Vec::new()),
        ("cut", sound[..half].to_vec()),
        ("nearly whole", sound[..sound.len() - 1].to_vec()),
        ("changed", changed(half)),
        ("changed at its end", changed(sound.len() - 1)),
        ("longer", [sound, &[0]].concat()),
        ("shorter", [&sound[..half], &sound[half + 1..]].concat()),
        ("no backup", b"just a text".to_vec()),
    ]
}

#[test]
fn what_is_cut_or_changed_is_refused_whole() {
    let (kept, place) = (Kept::new(), Place::new());
    let secret = Identity::generate();
    let key = kept.file("own.key");
    fs::write(&key, secret.to_string().expose_secret()).expect("a key");
    let public = secret.to_public().to_string();
    let sealed = kept.file("sealed");
    done(&on(&kept.place, "backup", &sealed, &["--to", &public]));
    let with = ["--identity", key.to_str().expect("UTF-8")];
    let sound = fs::read(kept.written()).expect("a backup");
    let mut clear = damaged(&sound);
    // The time of packing, of which no sum is kept.
    let mut heading = sound;
    heading[4] ^= 1;
    clear.push(("another heading", heading));
    let sealed = damaged(&fs::read(sealed).expect("a backup"));
    let none: &[&str] = &[];
    for (all, with) in [(clear, none), (sealed, &with[..])] {
        for (name, bytes) in all {
            let file = kept.file(name);
            fs::write(&file, bytes).expect("written");
            for command in ["verify", "restore"] {
                let line = refusal(&on(&place, command, &file, with), 1);
                assert!(line.contains(name), "the file is named: {line}");
                nothing_in(&place);
            }
        }
    }
    done(&on(&place, "restore", &kept.file("sound"), &[]));
}
