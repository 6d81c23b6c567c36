//! What is packed comes out again, and what was changed does not.

use std::io;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;

use super::*;

/// Two parts and their digests.
fn written(to: &Recipients) -> (Vec<u8>, Vec<Part>) {
    let mut pack = Pack::new(Vec::new(), to, 0).unwrap();
    let long = vec![7; 20_000];
    let parts = vec![
        pack.add("one", 5, &b"hello"[..]).unwrap(),
        pack.add("two", 20_000, &long[..]).unwrap(),
    ];
    (pack.finish().unwrap(), parts)
}

fn read(bytes: Vec<u8>, with: &Identities) -> Result<Vec<(String, Part)>, NotOpened> {
    let mut found = Vec::new();
    let opened = Unpack::open(io::Cursor::new(bytes), with)?;
    opened.each(|name, from| -> Result<(), NotOpened> {
        let mut from = Digested::new(from);
        io::copy(&mut from, &mut io::sink())?;
        found.push((name.to_owned(), from.part()));
        Ok(())
    })?;
    Ok(found)
}

fn key() -> (Recipients, Identities) {
    let secret = Identity::generate();
    let public = secret.to_public().to_string();
    let file = format!(
        "# made for a test\n{}\n",
        secret.to_string().expose_secret()
    );
    let to = Recipients::parse([public.as_str()]).unwrap();
    (to, Identities::parse(&file).unwrap())
}

#[test]
fn what_was_packed_comes_back() {
    let (to, with) = key();
    for (to, with) in [
        (&Recipients::default(), &Identities::default()),
        (&to, &with),
    ] {
        let (bytes, parts) = written(to);
        let names = ["one", "two"].map(str::to_owned).into_iter();
        let told: Vec<(String, Part)> = names.zip(parts).collect();
        assert_eq!(read(bytes, with).unwrap(), told);
    }
}

#[test]
fn a_part_that_is_shorter_than_announced_is_refused() {
    let mut pack = Pack::new(Vec::new(), &Recipients::default(), 0).unwrap();
    assert!(pack.add("one", 6, &b"hello"[..]).is_err());
}

#[test]
fn a_cut_or_a_changed_byte_never_passes() {
    let (to, with) = key();
    // Opening with a key takes its time.
    for (to, with, step) in [
        (&Recipients::default(), &Identities::default(), 1),
        (&to, &with, 7),
    ] {
        let (bytes, _) = written(to);
        for at in (0..bytes.len()).step_by(step) {
            let cut = bytes[..at].to_vec();
            assert!(read(cut, with).is_err(), "cut at {at}");
        }
        let sound = read(bytes.clone(), with).unwrap();
        for at in (0..bytes.len()).step_by(step) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x10;
            // Between two blocks may stand bits that mean nothing.
            if let Ok(found) = read(changed, with) {
                assert_eq!(found, sound, "changed at {at}");
            }
        }
        let mut longer = bytes;
        longer.push(0);
        assert!(read(longer, with).is_err());
    }
}

#[test]
fn a_changed_bit_of_the_heading_never_passes() {
    let (bytes, _) = written(&Recipients::default());
    for bit in 0..80 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(read(changed, &Identities::default()).is_err(), "bit {bit}");
    }
}

/// What becomes of some bytes in a row.
#[derive(Debug, Clone, Copy)]
enum Damage {
    /// One bit of the first of them is another.
    Flipped,
    Blanked,
    Inverted,
    /// They stand there backwards.
    Turned,
    Lost,
    Doubled,
    /// They are gone, and all behind them.
    CutOff,
}

const DAMAGES: [Damage; 7] = [
    Damage::Flipped,
    Damage::Blanked,
    Damage::Inverted,
    Damage::Turned,
    Damage::Lost,
    Damage::Doubled,
    Damage::CutOff,
];

