//! Backups that were put together by somebody: every sum of gzip is right, and yet they are
//! not what they say, or lack what their database names. None passes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader};

use evenhand::exchange::backup::{
    DATABASE, Digested, Files, Identities, MANIFEST, Manifest, Pack, Part, Recipients, Unpack,
};

use crate::backup::{Kept, nothing_in, on};
use crate::place::{PASSWORD, Place, done, refusal};

const SDN: &str =
    "17,\"OLIVE, Amin\",\"individual\",\"AAA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";

/// A part of a backup with its name.
type Named = (String, Vec<u8>);

/// A sound backup of an installation with files, and what it is made of.
struct Whole {
    kept: Kept,
    /// The database first, then the files.
    parts: Vec<Named>,
    manifest: Manifest,
}

impl Whole {
    fn new() -> Self {
        let kept = Kept::new();
        let add = ["user", "add", "ada@example.org", "--role", "admin"];
        done(&kept.place.run_typing(&add, PASSWORD));
        let named = |name: &str| kept.file(name).to_str().expect("UTF-8").to_owned();
        let (sdn, alt) = (named("sdn.csv"), named("alt.csv"));
        fs::write(&sdn, SDN).expect("a list");
        fs::write(&alt, "17,1,\"aka\",\"ZAYTUN, Amin\",-0- \n").expect("a list");
        let mut load = vec!["watch-list", "load", sdn.as_str(), alt.as_str()];
        load.extend(["--list", "ofac", "--by", "ada@example.org"]);
        load.extend(["--dated", "2026-03-09"]);
        done(&kept.place.run(&load));
        let (mut parts, mut manifest) = (Vec::new(), None);
        let file = BufReader::new(File::open(kept.written()).expect("a backup"));
        let opened = Unpack::open(file, &Identities::default()).expect("it opens");
        let read = opened.each(|name, from| -> io::Result<()> {
            if name == MANIFEST {
                manifest = Some(Manifest::read(from)?);
            } else {
                let mut bytes = Vec::new();
                from.read_to_end(&mut bytes)?;
                parts.push((name.to_owned(), bytes));
            }
            Ok(())
        });
        read.expect("it is whole");
        let manifest: Manifest = manifest.expect("a manifest");
        assert_eq!((parts.len(), &*parts[0].0), (3, DATABASE));
        Self {
            kept,
            parts,
            manifest,
        }
    }

    /// A manifest that says of these parts what they are.
    fn told(&self, parts: &[Named]) -> Manifest {
        let (mut database, mut files) = (None, BTreeMap::new());
        for (name, bytes) in parts {
            let mut from = Digested::new(&bytes[..]);
            io::copy(&mut from, &mut io::sink()).expect("read");
            match name.rsplit_once('/') {
                Some((_, key)) => {
                    files.insert(key.to_owned(), from.part());
                }
                None => database = Some(from.part()),
            }
        }
        Manifest {
            database,
            files: Files::of(files.iter()),
            ..self.manifest.clone()
        }
    }

    /// Packs parts as they are.
    fn packed(&self, name: &str, parts: &[Named]) {
        let out = File::create(self.kept.file(name)).expect("a file");
        let mut pack = Pack::new(out, &Recipients::default(), 0).expect("it begins");
        for (name, bytes) in parts {
            let added = pack.add(name, bytes.len() as u64, &bytes[..]);
            added.expect("added");
        }
        pack.finish().expect("it ends");
    }

    /// Packs parts and finds that they are refused with these words, and nothing put in place.
    fn refused(&self, name: &str, parts: &[Named], words: &str) {
        self.packed(name, parts);
        for command in ["verify", "restore"] {
            let place = Place::new();
            let line = refusal(&on(&place, command, &self.kept.file(name), &[]), 1);
            assert!(line.contains(words), "{name}: {line}");
            nothing_in(&place);
        }
    }
}

/// These parts with a manifest behind them.
fn with(parts: &[Named], manifest: &Manifest) -> Vec<Named> {
    let text = serde_json::to_vec(manifest).expect("JSON");
    let mut all = parts.to_vec();
    all.push((MANIFEST.to_owned(), text));
    all
}

/// These parts without one of them.
fn without(parts: &[Named], at: usize) -> Vec<Named> {
    let mut fewer = parts.to_vec();
    fewer.remove(at);
    fewer
}

#[test]
fn parts_that_are_not_what_the_manifest_says_are_refused() {
    let whole = Whole::new();
    let (parts, sound) = (&whole.parts, &whole.manifest);
    // Put together again it passes: what is refused below is refused for what was changed.
    whole.packed("again", &with(parts, &whole.told(parts)));
    let place = Place::new();
    let said = done(&on(&place, "verify", &whole.kept.file("again"), &[]));
    assert!(said.contains("The audit log is whole"), "{said}");

    let words = "the database in it is not what its manifest says";
    let noted = sound.database.clone().expect("a database");
    let digest = Part {
        sha256: "0".repeat(64),
        ..noted.clone()
    };
    let size = Part {
        size: noted.size + 1,
        ..noted
    };
    for (name, database) in [
        ("digest", Some(digest)),
        ("size", Some(size)),
        ("none", None),
    ] {
        let other = Manifest {
            database,
            ..sound.clone()
        };
        whole.refused(name, &with(parts, &other), words);
    }
    whole.refused("bare", &with(&without(parts, 0), sound), words);

    let words = "one of the files in it is not what its manifest says";
    let mut other = parts.clone();
    other[2].1[0] ^= 1;
    whole.refused("other", &with(&other, sound), words);
    whole.refused("fewer", &with(&without(parts, 1), sound), words);
}

#[test]
fn a_backup_whose_files_are_not_those_of_its_database_is_refused() {
    let whole = Whole::new();
    for at in [1, 2] {
        let (_, key) = whole.parts[at].0.rsplit_once('/').expect("a key");
        let mut other = whole.parts.clone();
        other[at].1[0] ^= 1;
        let mut longer = whole.parts.clone();
        longer[at].1.push(b'x');
        let lacking = without(&whole.parts, at);
        let words = format!("the file {key} in it is missing or is not what the database says");
        for (name, parts) in [("other", other), ("longer", longer), ("lacking", lacking)] {
            let all = with(&parts, &whole.told(&parts));
            whole.refused(name, &all, &words);
        }
    }
}

#[test]
fn a_part_behind_the_manifest_is_refused() {
    let whole = Whole::new();
    // The manifest counts every part: all that is wrong is where it stands.
    let sound = with(&whole.parts, &whole.manifest);
    let end = sound.len() - 1;
    for at in 0..end {
        let mut late = sound.clone();
        let part = late.remove(at);
        let words = format!("it holds {:?}, which no backup has there", part.0);
        late.push(part);
        whole.refused("late", &late, &words);
    }
    let mut twice = sound.clone();
    twice.push(sound[end].clone());
    let words = format!("it holds {MANIFEST:?}, which no backup has there");
    whole.refused("twice", &twice, &words);
}
