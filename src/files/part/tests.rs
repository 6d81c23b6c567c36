//! Parts in folders and in buckets, as two processes find them.

use super::*;
use crate::domain::UploadId;
use crate::files::sealed::fresh_secret;
use crate::files::trial::Trial;

fn upload() -> UploadId {
    UploadId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap()
}

/// Sends one piece; how many bytes are there then.
fn send(part: &Part, key: &FileSecret, at: u64, bytes: &[u8]) -> Result<u64, PartError> {
    let mut arriving = part.begin(at, Some(key.clone()))?;
    arriving.add(bytes, 8)?;
    arriving.finish(8)
}

#[test]
fn parts_are_added_where_they_belong() {
    let key = fresh_secret().unwrap();
    for place in Trial::both() {
        // Each piece comes to the other process.
        let (one, two) = (place.storage.part(upload()), place.other().part(upload()));
        assert_eq!(one.length().unwrap(), 0);
        assert_eq!(send(&one, &key, 0, b"abc").unwrap(), 3);
        assert_eq!(two.length().unwrap(), 3);
        let again = send(&two, &key, 0, b"abc");
        assert!(matches!(again, Err(PartError::Elsewhere(3))), "{again:?}");
        let long = send(&two, &key, 3, b"defghi");
        assert!(matches!(long, Err(PartError::TooLong)), "{long:?}");
        let early = two.whole(8, Some(&key));
        if place.storage.is_bucket() {
            assert!(matches!(early, Err(PartError::Elsewhere(3))), "{early:?}");
        }
        drop(early);
        assert_eq!(send(&two, &key, 3, b"defgh").unwrap(), 8);
        let whole = one.whole(8, Some(&key)).unwrap();
        assert_eq!(fs::read(whole.path()).unwrap(), b"abcdefgh");
        drop(whole);
        one.remove().unwrap();
        assert_eq!(place.everything(), [""; 0]);
    }
}

#[test]
fn in_a_folder_one_adds_at_a_time() {
    let (place, key) = (Trial::both().into_iter().next().unwrap(), fresh_secret());
    let (part, key) = (place.storage.part(upload()), key.unwrap());
    send(&part, &key, 0, b"abc").unwrap();
    let held = part.whole(3, None).unwrap();
    let beside = send(&part, &key, 3, b"de");
    assert!(matches!(beside, Err(PartError::Busy)), "{beside:?}");
    drop(held);
    assert_eq!(send(&part, &key, 3, b"de").unwrap(), 5);
}

#[test]
fn in_a_bucket_pieces_are_sealed_and_what_came_twice_counts_once() {
    let (place, key) = (Trial::in_bucket(), fresh_secret().unwrap());
    let (one, two) = (place.storage.part(upload()), place.other().part(upload()));
    // Both begin before either is there.
    let begin = |part: &Part| part.begin(0, Some(key.clone())).unwrap();
    let (mut first, mut second) = (begin(&one), begin(&two));
    first.add(b"abc", 8).unwrap();
    second.add(b"abcde", 8).unwrap();
    second.finish(8).unwrap();
    first.finish(8).unwrap();
    assert_eq!(send(&one, &key, 5, b"fgh").unwrap(), 8);
    let whole = two.whole(8, Some(&key)).unwrap();
    assert_eq!(fs::read(whole.path()).unwrap(), b"abcdefgh");
    drop(whole);
    let other = fresh_secret().unwrap();
    assert!(matches!(two.whole(8, Some(&other)), Err(PartError::Io(_))));
    assert!(matches!(two.whole(8, None), Err(PartError::Io(_))));
    let bucket = place.storage.bucket().unwrap();
    for object in bucket.list("partial").unwrap() {
        let mut lying = Vec::new();
        let mut file = place.storage.fetch(bucket, &object.name).unwrap();
        file.read_to_end(&mut lying).unwrap();
        assert!(!lying.windows(5).any(|some| some == b"abcde"));
    }
}

#[test]
fn in_a_bucket_what_lies_behind_a_gap_does_not_count() {
    let (place, key) = (Trial::in_bucket(), fresh_secret().unwrap());
    let part = place.storage.part(upload());
    for (at, bytes) in [(0, &b"abc"[..]), (3, &b"de"[..]), (5, &b"fgh"[..])] {
        send(&part, &key, at, bytes).unwrap();
    }
    let bucket = place.storage.bucket().unwrap();
    let middle = bucket.list("partial").unwrap().remove(1);
    bucket.remove(&middle.name).unwrap();
    assert_eq!(part.length().unwrap(), 3);
    let short = part.whole(8, Some(&key));
    assert!(matches!(short, Err(PartError::Elsewhere(3))), "{short:?}");
    // Whoever goes on brings the middle again; what lies behind it need not come twice.
    send(&part, &key, 3, b"de").unwrap();
    assert_eq!(part.length().unwrap(), 8);
    let whole = part.whole(8, Some(&key)).unwrap();
    assert_eq!(fs::read(whole.path()).unwrap(), b"abcdefgh");
}