impl Damage {
    /// Done to so many bytes from there on.
    fn done_to(self, bytes: &[u8], (at, count): (usize, usize)) -> Vec<u8> {
        let end = (at + count).min(bytes.len());
        let hit = &bytes[at..end];
        let (instead, after) = match self {
            Self::Flipped => {
                let mut flipped = hit.to_vec();
                flipped[0] ^= 1 << (count % 8);
                (flipped, &bytes[end..])
            }
            Self::Blanked => (vec![0; hit.len()], &bytes[end..]),
            Self::Inverted => (hit.iter().map(|byte| !byte).collect(), &bytes[end..]),
            Self::Turned => (hit.iter().rev().copied().collect(), &bytes[end..]),
            Self::Lost => (Vec::new(), &bytes[end..]),
            Self::Doubled => (hit.repeat(2), &bytes[end..]),
            Self::CutOff => (Vec::new(), &bytes[..0]),
        };
        [&bytes[..at], &instead, after].concat()
    }
}

/// A backup that can’t be made smaller, and that age writes in two pieces.
fn large(to: &Recipients) -> Vec<u8> {
    let mut pack = Pack::new(Vec::new(), to, 0).unwrap();
    let drawn = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    let drawn = std::iter::successors(Some(1), drawn);
    let bytes: Vec<u8> = drawn
        .map(|state: u32| state.to_be_bytes()[0])
        .take(70_000)
        .collect();
    pack.add("one", 5, &b"hello"[..]).unwrap();
    pack.add("two", 70_000, &bytes[..]).unwrap();
    pack.finish().unwrap()
}

#[test]
fn whatever_was_damaged_is_refused_or_means_the_same() {
    let (to, with) = key();
    for (to, with) in [
        (&Recipients::default(), &Identities::default()),
        (&to, &with),
    ] {
        let bytes = large(to);
        let (all, sound) = (bytes.len(), read(bytes.clone(), with).unwrap());
        // Headings and ends are small and hit as often as all that lies between.
        let place = prop_oneof![0..600_usize, 0..all, all - 40..all];
        let harm = (select(DAMAGES.to_vec()), place, 1..200_usize);
        let mut runner = TestRunner::new(ProptestConfig::with_cases(100));
        let tried = runner.run(&harm, |(damage, at, count)| {
            let damaged = damage.done_to(&bytes, (at, count));
            prop_assume!(damaged != bytes);
            if let Ok(found) = read(damaged, with) {
                prop_assert!(to.is_empty(), "age lets nothing pass");
                prop_assert_eq!(&found, &sound);
            }
            Ok(())
        });
        tried.unwrap();
    }
}

#[test]
fn who_has_no_key_or_another_one_is_told() {
    let (to, _) = key();
    let (_, other) = key();
    let (bytes, _) = written(&to);
    let told = read(bytes.clone(), &Identities::default());
    assert!(matches!(told, Err(NotOpened::Locked)));
    assert!(matches!(read(bytes, &other), Err(NotOpened::OtherKey)));
    let text = b"just a text".to_vec();
    assert!(matches!(read(text, &other), Err(NotOpened::NoBackup)));
}

#[test]
fn keys_with_a_slip_are_not_repeated() {
    assert!(Recipients::parse(["age1nonsense"]).is_err());
    for text in ["", "# nothing\n", "AGE-SECRET-KEY-1NONSENSE"] {
        let said = Identities::parse(text).map(|_| ()).unwrap_err();
        assert!(!said.contains("NONSENSE"), "{said}");
    }
}

#[test]
fn a_manifest_of_another_layout_is_refused() {
    let manifest = Manifest {
        layout: LAYOUT,
        release: "1".to_owned(),
        migration: "2".to_owned(),
        written_at: "3".to_owned(),
        database: None,
        audit_end: Some(End {
            seq: 1,
            hash: "ab".to_owned(),
        }),
        files: Files::of(std::iter::empty()),
        unsound: Vec::new(),
    };
    let text = serde_json::to_string(&manifest).unwrap();
    assert_eq!(Manifest::read(text.as_bytes()).unwrap(), manifest);
    let other = text.replace("\"layout\":1", "\"layout\":2");
    assert!(Manifest::read(other.as_bytes()).is_err());
    assert!(Manifest::read(&text.as_bytes()[..9]).is_err());
}
