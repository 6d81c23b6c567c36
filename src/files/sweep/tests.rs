//! What is swept, and what stays.

use super::*;
use crate::files::sealed::fresh_secret;
use crate::files::trial::{Trial, everything};
use std::cell::RefCell;
use std::fs::File;

#[expect(
    clippy::disallowed_methods,
    reason = "files bear the time of the machine, not of the site's clock"
)]
fn age(path: &Path) {
    let old = SystemTime::now() - OLD - Duration::from_secs(60);
    File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_modified(old)
        .unwrap();
}

/// A database that names these.
fn naming(kept: &HashSet<String>) -> impl Fn(&[String]) -> io::Result<HashSet<String>> {
    move |asked: &[String]| {
        let named = asked.iter().filter(|key| kept.contains(*key));
        Ok(named.cloned().collect())
    }
}

#[test]
fn only_old_files_without_a_row_are_swept() {
    let data = tempfile::tempdir().unwrap();
    let storage = Storage::in_folder(data.path());
    let keep = || {
        let incoming = storage.receive(9).unwrap();
        storage.keep(incoming.path()).unwrap()
    };
    let (known, orphan, young) = (keep(), keep(), keep());
    for key in [&known, &orphan] {
        age(&storage.place(key).unwrap());
    }
    let kept = HashSet::from([known.clone()]);
    assert_eq!(storage.sweep(&naming(&kept), &HashSet::new()).unwrap(), 1);
    assert!(storage.open(&known).is_ok() && storage.open(&young).is_ok());
    assert!(storage.open(&orphan).is_err());
}

#[test]
fn nothing_is_swept_while_the_files_are_held() {
    let data = tempfile::tempdir().unwrap();
    let storage = Storage::in_folder(data.path());
    let incoming = storage.receive(9).unwrap();
    let orphan = storage.keep(incoming.path()).unwrap();
    age(&storage.place(&orphan).unwrap());
    let held = storage.hold().unwrap();
    let nothing = HashSet::new();
    let sweep = || storage.sweep(&naming(&nothing), &nothing).unwrap();
    assert_eq!(sweep(), 0);
    drop(held);
    assert_eq!(sweep(), 1);
}

#[test]
fn unfinished_uploads_go_when_their_row_is_gone() {
    let data = tempfile::tempdir().unwrap();
    let storage = Storage::in_folder(data.path());
    let ids = [
        "0193a1b2-0000-7000-8000-0123456789ab",
        "0193a1b2-0000-7000-8000-0123456789ac",
    ];
    for id in ids {
        let part = storage.part(id.parse().unwrap());
        let mut arriving = part.begin(0, fresh_secret().unwrap()).unwrap();
        arriving.add(b"abc", 5).unwrap();
        arriving.finish().unwrap();
        // Beside it what a former release left.
        std::fs::write(storage.partial().join(id), "abc").unwrap();
        for name in [id, &format!("{id}{SEALED}")] {
            age(&storage.partial().join(name));
        }
    }
    let uploads = HashSet::from([ids[1].to_owned()]);
    let nothing = HashSet::new();
    assert_eq!(storage.sweep(&naming(&nothing), &uploads).unwrap(), 2);
    let left = ["", SEALED].map(|end| format!("partial/{}{end}", ids[1]));
    assert_eq!(everything(data.path()), left);
}

#[test]
fn in_a_bucket_too_only_what_is_old_and_ours_without_a_row_is_swept() {
    let place = Trial::in_bucket();
    let (storage, bucket) = (&place.storage, place.storage.bucket().unwrap());
    let (known, orphan) = ("ab".repeat(16), "cd".repeat(16));
    let stay = [
        format!("ab/ab/{known}"),
        format!("cd/ce/{orphan}"),
        "partial/two/0-1".to_owned(),
        "partial/two.sealed/0-1".to_owned(),
        "somebody's".to_owned(),
        "some/body/else's".to_owned(),
    ];
    let go = [
        format!("cd/cd/{orphan}"),
        "checks/one".to_owned(),
        "partial/one/0-1".to_owned(),
        "partial/one.sealed/0-1".to_owned(),
    ];
    for name in stay.iter().chain(&go) {
        bucket.put(name, &b"x"[..]).unwrap();
    }
    let kept = HashSet::from([known]);
    let uploads = HashSet::from(["two".to_owned()]);
    let named = naming(&kept);
    assert_eq!(storage.sweep(&named, &uploads).unwrap(), 0, "all are young");
    let sweep = |before| storage.sweep_bucket((&named, &uploads), before).unwrap();
    let held = place.other().hold().unwrap();
    // A mark of today holds it; one of long ago is of a process that was killed.
    assert_eq!(sweep(0), 0);
    assert_eq!(sweep(i64::MAX), 5);
    drop(held);
    let left: Vec<String> = place.everything();
    let mut expected = stay.to_vec();
    expected.sort();
    assert_eq!(left, expected);
}

#[test]
fn nothing_old_is_swept_in_a_bucket_that_somebody_holds() {
    let place = Trial::in_bucket();
    let bucket = place.storage.bucket().unwrap();
    let name = name_of(&"cd".repeat(16)).unwrap();
    bucket.put(&name, &b"x"[..]).unwrap();
    // The mark is of today, and what is listed of 1970.
    let old = || Object {
        name: name.clone(),
        size: 1,
        changed: 0,
    };
    let nothing = HashSet::new();
    let named = naming(&nothing);
    let sweep = || sweep_objects(bucket, vec![old()], (&named, &nothing), 1).unwrap();
    let held = place.other().hold().unwrap();
    assert_eq!(sweep(), None);
    drop(held);
    assert_eq!(place.everything(), std::slice::from_ref(&name));
    assert_eq!(sweep(), Some(1));
    assert_eq!(place.everything(), [""; 0]);
}

#[test]
fn a_bucket_is_swept_page_by_page() {
    let place = Trial::in_bucket();
    let (storage, bucket) = (&place.storage, place.storage.bucket().unwrap());
    let all = AT_ONCE + 1;
    for n in 0..all {
        let name = name_of(&format!("{n:032x}")).unwrap();
        bucket.put(&name, &b"x"[..]).unwrap();
    }
    let there = RefCell::new(Vec::new());
    let named = |_: &[String]| -> io::Result<HashSet<String>> {
        there.borrow_mut().push(bucket.list("")?.len());
        Ok(HashSet::new())
    };
    let swept = storage.sweep_bucket((&named, &HashSet::new()), i64::MAX);
    assert_eq!(swept.unwrap(), all);
    // Those of the first page were gone when the second was looked at.
    assert_eq!(*there.borrow(), [all, 1]);
}
